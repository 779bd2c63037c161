import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { logFile, logTail } from '../../../app/api/log-tail.ts';

const folder = mkdtempSync(join(tmpdir(), 'sendwell-log-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('the end of the log begins with a whole line, however long the log is', async () => {
  expect(await logTail(folder)).toBe('');
  mkdirSync(dirname(logFile(folder)));
  writeFileSync(logFile(folder), 'one\ntwo\n');
  expect(await logTail(folder)).toBe('one\ntwo\n');
  const line = `${'受限'.repeat(40)}\n`;
  writeFileSync(logFile(folder), line.repeat(5000));
  const tail = await logTail(folder);
  expect(tail.length).toBeLessThan(64 * 1024);
  expect(new Set(tail.trimEnd().split('\n'))).toEqual(new Set([line.trimEnd()]));
});
