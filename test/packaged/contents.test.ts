import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { extractFile, listPackage, statFile } from '@electron/asar';
import { expect, it } from 'vitest';
import { root } from '../../app/toolchain/paths.ts';
import { resources } from './installed.ts';

const archive = join(resources, 'app.asar');
const files = listPackage(archive, { isPack: false }).map((name) => name.replaceAll('\\', '/'));

it('holds what the build makes and nothing else', () => {
  const known =
    /^\/(main|preload|cli|command-thread)\.cjs$|^\/(package|licences)\.json$|^\/window(\/index\.html|\/assets|\/assets\/[\w.-]+\.(js|css|svg|png|woff2))?$|^\/tray(\/(limited|unknown|watching|quiet)(Template)?(@[\d.]+x)?\.png)?$|^\/sqlite\.node$/;
  expect(files.filter((name) => !known.test(name))).toEqual([]);
  for (const needed of ['/main.cjs', '/preload.cjs', '/cli.cjs', '/window/index.html'])
    expect(files).toContain(needed);
});

it('holds no source map and points to none', () => {
  for (const name of files.filter((each) => /\.(cjs|js|css)$/.test(each))) {
    const text = extractFile(archive, name.slice(1)).toString('utf8');
    expect([name, /[#@] sourceMappingURL=(?!.*\*\/\s*\S)/.test(text.slice(-300))]).toEqual([
      name,
      false,
    ]);
    // Nothing of a test runner, and no path of the machine that built it.
    expect([
      name,
      text.includes(root),
      /node_modules\/(vitest|playwright|@testing-library|axe-core)/.test(text),
    ]).toEqual([name, false, false]);
  }
});

it('lists the licence of everything inside, none of which is a tool of the build', () => {
  const licences = JSON.parse(extractFile(archive, 'licences.json').toString('utf8')) as {
    name: string;
    licence: string;
  }[];
  const names = licences.map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(['imapflow', 'react', 'zod', 'i18next']));
  expect(
    names.filter((name) =>
      /vitest|playwright|esbuild|vite$|eslint|typescript|fast-check/.test(name),
    ),
  ).toEqual([]);
  const permissive =
    /^[(]?(MIT|ISC|0BSD|BSD-[23]-Clause|Apache-2\.0|CC0-1\.0|BlueOak-1\.0\.0|Python-2\.0|WTFPL)/;
  expect(licences.filter(({ licence }) => !permissive.test(licence))).toEqual([]);
});

it('adds at most 12 MB to Electron', () => {
  const sizeBelow = (folder: string): number =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((name) => statSync(join(folder, name)))
      .reduce((sum, each) => sum + (each.isFile() ? each.size : 0), 0);
  // The Electron that ships holds SQLite; only the fallback of the tests is given one.
  const borrowed = files.includes('/sqlite.node')
    ? statSync(join(`${archive}.unpacked`, 'sqlite.node')).size
    : 0;
  const own = statSync(archive).size + sizeBelow(`${archive}.unpacked`) - borrowed;
  const bySize = files
    .flatMap((name): [string, number][] => {
      const entry = statFile(archive, name.slice(1));
      return 'size' in entry ? [[name, entry.size]] : [];
    })
    .sort(([, a], [, b]) => b - a);
  const lines = bySize.slice(0, 12).map(([name, size]) => `${(size / 1e6).toFixed(2)} MB ${name}`);
  console.log(`the app adds ${(own / 1e6).toFixed(1)} MB to Electron:\n${lines.join('\n')}`);
  expect(own).toBeLessThan(12e6);
});

it('is not the fallback’s or a default app beside the archive', () => {
  expect(
    readdirSync(resources).filter((name) => /^(app|default_app(\.asar)?)$/.test(name)),
  ).toEqual([]);
  expect(readFileSync(archive).byteLength).toBeGreaterThan(1e6);
});
