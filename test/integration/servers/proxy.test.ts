import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { startDovecot, type Dovecot } from '../../servers/dovecot.ts';
import {
  assertReadOnly,
  linesOf,
  refuseLogin,
  startProxy,
  type Fault,
  type Proxy,
} from '../../servers/proxy.ts';
import { BareImap } from './imap-client.ts';

const user = 'owner@example.com';
const fetchAll = 'UID FETCH 1:* (UID RFC822.SIZE BODY.PEEK[])';
let dovecot: Dovecot;
let proxy: Proxy;

beforeAll(async () => {
  dovecot = await startDovecot({ users: { [user]: 'secret' } });
  dovecot.deliver(user, 'INBOX', [
    { raw: 'Subject: old\n\none\n', date: new Date('2026-01-10T12:00:00Z') },
    { raw: 'Subject: new\n\ntwo\n', date: new Date('2026-03-10T12:00:00Z') },
  ]);
  proxy = await startProxy({ backend: dovecot });
});
afterAll(async () => {
  await proxy.stop();
  await dovecot.stop();
});
afterEach(() => {
  proxy.setFaults([]);
  proxy.setLatency(0);
  proxy.forget();
});

async function loggedIn(): Promise<BareImap> {
  const imap = await BareImap.connect(proxy);
  await imap.command(`LOGIN ${user} secret`);
  await imap.command('EXAMINE INBOX');
  return imap;
}

test("shows Alibaba's capabilities, before login and after", async () => {
  const imap = await BareImap.connect(proxy);
  await imap.expect(/^\* OK \[CAPABILITY IMAP4rev1 IDLE XLIST [^\]]*AUTH=EXTERNAL\] AliYun/);
  expect(await imap.command(`LOGIN ${user} secret`)).toMatch(
    /OK \[CAPABILITY IMAP4rev1 IDLE XLIST/,
  );
  expect(await imap.command('CAPABILITY')).toMatch(
    /^\* CAPABILITY IMAP4rev1 IDLE XLIST UIDPLUS ID SASL-IR AUTH=XOAUTH AUTH=XOAUTH2 AUTH=EXTERNAL\r\n/,
  );
  expect(imap.received).not.toContain('AUTH=PLAIN');
  imap.close();
});

test('tells roles in XLIST only, with \\Spam for junk', async () => {
  const imap = await loggedIn();
  const list = await imap.command('LIST "" "*"');
  expect(list).not.toMatch(/Junk|Sent/);
  const xlist = await imap.command('XLIST "" "*"');
  expect(xlist).toContain('* XLIST (\\HasNoChildren \\Spam) "/" &V4NXPpCuTvY-');
  expect(xlist).toContain('* XLIST (\\HasNoChildren \\Inbox) "/" INBOX');
  imap.close();
});

test.each([
  'SUBJECT frequently',
  'FROM postmaster',
  'TEXT sending',
  'BODY sending',
  'HEADER X-Failed-Recipients ""',
  'OR SEEN UNSEEN',
  'NOT SEEN',
  '(SINCE 1-Feb-2026)',
  'CHARSET UTF-8 ALL',
  'SINCE 1-Feb-2026 FROM postmaster',
])('refuses UID SEARCH %s', async (keys) => {
  const imap = await loggedIn();
  expect(await imap.command(`UID SEARCH ${keys}`)).toBe('t3 BAD invalid command or parameters\r\n');
  imap.close();
});

test.each([
  ['ALL', '1 2'],
  ['UNSEEN', '1 2'],
  ['SINCE 1-Feb-2026', '2'],
  ['BEFORE 1-Feb-2026', '1'],
  ['UID 2:* SINCE 1-Jan-2026', '2'],
  ['1:2 SINCE 1-Feb-2026', '2'],
])('allows UID SEARCH %s', async (keys, uids) => {
  const imap = await loggedIn();
  expect(await imap.command(`UID SEARCH ${keys}`)).toContain(`* SEARCH ${uids}\r\n`);
  imap.close();
});

test('can refuse every search', async () => {
  const strict = await startProxy({ backend: dovecot, search: 'refused' });
  const imap = await BareImap.connect(strict);
  await imap.command(`LOGIN ${user} secret`);
  await imap.command('EXAMINE INBOX');
  expect(await imap.command('UID SEARCH ALL')).toMatch(/^t3 BAD/);
  imap.close();
  await strict.stop();
});

test('records commands, bytes and round trips, and no password', async () => {
  const imap = await loggedIn();
  await imap.command(fetchAll);
  const { record } = proxy;
  expect(record.commands.map((command) => command.verb)).toEqual(['LOGIN', 'EXAMINE', 'UID FETCH']);
  expect(linesOf(record, 'LOGIN')).toEqual([`t1 LOGIN ${user} ***`]);
  expect(JSON.stringify(record)).not.toContain('secret');
  expect(record.roundTrips).toBe(3);
  const [, , fetch] = record.commands;
  expect(fetch?.status).toBe('OK');
  expect(record.bytesToServer).toBe(
    record.commands.reduce((sum, command) => sum + command.bytesToServer, 0),
  );
  expect(imap.received.endsWith(`t3 OK ${fetch?.answer.trim() ?? ''}\r\n`)).toBe(true);
  expect(record.bytesToClient).toBe(Buffer.byteLength(imap.received));
  const answer = imap.received.slice(imap.received.indexOf('* 1 FETCH'));
  expect(fetch?.bytesToClient).toBe(Buffer.byteLength(answer));
  assertReadOnly(record);
  imap.close();
});

