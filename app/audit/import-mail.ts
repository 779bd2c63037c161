import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import {
  countRecipients,
  createLogReader,
  headerField,
  messageId,
  parseDate,
  readNotice,
  type Notice,
} from '../bounce/index.ts';
import { readPaths } from '../mailbox/files/index.ts';
import { machineZone } from '../report/scan-document.ts';
import type { Problem } from '../result.ts';
import type { StoredAccount } from '../store/accounts.ts';
import type { NotScanned, ScanRecord } from '../store/scans.ts';
import { offsetOfLocal } from '../text/time.ts';
import { isStopped, type AuditEnvironment } from './environment.ts';

/** Messages stored in one transaction: a commit costs more than reading a message. */
const batchSize = 200;
/** As much as a sweep over IMAP would take. */
const mostHeaderBytes = 64 * 1024;

/** Reads mail files and logs into an account that has nothing yet, as a scan would, and records it as one. */
export async function importMail(
  environment: AuditEnvironment,
  account: StoredAccount,
  path: string,
): Promise<{ record: ScanRecord; bytes: number; problem: Problem | null }> {
  const { store, signal, clock, since } = environment;
  const zone = environment.timeZone ?? machineZone();
  const from = since?.getTime() ?? null;
  const accountId = account.id;
  const folder = basename(path);
  const folderKey = { accountId, path: folder, uidValidity: 1, role: 'inbox' as const };
  const folderId = store.folders.open({ ...folderKey, messages: 0 });
  const counts = { messages: 0, swept: 0, candidates: 0, sent: 0, older: 0, bytes: 0 };
  const notScanned: NotScanned[] = [];
  let problem: Problem | null = null;
  let newest = 0;
  let batch: (() => void)[] = [];
  const flush = (): void => {
    const work = batch;
    batch = [];
    store.transaction(() => {
      for (const each of work) each();
    });
  };
  const addNotice = (notice: Notice, messageKey: string, receivedAt: number): void => {
    counts.candidates += 1;
    const uid = counts.messages;
    const written = notice.bouncedAt === null ? NaN : Date.parse(notice.bouncedAt);
    const at = Number.isNaN(written) ? receivedAt : written;
    const ours = !notice.forwarded || notice.original.from === account.address;
    batch.push(
      () =>
        void store.notices.add({
          ...{ accountId, folderId, uid, messageKey, receivedAt, at, ours, notice },
        }),
    );
  };
  const now = clock().getTime();
  const inWindow = (at: number): boolean => from === null || at >= from;

  for await (const item of readPaths([path], nobody())) {
    if (isStopped(signal)) break;
    if (item.kind === 'problem') {
      notScanned.push({ code: 'folder', subject: item.source.slice(-200), count: null });
      problem ??= item.problem;
    } else if (item.kind === 'log') {
      const reader = createLogReader({
        now: clock(),
        offsetAt: (local) => offsetOfLocal(zone, local) / 60_000,
      });
      const take = (line: number, notice: Notice): void => {
        const at = notice.bouncedAt === null ? now : Date.parse(notice.bouncedAt);
        counts.messages += 1;
        newest = Math.max(newest, Math.min(at, now));
        if (!inWindow(at)) counts.older += 1;
        else addNotice(notice, `log:${basename(item.source)}:${line}`, at);
      };
      for await (const line of item.lines)
        for (const found of reader.push(line)) take(found.line, found.notice);
      for (const found of reader.end()) take(found.line, found.notice);
    } else {
      const { raw } = item;
      counts.messages += 1;
      counts.bytes += raw.length;
      const head = raw.subarray(0, mostHeaderBytes);
      const date = headerField(head, 'date');
      const written = date === null ? null : (parseDate(date)?.epochMs ?? null);
      // A date in the future is a wrong clock's.
      const at = Math.min(written ?? now, now);
      newest = Math.max(newest, at);
      if (!inWindow(at)) counts.older += 1;
      else {
        counts.swept += 1;
        const notice = readNotice(raw);
        if (notice.isBounce || notice.unreadable !== null) addNotice(notice, keyOf(raw), at);
        else if (isFrom(account.address, head)) {
          counts.sent += 1;
          const mail = { accountId, folderId, uid: counts.messages, at };
          const [id, recipients] = [messageId(head), countRecipients(head)];
          batch.push(() => store.rejections.addSent({ ...mail, messageId: id, recipients }));
        }
      }
    }
    if (batch.length >= batchSize) flush();
  }
  flush();

  if (counts.sent === 0) notScanned.push({ code: 'no-sent-folder', subject: null, count: null });
  if (counts.older > 0)
    notScanned.push({ code: 'before-window', subject: null, count: counts.older });
  store.folders.open({ ...folderKey, messages: counts.messages });
  const record: ScanRecord = {
    accountId,
    startedAt: newest,
    finishedAt: newest,
    since: from,
    complete: problem === null && !isStopped(signal),
    report: {
      folders: [
        {
          ...{ path: folder, role: 'inbox', messages: counts.messages, swept: counts.swept },
          candidates: counts.candidates,
          notices: store.notices.countIn(folderId, from),
        },
      ],
      notScanned,
      traffic: { bytesIn: counts.bytes, bytesOut: 0, roundTrips: 0 },
      problem,
    },
  };
  if (!isStopped(signal)) store.scans.add(record);
  return { record, bytes: counts.bytes, problem };
}

/** As in a scan: by the Message-ID, else by the bytes, so that a mail in two files is one. */
const keyOf = (raw: Uint8Array): string =>
  messageId(raw) ?? `sha256:${createHash('sha256').update(raw).digest('hex')}`;

const isFrom = (address: string, raw: Uint8Array): boolean =>
  (headerField(raw, 'from') ?? '').toLowerCase().includes(address);

export async function* nobody(): AsyncIterable<Uint8Array> {
  // Standard input is never asked for.
}
