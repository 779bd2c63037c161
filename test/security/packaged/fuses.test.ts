import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { extractFile, getRawHeader } from '@electron/asar';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { program, resources, runInstalled } from '../../packaged/installed.ts';

const folder = mkdtempSync(join(tmpdir(), 'sendwell-fuses-'));
const proof = join(folder, 'attacked');
afterAll(() => rmSync(folder, { recursive: true, force: true }));
beforeAll(() =>
  writeFileSync(
    join(folder, 'attack.js'),
    `require('fs').writeFileSync(${JSON.stringify(proof)}, '');process.exit(0)`,
  ),
);

describe('the fuses of the packaged program', () => {
  // As @electron/fuses reads them from the program's bytes.
  const ENABLE = '1'.charCodeAt(0);
  const DISABLE = '0'.charCodeAt(0);
  it.each([
    ['runAsNode', FuseV1Options.RunAsNode, DISABLE],
    ['NODE_OPTIONS', FuseV1Options.EnableNodeOptionsEnvironmentVariable, DISABLE],
    ['--inspect', FuseV1Options.EnableNodeCliInspectArguments, DISABLE],
    ['asar integrity', FuseV1Options.EnableEmbeddedAsarIntegrityValidation, ENABLE],
    ['only from the asar', FuseV1Options.OnlyLoadAppFromAsar, ENABLE],
    ['cookie encryption', FuseV1Options.EnableCookieEncryption, DISABLE],
  ])('%s', async (_name, fuse, state) => {
    expect((await getCurrentFuseWire(program))[fuse]).toBe(state);
  });
});

describe('somebody who can set the environment or the arguments', () => {
  it('cannot make it run as Node', async () => {
    // No switch before the script: Node would stumble over one of Chromium's.
    await runInstalled([join(folder, 'attack.js')], {
      env: { ELECTRON_RUN_AS_NODE: '1' },
      bare: true,
      headless: true,
    });
    expect(existsSync(proof)).toBe(false);
  });

  it('cannot attach a debugger', async () => {
    const { stderr } = await runInstalled(['--inspect=0', '--inspect-brk=0', '--self-test']);
    expect(stderr).not.toMatch(/Debugger listening/);
  });

  it('cannot put another app in the place of the archive', async () => {
    const archive = join(resources, 'app.asar');
    const other = join(resources, 'app');
    renameSync(archive, `${archive}.away`);
    mkdirSync(other);
    try {
      cpSync(join(folder, 'attack.js'), join(other, 'main.js'));
      writeFileSync(join(other, 'package.json'), '{"main":"main.js"}');
      const { status } = await runInstalled(['--version-of-attack'], { limit: 10_000 });
      expect(status).not.toBe(0);
      expect(existsSync(proof)).toBe(false);
    } finally {
      rmSync(other, { recursive: true });
      renameSync(`${archive}.away`, archive);
    }
  });
});

it('every file of the archive has the hash that its header names, in blocks', () => {
  const archive = join(resources, 'app.asar');
  interface Entry {
    readonly files?: Readonly<Record<string, Entry>>;
    readonly unpacked?: boolean;
    readonly integrity?: { algorithm: string; hash: string; blockSize: number; blocks: string[] };
  }
  const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
  const wrong: string[] = [];
  let seen = 0;
  const check = (entry: Entry, path: string): void => {
    for (const [name, below] of Object.entries(entry.files ?? {})) check(below, join(path, name));
    if (entry.files !== undefined) return;
    const { integrity } = entry;
    if (!integrity) return void wrong.push(`${path} has none`);
    const bytes = extractFile(archive, path);
    seen += 1;
    const blocks = integrity.blocks.map((_hash, at) =>
      sha256(bytes.subarray(at * integrity.blockSize, (at + 1) * integrity.blockSize)),
    );
    if (
      integrity.algorithm !== 'SHA256' ||
      sha256(bytes) !== integrity.hash ||
      blocks.join() !== integrity.blocks.join()
    )
      wrong.push(path);
  };
  check(getRawHeader(archive).header, '');
  expect(wrong).toEqual([]);
  expect(seen).toBeGreaterThan(8);
});