test('counts pipelined commands as one round trip', async () => {
  const imap = await loggedIn();
  proxy.forget();
  imap.send('x1 NOOP\r\nx2 NOOP\r\n');
  await imap.expect(/^x2 OK/m);
  expect(proxy.record.commands.map(({ status }) => status)).toEqual(['OK', 'OK']);
  expect(proxy.record.roundTrips).toBe(1);
  imap.close();
});

test('follows IDLE to its DONE and literals into their command', async () => {
  const imap = await loggedIn();
  imap.send('i1 IDLE\r\n');
  await imap.expect(/^\+ idling/m);
  imap.send('DONE\r\n');
  await imap.expect(/^i1 OK/m);
  imap.send('i2 EXAMINE {5}\r\n');
  await imap.expect(/^\+ OK/m);
  imap.send('INBOX\r\n');
  await imap.expect(/^i2 OK/m);
  const lines = proxy.record.commands.map((command) => command.line);
  expect(lines.slice(2)).toEqual(['i1 IDLE', 'DONE', 'i2 EXAMINE {5} INBOX']);
  assertReadOnly(proxy.record);
  imap.close();
});

test('never keeps a password that came as a literal or by SASL', async () => {
  const imap = await BareImap.connect(proxy);
  imap.send(`l1 LOGIN ${user} {6}\r\n`);
  await imap.expect(/^\+ OK/m);
  imap.send('secret\r\n');
  await imap.expect(/^l1 OK/m);
  const other = await BareImap.connect(proxy);
  const token = Buffer.from(`\0${user}\0secret`).toString('base64');
  other.send('l2 AUTHENTICATE PLAIN\r\n');
  await other.expect(/^\+ /m);
  other.send(`${token}\r\n`);
  await other.expect(/^l2 OK/m);
  const kept = JSON.stringify(proxy.record);
  expect(kept).not.toContain('secret');
  expect(kept).not.toContain(token);
  imap.close();
  other.close();
});

const login = { kind: 'reply', at: 'LOGIN' } as const;

test('refuses a login with the words it was given', async () => {
  proxy.setFaults([refuseLogin('LOGIN failed: IMAP is switched off')]);
  const imap = await BareImap.connect(proxy);
  expect(await imap.command(`LOGIN ${user} secret`)).toBe(
    't1 NO LOGIN failed: IMAP is switched off\r\n',
  );
  imap.close();
});

test('says BYE and closes', async () => {
  proxy.setFaults([{ ...login, status: 'BYE', text: 'too many connections' }]);
  const imap = await BareImap.connect(proxy);
  imap.send(`a LOGIN ${user} secret\r\n`);
  await imap.expect(/^\* BYE too many connections/m);
  await imap.ends();
});

test.each<[string, Fault, RegExp]>([
  ['garbage', { kind: 'garbage', at: 'UID FETCH', line: '!!' }, /^!!\r\n\* 1 FETCH/],
  ['NO', { kind: 'reply', at: 'UID FETCH', status: 'NO', text: 'busy' }, /^t3 NO busy\r\n$/],
  [
    'late NO',
    { kind: 'late-reply', at: 'UID FETCH', status: 'NO', text: 'x' },
    /^\* 1 [^]*^t3 NO x/m,
  ],
  [
    '10 GB',
    { kind: 'literal', at: 'UID FETCH', announce: () => 10e9 },
    /\{10000000000\}\r\nSubject/,
  ],
  ['short', { kind: 'literal', at: 'UID FETCH', announce: (n) => n - 4 }, /\{17\}\r\nSubject/],
  ['size', { kind: 'size', at: 'UID FETCH', bytes: 10e9 }, /RFC822.SIZE 10000000000 /],
])('injects %s', async (_name, fault, expected) => {
  proxy.setFaults([fault]);
  const imap = await loggedIn();
  expect(await imap.command(fetchAll)).toMatch(expected);
  imap.close();
});

test('closes after a number of bytes, once', async () => {
  proxy.setFaults([{ kind: 'close-after', bytes: 30, times: 1 }]);
  const imap = await BareImap.connect(proxy);
  await imap.ends();
  expect(imap.received).toHaveLength(30);
  const second = await loggedIn();
  expect(await second.command('NOOP')).toMatch(/^t3 OK/);
  second.close();
});

test('closes at the second command of its kind', async () => {
  proxy.setFaults([{ kind: 'close', at: 'UID FETCH', from: 2 }]);
  const imap = await loggedIn();
  await imap.command(fetchAll);
  imap.send('x UID FETCH 1 (UID)\r\n');
  await imap.ends();
  expect(imap.received).not.toMatch(/^x /m);
});

test('stalls without closing', async () => {
  proxy.setFaults([{ kind: 'stall', at: 'NOOP' }]);
  const imap = await loggedIn();
  const before = imap.received;
  imap.send('x NOOP\r\nx LOGOUT\r\n');
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(imap.received).toBe(before);
  expect(imap.closed).toBe(false);
  imap.close();
});

test('pours a line without an end', async () => {
  proxy.setFaults([{ kind: 'endless-line', at: 'NOOP' }]);
  const imap = await loggedIn();
  imap.send('x NOOP\r\n');
  await imap.expect(/A{1000000}/);
  imap.close();
});

test('ignores dates when told to', async () => {
  proxy.setFaults([{ kind: 'ignore-dates' }]);
  const imap = await loggedIn();
  expect(await imap.command('UID SEARCH SINCE 1-Feb-2026')).toContain('* SEARCH 1 2\r\n');
  imap.close();
});

test('adds latency to each round trip', async () => {
  const imap = await loggedIn();
  proxy.setLatency(60);
  const start = performance.now();
  await imap.command('NOOP');
  await imap.command('NOOP');
  expect(performance.now() - start).toBeGreaterThanOrEqual(118);
  imap.close();
});
