import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from './paths.ts';

const folders = ['app', 'renderer'];
const files = ['package.json', 'package-lock.json', 'tsconfig.json'];

async function filesBelow(path: string): Promise<string[]> {
  const entries = await readdir(join(root, path), { withFileTypes: true });
  const found: string[] = [];
  for (const entry of entries) {
    const below = `${path}/${entry.name}`;
    if (entry.isDirectory()) found.push(...(await filesBelow(below)));
    else found.push(below);
  }
  return found;
}

/** A hash of everything a build depends on, and of the platform that its native file is for. */
export async function sourceStamp(): Promise<string> {
  const listed = await Promise.all(folders.map(filesBelow));
  const { SENDWELL_UPDATE_URL = '', SENDWELL_UPDATE_PUBLIC_KEY = '' } = process.env;
  const updates = `${SENDWELL_UPDATE_URL} ${SENDWELL_UPDATE_PUBLIC_KEY}`;
  const hash = createHash('sha256').update(`${process.platform} ${process.arch} ${updates}\n`);
  for (const path of [...files, ...listed.flat()].sort()) {
    hash
      .update(`${path}\0`)
      .update(await readFile(join(root, path)))
      .update('\0');
  }
  return hash.digest('hex');
}
