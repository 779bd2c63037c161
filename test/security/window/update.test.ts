import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startApp, type StartedApp } from '../../e2e/app.ts';
import { welcomeShown } from '../../e2e/screens.ts';

const folder = mkdtempSync(join(tmpdir(), 'sendwell-update-'));
const { publicKey, privateKey } = generateKeyPairSync('ed25519');
const file = Buffer.from('the new version');
let served: Readonly<Record<string, Buffer | string>> = {};
let asked: string[] = [];
let server: Server;
let started: StartedApp;

/** A release as the workflow makes it: the file, its manifest and the manifest's signature. */
function release(
  version: string,
  change: { manifest?: string; file?: Buffer; signature?: string } = {},
): void {
  const name = `Sendwell-${version}-linux-x86_64.AppImage`;
  const sha512 = createHash('sha512').update(file).digest('base64');
  const manifest = [
    `version: ${version}`,
    'files:',
    `  - url: ${name}`,
    `    sha512: ${sha512}`,
    `    size: ${String(file.length)}`,
    `path: ${name}`,
    `sha512: ${sha512}`,
    `releaseDate: '2026-03-02T08:00:00.000Z'\n`,
  ].join('\n');
  served = {
    '/latest-linux.yml': change.manifest ?? manifest,
    '/latest-linux.yml.sig':
      change.signature ?? sign(null, Buffer.from(manifest), privateKey).toString('base64'),
    [`/${name}`]: change.file ?? file,
  };
}

beforeAll(async () => {
  server = createServer((request, response) => {
    const path = (request.url ?? '').split('?')[0] ?? '';
    asked.push(path);
    const body = served[path];
    if (body === undefined) response.writeHead(404);
    response.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  for (const name of ['data', 'cache']) mkdirSync(join(folder, name));
  writeFileSync(
    join(folder, 'update.yml'),
    'provider: generic\nurl: http://127.0.0.1\nupdaterCacheDirName: updates\n',
  );
  started = await startApp({
    data: join(folder, 'data'),
    env: {
      SENDWELL_TEST_UPDATE_URL: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
      SENDWELL_TEST_UPDATE_KEY: (publicKey.export({ format: 'jwk' }).x ?? '')
        .replaceAll('-', '+')
        .replaceAll('_', '/'),
      SENDWELL_TEST_UPDATE_CONFIG: join(folder, 'update.yml'),
      XDG_CACHE_HOME: join(folder, 'cache'),
      APPIMAGE: join(folder, 'Sendwell.AppImage'),
    },
  });
  await welcomeShown(started.page);
});
afterAll(async () => {
  await started.close();
  server.close();
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(() => {
  asked = [];
});

/** Chooses the menu's entry and agrees to everything; gives the messages that were shown. */
const lookForUpdate = (): Promise<string[]> =>
  started.app.evaluate(async ({ dialog, Menu }) => {
    const messages: string[] = [];
    // Stands for the person, who says yes until the app would restart.
    dialog.showMessageBox = (...given: unknown[]) => {
      const { message, buttons } = given.at(-1) as { message: string; buttons: string[] };
      messages.push(message);
      return Promise.resolve({
        response: buttons[0] === 'Restart now' ? 1 : 0,
        checkboxChecked: false,
      });
    };
    const help = Menu.getApplicationMenu()?.items.at(-1)?.submenu?.items.at(-1);
    help?.click();
    const last = /newest|downloaded|refused|No update/;
    for (let waited = 0; waited < 20_000 && !messages.some((each) => last.test(each)); waited += 50)
      await new Promise((resolve) => setTimeout(resolve, 50));
    return messages;
  });

const downloaded = (): string[] =>
  readdirSync(join(folder, 'cache'), { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.AppImage'),
  );

describe('an update', () => {
  it('is not looked for before somebody asks', async () => {
    await started.page.reload();
    await welcomeShown(started.page);
    await new Promise((resolve) => setTimeout(resolve, 1500));
    expect(asked).toEqual([]);
  });

  it('whose manifest was changed on the way is refused, and nothing is downloaded', async () => {
    release('9.0.0', { manifest: 'version: 9.0.1\npath: evil.AppImage\nsha512: AAAA\n' });
    expect(await lookForUpdate()).toEqual(['The update was refused.']);
    expect(asked).toEqual(['/latest-linux.yml', '/latest-linux.yml.sig']);
  });

  it('signed by somebody else is refused', async () => {
    const other = generateKeyPairSync('ed25519').privateKey;
    release('9.0.0');
    const manifest = Buffer.from(String(served['/latest-linux.yml']));
    release('9.0.0', { signature: sign(null, manifest, other).toString('base64') });
    expect(await lookForUpdate()).toEqual(['The update was refused.']);
  });

  it.each(['', 'AAAA', '<html></html>'])(
    'with %j in place of a signature is refused',
    async (signature) => {
      release('9.0.0', { signature });
      expect(await lookForUpdate()).toEqual(['The update was refused.']);
      expect(downloaded()).toEqual([]);
    },
  );

  it('whose file was changed is refused after the download', async () => {
    release('9.0.0', { file: Buffer.from('the bad version') });
    const messages = await lookForUpdate();
    expect(messages).toEqual(['Version 9.0.0 is available.', 'The update was refused.']);
    expect(downloaded()).toEqual([]);
  });

  it('to an older version is none', async () => {
    release('0.0.1');
    expect(await lookForUpdate()).toEqual(['This is the newest version.']);
  });

  it('without an answer leaves the app as it was', async () => {
    served = {};
    expect(await lookForUpdate()).toEqual(['No update could be looked for.']);
    expect(await started.page.evaluate(() => window.sendwell.listAccounts())).toEqual([]);
  });

  it('that is signed and whole is downloaded, and installed only when agreed', async () => {
    release('9.0.0');
    expect(await lookForUpdate()).toEqual([
      'Version 9.0.0 is available.',
      'Version 9.0.0 is downloaded and checked.',
    ]);
    expect(downloaded()).toHaveLength(1);
    expect(await started.page.evaluate(() => window.sendwell.listAccounts())).toEqual([]);
  });
});
