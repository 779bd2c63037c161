import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { AccountLog } from '../../../app/audit/account-log.ts';
import { audited, unread, whole } from '../report/audit/entries.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sendwell-log-'));
});
afterEach(() => rmSync(folder, { recursive: true }));
const line = (account: string, failed = false): string =>
  JSON.stringify(failed ? unread(account) : audited({ account }));
const file = (): string => join(folder, 'accounts.ndjson');

it('knows after a restart what was done, and what failed when', async () => {
  const first = await AccountLog.open(folder);
  await Promise.all([first.add(line('b@example.com')), first.add(line('a@example.com', true))]);
  await first.close();
  const again = await AccountLog.open(folder);
  expect(again.accounts()).toEqual(['a@example.com', 'b@example.com']);
  expect(again.get('a@example.com')).toMatchObject({
    problem: 'login-refused',
    triedAt: '2026-03-05T10:00:00+08:00',
  });
  expect(again.get('b@example.com')?.problem).toBeNull();
  await again.close();
});

it('takes the later of two lines, and puts them in order when it is compacted', async () => {
  const log = await AccountLog.open(folder);
  for (const added of [line('b@example.com', true), line('a@example.com'), line('b@example.com')])
    await log.add(added);
  const sorted = await log.compact();
  expect(readFileSync(file(), 'utf8')).toBe(`${line('a@example.com')}\n${line('b@example.com')}\n`);
  expect((await sorted.entry('b@example.com'))?.problem).toBeNull();
  await sorted.close();
});

it('loses nothing but the half line that a crash left', async () => {
  writeFileSync(file(), `${line('a@example.com')}\n`);
  appendFileSync(file(), line('b@example.com').slice(0, 200));
  const log = await AccountLog.open(folder);
  expect(log.accounts()).toEqual(['a@example.com']);
  await log.add(line('c@example.com'));
  expect(await whole(log.lines())).toBe(line('a@example.com') + line('c@example.com'));
  await log.close();
  const again = await AccountLog.open(folder);
  expect(again.accounts()).toEqual(['a@example.com', 'c@example.com']);
  await again.close();
});

it('passes over lines that are no accounts', async () => {
  writeFileSync(file(), `hello\n\n{}\n${line('a@example.com')}\n`);
  const log = await AccountLog.open(folder);
  expect(log.accounts()).toEqual(['a@example.com']);
  await log.close();
});
