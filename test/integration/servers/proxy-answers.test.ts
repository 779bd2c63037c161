import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { startDovecot, type Dovecot } from '../../servers/dovecot.ts';
import { until } from '../../servers/machine.ts';
import {
  manyFolders,
  othersAtWork,
  startProxy,
  type Fault,
  type Proxy,
} from '../../servers/proxy.ts';
import { BareImap } from './imap-client.ts';

/** That the faults of answers are what their names say: a test that relies on one proves nothing otherwise. */
const user = 'owner@example.com';
const fetchAll = 'UID FETCH 1:* (UID BODY.PEEK[HEADER.FIELDS (Subject)])';
let dovecot: Dovecot;
let proxy: Proxy;

beforeAll(async () => {
  dovecot = await startDovecot({ users: { [user]: 'secret' } });
  dovecot.deliver(
    user,
    'INBOX',
    [1, 2, 3, 4, 5].map((number) => ({
      raw: `Subject: number ${number}\n\ntext\n`,
      date: new Date(Date.UTC(2026, 0, number)),
    })),
  );
  proxy = await startProxy({ backend: dovecot });
});
afterAll(async () => {
  await proxy.stop();
  await dovecot.stop();
});
afterEach(() => {
  proxy.setFaults([]);
  proxy.forget();
});

async function withFault(fault: Fault): Promise<BareImap> {
  const imap = await BareImap.connect(proxy);
  await imap.command(`LOGIN ${user} secret`);
  await imap.command('EXAMINE INBOX');
  proxy.setFaults([fault]);
  return imap;
}

const uidsOf = (answer: string): number[] =>
  [...answer.matchAll(/FETCH \(UID (\d+)/g)].map(([, uid]) => Number(uid));

test.each<[string, Fault, number[]]>([
  ['as they are', { kind: 'ignore-dates' }, [1, 2, 3, 4, 5]],
  [
    'backwards',
    { kind: 'rows', at: 'UID FETCH', order: (rows) => [...rows].reverse() },
    [5, 4, 3, 2, 1],
  ],
  [
    'twice',
    { kind: 'rows', at: 'UID FETCH', order: (rows) => [...rows, ...rows] },
    [1, 2, 3, 4, 5, 1, 2, 3, 4, 5],
  ],
])('rows of a FETCH %s, each with its literal', async (_how, fault, uids) => {
  const imap = await withFault(fault);
  const answer = await imap.command(fetchAll);
  expect(uidsOf(answer)).toEqual(uids);
  const subjects = [...answer.matchAll(/Subject: number (\d)/g)].map(([, number]) =>
    Number(number),
  );
  expect(subjects).toEqual(uids);
  imap.close();
});

test('numbers that a search found, changed', async () => {
  const change = (uids: readonly number[]) => [...uids].reverse().concat(70_000);
  const imap = await withFault({ kind: 'found', at: 'UID SEARCH', change });
  expect(await imap.command('UID SEARCH ALL')).toMatch(/^\* SEARCH 5 4 3 2 1 70000\r\n/);
  imap.close();
});

test('lines of somebody else’s doing stand behind the third row', async () => {
  const imap = await withFault(othersAtWork('UID FETCH', '* 2 EXPUNGE', '* 9 EXISTS'));
  const answer = await imap.command(fetchAll);
  const rows = answer.split('\r\n').flatMap((line) => /^\* \d+ (\w+)/.exec(line)?.[1] ?? []);
  expect(rows).toEqual(['FETCH', 'FETCH', 'FETCH', 'EXPUNGE', 'EXISTS', 'FETCH', 'FETCH']);
  imap.close();
});

test('many folders before the real ones', async () => {
  const imap = await withFault(manyFolders(10_000));
  const answer = await imap.command('LIST "" "*"');
  expect(answer.match(/^\* LIST /gm)?.length).toBeGreaterThan(10_000);
  expect(answer.indexOf('Archive/9999')).toBeLessThan(answer.indexOf('INBOX'));
  imap.close();
});

test('a wrong tag leaves the command without its end', async () => {
  const imap = await withFault({ kind: 'wrong-tag', at: 'UID SEARCH', tag: 'Z99' });
  imap.send('t9 UID SEARCH ALL\r\n');
  await imap.expect(/^\* SEARCH 1 2 3 4 5\r\nZ99 OK /m);
  expect(proxy.record.commands.at(-1)?.status).toBeNull();
  imap.close();
});

test('answers without end go on until the client hangs up', async () => {
  const imap = await withFault({ kind: 'endless-answers', at: 'NOOP', line: '* 1 RECENT' });
  imap.send('t9 NOOP\r\n');
  await until(() => (imap.received.length > 1_000_000 ? true : null), 'a megabyte');
  expect(imap.received.slice(-400_000)).toMatch(/^(\* 1 RECENT\r\n|[^\n]*\n)(\* 1 RECENT\r\n)+/);
  imap.close();
});

test('a cut of what the client says lets the bytes before it through, and no more', async () => {
  proxy.setFaults([{ kind: 'close-after', bytes: 10, side: 'to-server' }]);
  const imap = await BareImap.connect(proxy);
  imap.send('a NOOP\r\nb NOOP\r\n');
  await imap.ends();
  expect(proxy.record.commands.map(({ tag }) => tag)).toEqual(['a']);
  expect(proxy.record.bytesToServer).toBe(10);
});
