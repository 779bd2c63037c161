import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { fallback } from '../../../app/toolchain/electron-fallback.ts';
import { newerNode } from '../../../app/toolchain/node-newer.ts';
import { checkIntegrity } from '../../../app/toolchain/npm-archive.ts';

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

it.each([fallback, newerNode])('refuses any other file for $package', async ({ integrity }) => {
  await expect(checkIntegrity(join(folder, 'package.tgz'), integrity)).rejects.toThrow(
    'not the expected file',
  );
});
