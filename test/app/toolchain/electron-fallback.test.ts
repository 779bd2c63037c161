import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { checkIntegrity, fallback } from '../../../app/toolchain/electron-fallback.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sendwell-'));
  await writeFile(join(folder, 'package.tgz'), 'a download');
});
afterEach(() => rm(folder, { recursive: true }));

it('accepts the file whose hash is pinned', async () => {
  const hash = createHash('sha512').update('a download').digest('base64');
  await expect(
    checkIntegrity(join(folder, 'package.tgz'), `sha512-${hash}`),
  ).resolves.toBeUndefined();
});

it('refuses any other file', async () => {
  await expect(checkIntegrity(join(folder, 'package.tgz'), fallback.integrity)).rejects.toThrow(
    'not the expected file',
  );
});
