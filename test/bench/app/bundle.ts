import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { gzipSync } from 'node:zlib';
import { dist } from '../../../app/toolchain/paths.ts';
import { startApp } from '../../e2e/app.ts';

const folder = join(dist, 'window');

/** In gzipped kB (1,000 bytes). */
export interface BundleSize {
  /** By the built page: what it names, and whatever that imports statically. */
  readonly named: number;
  /** By what the window asked for until the screen could be used; `files` in the order asked for. */
  readonly loaded: number;
  readonly files: readonly string[];
}

/**
 * The window's code and styles needed before the first screen can be used.
 * @param data a data folder with rejections, so that the first screen is the overview
 */
export async function measureBundle(data: string): Promise<BundleSize> {
  const files = await requested(data);
  return { named: kilobytes(namedFiles()), loaded: kilobytes(files), files };
}

const kilobytes = (files: readonly string[]): number =>
  files.reduce((sum, file) => sum + gzipSync(readFileSync(join(folder, file))).length, 0) / 1000;

function namedFiles(): string[] {
  const page = readFileSync(join(folder, 'index.html'), 'utf8');
  const found = new Set<string>();
  const add = (file: string): void => {
    if (found.has(file)) return;
    found.add(file);
    if (!file.endsWith('.js')) return;
    const code = readFileSync(join(folder, file), 'utf8');
    for (const [, path = ''] of code.matchAll(/\b(?:from|import)\s*["'](\.[^"']+\.js)["']/g))
      add(posix.join(posix.dirname(file), path));
  };
  for (const [, path = ''] of page.matchAll(/(?:src|href)="\.\/([^"]+\.(?:js|css))"/g)) add(path);
  return [...found];
}

async function requested(data: string): Promise<string[]> {
  const { page, close } = await startApp({ data });
  try {
    const shown = page.locator('path[data-series="transient"][d^="M"]').first();
    await shown.waitFor();
    const names = new Set<string>();
    page.on('request', (request) => names.add(new URL(request.url()).pathname.slice(1)));
    // The window is open before anybody can listen, so it is opened once more.
    await page.reload();
    await shown.waitFor();
    return [...names].filter((name) => /\.(js|css)$/.test(name));
  } finally {
    await close();
  }
}
