import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readPaths } from '../../../app/mailbox/files/index.ts';
import { importFiles } from '../../../app/scan/import.ts';
import { standing } from '../../../app/scan/overview.ts';
import { scan } from '../../../app/scan/scan.ts';
import type { StoredAccount } from '../../../app/store/accounts.ts';
import { openStore, type Store } from '../../../app/store/store.ts';
import { throttleNotice } from './mails.ts';
import { MemoryMailbox } from './memory-mailbox.ts';

const now = new Date('2026-03-10T12:00:00Z');
const day = 86_400_000;
let folder: string;
let store: Store;
let account: StoredAccount;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sendwell-import-'));
  const opened = await openStore(':memory:');
  if (!opened.ok) throw new Error(opened.problem.code);
  store = opened.value;
  account = store.accounts.save({
    ...{
      address: 'owner@example.com',
      host: 'imap.example.com',
      port: 993,
      sample: false,
      ca: null,
    },
  });
});
afterEach(() => {
  store.close();
  rmSync(folder, { recursive: true });
});

const file = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};
async function* nothing(): AsyncIterable<Uint8Array> {}
const run = (paths: string[], signal = new AbortController().signal) =>
  importFiles({
    ...{ store, accountId: account.id, address: account.address, signal, now },
    items: readPaths(paths, nothing()),
    offsetOfLocal: () => 480,
  });
const known = () =>
  standing(store, account.id, { now: now.getTime(), since: null, offsetAt: () => 0 });

const reply =
  '454 Transient reject by behaviour spam at Rcpt State(Connection IP address:203.0.113.9)ANTISPAM_BAT[01201311R1468S4530114229, ay29a033002195077]: too frequently sending';
const line = (time: string, queue: string, recipient: string): string =>
  `${time} mail postfix/smtp[81]: ${queue}: to=<${recipient}>, relay=smtp.qiye.aliyun.com[203.0.113.26]:465, delay=2.1, delays=0.1/0/1/1, dsn=4.0.0, status=deferred (host smtp.qiye.aliyun.com[203.0.113.26] said: ${reply} (in reply to RCPT TO command))`;
const from = (time: string, queue: string, sender: string): string =>
  `${time} mail postfix/qmgr[80]: ${queue}: from=<${sender}>, size=1200, nrcpt=1 (queue active)`;
const log = [
  from('2026-03-10T19:00:00+08:00', 'AAAAA1', 'owner@example.com'),
  line('2026-03-10T19:00:01+08:00', 'AAAAA1', 'a@example.org'),
  from('2026-03-10T19:10:00+08:00', 'BBBBB1', 'other@example.com'),
  line('2026-03-10T19:10:01+08:00', 'BBBBB1', 'b@example.org'),
];

