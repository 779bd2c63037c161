import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startDovecot, type Dovecot } from '../../servers/dovecot.ts';
import { BareImap } from './imap-client.ts';

const user = 'owner@example.com';
let dovecot: Dovecot;

beforeAll(async () => {
  dovecot = await startDovecot({ users: { [user]: 'first password' } });
});
afterAll(async () => {
  await dovecot.stop();
  expect(existsSync(dirname(dirname(dirname(dovecot.caFile))))).toBe(false);
});

test('greets and lists folders as Alibaba does', async () => {
  const imap = await BareImap.connect(dovecot);
  await imap.expect(/AliYun IMAP Server Ready/);
  await imap.command(`LOGIN ${user} "first password"`);
  const list = await imap.command('LIST "" "*"');
  expect(list).toContain('"/" &XfJT0ZAB-');
  expect(list).toContain('"/" &V4NXPpCuTvY-');
  imap.close();
});

test('delivers 5,000 messages with the dates they were given, oldest UID first', async () => {
  const start = Date.UTC(2026, 0, 1);
  dovecot.deliver(
    user,
    'INBOX',
    Array.from({ length: 5000 }, (_, n) => ({
      raw: `Subject: message ${n}\n\nbody\n`,
      date: new Date(start + n * 60_000),
    })),
  );
  const imap = await BareImap.connect(dovecot);
  await imap.command(`LOGIN ${user} "first password"`);
  const opened = await imap.command('EXAMINE INBOX');
  expect(opened).toContain('* 5000 EXISTS');
  expect(opened).toContain('[UIDVALIDITY 2]');
  const fetched = await imap.command(
    'UID FETCH 2,5000 (INTERNALDATE BODY.PEEK[HEADER.FIELDS (SUBJECT)])',
  );
  expect(fetched).toContain('UID 2 INTERNALDATE "01-Jan-2026 00:01:00 +0000"');
  expect(fetched).toContain('Subject: message 4999');
  imap.close();
});

test('takes a new password at once and the old one no more', async () => {
  dovecot.changePassword(user, 'second');
  const imap = await BareImap.connect(dovecot);
  expect(await imap.command(`LOGIN ${user} "first password"`)).toMatch(/^t1 NO /m);
  expect(await imap.command(`LOGIN ${user} second`)).toMatch(/^t2 OK /m);
  imap.close();
  dovecot.changePassword(user, 'first password');
});
