import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OpenedFiles } from '../../../app/shell/opened-files.ts';
import { filesToOpen } from '../../../app/shell/start-options.ts';

const folder = mkdtempSync(join(tmpdir(), 'sendwell-arguments-'));
const mail = join(folder, 'bounce 退信.eml');
beforeAll(() => {
  writeFileSync(mail, 'x');
  writeFileSync(join(folder, 'a.mbox'), 'x');
  writeFileSync(join(folder, 'secret.pem'), 'x');
  mkdirSync(join(folder, 'folder.eml'));
  symlinkSync('/dev/zero', join(folder, 'endless.eml'));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('another program that starts the app again with words of its own', () => {
  it('can name mail files, as paths or as the addresses that file managers use', () => {
    const words = ['bounce 退信.eml', pathToFileURL(mail).href, 'a.mbox'];
    expect(filesToOpen(words, folder)).toEqual([mail, join(folder, 'a.mbox')]);
  });

  it.each([
    'secret.pem',
    '/etc/passwd',
    'missing.eml',
    'folder.eml',
    'endless.eml',
    'a.mbox\0.eml',
    'file://server/share/a.eml',
    'file:///%00.eml',
    'https://example.com/a.eml',
    `${'x'.repeat(5000)}.eml`,
    '',
  ])('cannot have %j opened', (word) => {
    expect(filesToOpen([word], folder)).toEqual([]);
  });

  it('cannot smuggle switches in', () => {
    const words = ['--data', 'a.mbox', '--inspect', '--sample', `--load=${mail}`];
    expect(filesToOpen(words, folder)).toEqual([]);
  });

  it('cannot hand over more than the window takes', () => {
    const many = Array.from({ length: 1200 }, (_, index) => join(folder, `many-${index}.eml`));
    for (const path of many) writeFileSync(path, '');
    expect(filesToOpen(many, folder)).toHaveLength(1000);
  });
});

describe('opened files', () => {
  it('wait for the window and are given once', () => {
    const told: string[][] = [];
    const files = new OpenedFiles((paths) => told.push(paths));
    files.add(['/a.eml']);
    files.add(['/b.eml']);
    expect(told).toEqual([]);
    expect(files.take()).toEqual(['/a.eml', '/b.eml']);
    expect(files.take()).toEqual([]);
    files.add(['/c.eml']);
    expect(told).toEqual([['/c.eml']]);
    files.stopListening();
    files.add(['/d.eml']);
    expect(told).toHaveLength(1);
    expect(files.take()).toEqual(['/d.eml']);
  });

  it('are not told where there are none', () => {
    const told: string[][] = [];
    const files = new OpenedFiles((paths) => told.push(paths));
    files.take();
    files.add([]);
    expect(told).toEqual([]);
  });
});
