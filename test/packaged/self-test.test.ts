import { expect, it } from 'vitest';
import { runInstalled } from './installed.ts';

it('the installed app opens its database, scans the sample, draws its window and ends with 0', async () => {
  const started = Date.now();
  const { status, stdout } = await runInstalled(['--self-test']);
  expect({ status, said: stdout.trim().split('\n').at(-1) }).toEqual({
    status: 0,
    said: 'self-test: passed',
  });
  console.log(`self-test took ${String(Date.now() - started)} ms\n${stdout}`);
});

it('says what failed where it cannot work', async () => {
  // As on a machine whose disk or rights are broken: the folder for its data cannot be made.
  const { status, stdout, stderr } = await runInstalled(['--self-test'], {
    env: { TMPDIR: '/dev/null', TEMP: 'Z:\\none', TMP: 'Z:\\none' },
  });
  expect(status).toBe(1);
  expect(stdout + stderr).toMatch(/self-test: failed: the temporary folder/);
});