describe('importing a log', () => {
  it('counts a mail and recipient once, also where only the queue id ties its tries together', async () => {
    const path = file(
      'mail.log',
      [
        from('2026-03-10T18:00:00+08:00', 'CCCCC1', 'owner@example.com'),
        line('2026-03-10T18:00:01+08:00', 'CCCCC1', 'a@example.org'),
        line('2026-03-10T18:00:02+08:00', 'CCCCC1', 'b@example.org'),
        line('2026-03-10T18:05:00+08:00', 'CCCCC1', 'a@example.org'),
        line('2026-03-10T18:20:00+08:00', 'CCCCC1', 'a@example.org')
          .replaceAll('454 Tr', '554 Tr')
          .replace('deferred', 'bounced'),
        from('2026-03-10T18:30:00+08:00', 'DDDDD1', 'owner@example.com'),
        line('2026-03-10T18:30:01+08:00', 'DDDDD1', 'a@example.org'),
      ].join('\n'),
    );
    await run([path]);
    const { totals, episodes, pace } = known();
    expect(totals).toEqual({ notices: 5, failures: 3, throttled: 3 });
    expect(episodes).toMatchObject([{ failures: 3, transient: 2, permanent: 1 }]);
    // A queue id is no Message-ID that could be missing from Sent.
    expect(pace?.coverage ?? null).toBeNull();
  });

  it('feeds history and episodes, marked with where it came from, without the mail of others', async () => {
    const path = file('mail.log', log.join('\n'));
    expect(await run([path])).toMatchObject({ messages: 2, added: 1, throttled: 1, foreign: 1 });
    const { episodes, state, totals, advice } = known();
    expect(totals).toEqual({ notices: 1, failures: 1, throttled: 1 });
    expect(episodes).toMatchObject([
      { startedAt: Date.parse('2026-03-10T11:00:01Z'), direction: 'own-account', pace: null },
    ]);
    expect([state, advice.action]).toEqual(['limited', 'pause']);
    expect([...store.notices.list(account.id, null)][0]?.importedFrom).toBe(`${path}:2`);
  });

  it('adds nothing twice: the same file, one that has grown, one under another name', async () => {
    const path = file('mail.log', log.join('\n'));
    await run([path]);
    expect(await run([path])).toMatchObject({ added: 0, alreadyKnown: 1 });
    writeFileSync(
      path,
      [...log, line('2026-03-10T19:20:01+08:00', 'AAAAA2', 'a@example.org')].join('\n'),
    );
    expect(await run([path])).toMatchObject({ added: 1, alreadyKnown: 1 });
    expect(await run([file('mail.log.1', log.join('\n'))])).toMatchObject({ added: 0 });
    expect(known().totals.throttled).toBe(2);
    expect(store.imports.list(account.id)).toHaveLength(2);
  });

  it('counts lines that say the same as often as they stand there', async () => {
    const twice = line('2026-03-10T19:00:01+08:00', 'AAAAA1', 'a@example.org');
    const path = file('mail.log', [twice, twice].join('\n'));
    expect(await run([path])).toMatchObject({ added: 2 });
    expect(await run([path])).toMatchObject({ added: 0, alreadyKnown: 2 });
  });

  it('does not add what has no time, or one in the future', async () => {
    const path = file('app.log', `${reply}\n`);
    const future = file('mail.log', line('2026-03-12T19:00:01+08:00', 'AAAAA1', 'a@example.org'));
    expect(await run([path, future])).toMatchObject({ added: 0, undated: 2 });
    expect(known().episodes).toEqual([]);
  });

  it('never makes an account healthy', async () => {
    await run([file('mail.log', 'nothing here\n')]);
    expect(known().state).toBe('unknown');
  });

  it('stops when told to', async () => {
    const abort = new AbortController();
    abort.abort();
    expect(await run([file('mail.log', log.join('\n'))], abort.signal)).toMatchObject({
      ...{ cancelled: true, added: 0 },
    });
  });
});

describe('importing mail', () => {
  const at = new Date(now.getTime() - day);
  const notice = throttleNotice(7, at);

  it('counts a notice once that also lies in the mailbox, whichever came first', async () => {
    const box = new MemoryMailbox({
      INBOX: { role: 'inbox', uidValidity: 2, messages: [notice] },
    });
    const path = file('saved.eml', notice.raw);
    expect(await run([path])).toMatchObject({ added: 1 });
    const scanned = await scan({
      ...{
        mailbox: box,
        reconnect: null,
        store,
        account,
        since: null,
        folders: [],
        clock: () => now,
      },
      ...{ signal: new AbortController().signal, onProgress: () => undefined },
    });
    expect(scanned.ok).toBe(true);
    expect(known().totals).toEqual({ notices: 1, failures: 1, throttled: 1 });
    // It lies in the mailbox, so that is where it is shown.
    expect([...store.notices.list(account.id, null)][0]).toMatchObject({
      ...{ folder: 'INBOX', importedFrom: null },
    });
    expect(await run([path])).toMatchObject({ added: 0, alreadyKnown: 1 });
    expect(known().totals.notices).toBe(1);
  });

  it('goes on where a file is not there', async () => {
    const outcome = await run([join(folder, 'missing.eml'), file('saved.eml', notice.raw)]);
    expect(outcome).toMatchObject({ added: 1, problems: [{ code: 'file-not-found' }] });
  });
});
