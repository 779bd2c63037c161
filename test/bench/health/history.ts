import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Notice } from '../../../app/bounce/notice.ts';
import { openStore, type Store } from '../../../app/store/store.ts';

/** Days of made-up history. */
const days = 1000;
const day = 86_400_000;

/** A repeatable stream of numbers below one. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** A database of its own with such an account. */
export async function writeDatabase(file: string, rejections: number, at: number): Promise<void> {
  mkdirSync(dirname(file), { recursive: true });
  if (existsSync(file)) throw new Error('there is a database already');
  const opened = await openStore(file);
  if (!opened.ok) throw new Error(opened.problem.code);
  const accountId = writeHistory(opened.value, rejections, at);
  // As the app does at the end of a scan, when it shows the overview.
  opened.value.rejections.columns(accountId);
  opened.value.sent.columns(accountId);
  opened.value.close();
}

/** An account with so many stored rejections in bursts over 1,000 days, and as many mails in Sent. */
function writeHistory(store: Store, rejections: number, now: number): number {
  const next = numbers(454);
  const pick = (most: number): number => Math.floor(next() * most);
  const account = store.accounts.save({
    ...{
      address: 'owner@example.com',
      host: 'imap.example.com',
      port: 993,
      sample: false,
      ca: null,
    },
  });
  const accountId = account.id;
  const folder = (path: string, role: 'inbox' | 'sent'): number =>
    store.folders.open({ accountId, path, uidValidity: 2, role, messages: rejections });
  const [inbox, sent] = [folder('INBOX', 'inbox'), folder('已发送', 'sent')];
  const start = now - days * day;
  const batch = 2000;
  for (let from = 0; from < rejections; from += batch)
    store.transaction(() => {
      for (let number = from; number < Math.min(rejections, from + batch); number += 1) {
        // Bursts of a thousand rejections within 50 minutes, evenly over the days.
        const burst = Math.floor(number / 1000);
        const at = Math.floor(
          start + (burst * days * day * 1000) / rejections + (number % 1000) * 3000 + next() * 3000,
        );
        const original = next() < 0.9 ? number : null;
        store.sent.add({
          ...{
            accountId,
            folderId: sent,
            uid: number + 1,
            messageId: `<${number}@app.example.com>`,
          },
          ...{ at: at - 5000, receivedAt: at - 5000, recipients: 1 + pick(3) },
        });
        store.notices.add({
          ...{
            accountId,
            folderId: inbox,
            uid: number + 1,
            messageKey: `<n${number}@example.com>`,
          },
          ...{ receivedAt: at, at, ours: true },
          notice: noticeOf(original, pick),
        });
      }
    });
  for (const id of [inbox, sent])
    store.folders.setCompletion(id, { since: null, belowUid: rejections + 1 });
  store.scans.add({
    ...{ accountId, startedAt: now - 60_000, finishedAt: now, since: null, complete: true },
    report: {
      ...{ folders: [], notScanned: [], problem: null },
      traffic: { bytesIn: 0, bytesOut: 0, roundTrips: 0 },
    },
  });
  return accountId;
}

function noticeOf(original: number | null, pick: (most: number) => number): Notice {
  const permanent = pick(2) === 0;
  const domain = `d${pick(5000)}.example.org`;
  const program = `app${pick(20)}.example.com, Mailer ${pick(5)}`;
  return {
    ...{ isBounce: true, forwarded: false, bouncedAt: null, unreadable: null, reportingMta: null },
    original: {
      ...{ messageId: original === null ? null : `<${original}@app.example.com>`, program },
      ...{ subject: 'Your order', from: 'owner@example.com', sentAt: null },
    },
    failures: [
      {
        ...{ recipient: `r${pick(300_000)}@${domain}`, action: 'failed', category: 'throttle' },
        ...{ confidence: 'certain', replyCode: permanent ? 554 : 454, enhancedStatus: null },
        ...{
          remoteMta: 'smtp.qiye.aliyun.com',
          diagnostic: '454 Transient reject by behaviour spam',
        },
        throttle: {
          ...{ phrase: 'too-frequently', permanent, stage: 'rcpt', tag: null, node: null },
          connectionIp: `198.51.100.${pick(200)}`,
          direction: pick(10) === 0 ? 'recipient-server' : 'own-account',
        },
      },
    ],
  };
}
