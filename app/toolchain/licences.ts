import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Licence } from '../api/contract/app.ts';
import { root } from './paths.ts';

const longestText = 50_000;

/** The folder of the npm package that a bundled file comes from; null for a file of our own. */
export function packageFolder(file: string): string | null {
  const parts = file.replaceAll('\\', '/').split('/');
  const at = parts.lastIndexOf('node_modules');
  if (at < 0 || parts[at + 1] === undefined) return null;
  const scoped = parts[at + 1]?.startsWith('@') === true;
  return parts.slice(0, at + (scoped ? 3 : 2)).join('/');
}

/** What is really inside the bundles, by the bundlers' own lists of files, in alphabetical order. */
export async function collectLicences(files: Iterable<string>): Promise<Licence[]> {
  const folders = new Set<string>();
  for (const file of files) {
    const folder = packageFolder(file);
    if (folder !== null) folders.add(folder.replace(/^\0?/, ''));
  }
  const found = new Map<string, Licence>();
  for (const folder of folders) {
    const licence = await licenceOf(folder.startsWith('/') ? folder : join(root, folder));
    found.set(`${licence.name} ${licence.version}`, licence);
  }
  return [...found.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, each]) => each);
}

async function licenceOf(folder: string): Promise<Licence> {
  const manifest = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as {
    name: string;
    version: string;
    license?: string | { type?: string };
    author?: string | { name?: string };
  };
  const { name, version, license } = manifest;
  const licence = typeof license === 'string' ? license : license?.type;
  if (licence === undefined) throw new Error(`${name} names no licence`);
  const file = (await readdir(folder)).find((entry) => /^(licen[cs]e|copying)/i.test(entry));
  const text = file === undefined ? '' : await readFile(join(folder, file), 'utf8');
  return { name, version, licence, text: text.slice(0, longestText) };
}
