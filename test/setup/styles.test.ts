import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from '../../app/toolchain/paths.ts';

const files = (readdirSync(join(root, 'renderer'), { recursive: true }) as string[])
  .map((name) => `renderer/${name}`)
  .filter((name) => /\.(tsx?|css)$/.test(name));
const sources = new Map(files.map((file) => [file, readFileSync(join(root, file), 'utf8')]));

const now = /(?:import|export)\s+(?!type\b)(?:[^'"();]*?\sfrom\s+)?'(\.[^']+)'/g;
const later = /import\(\s*'(\.[^']+)'/g;
const imports = (file: string, form: RegExp): string[] =>
  file.endsWith('.css')
    ? []
    : [...(sources.get(file) ?? '').matchAll(form)].map(([, path = '']) =>
        join(dirname(file), path),
      );

/** What is loaded together with a file, itself included. */
function together(file: string, found = new Set<string>()): Set<string> {
  if (found.has(file)) return found;
  found.add(file);
  for (const other of imports(file, now)) together(other, found);
  return found;
}

/** Everything that is loaded when the file is shown: with what loads it later, and where that is shown. */
function there(file: string): Set<string> {
  const parents = files.filter((each) => imports(each, later).includes(file));
  const ways = parents.map((parent) =>
    files
      .filter((each) => each === 'renderer/main.tsx' || isLater(each))
      .filter((each) => each !== file && together(each).has(parent))
      .map(there),
  );
  const [first = new Set<string>(), ...others] = ways.flat();
  const always = [...first].filter((each) => others.every((way) => way.has(each)));
  return new Set([...together(file), ...always]);
}
const isLater = (file: string): boolean =>
  files.some((each) => imports(each, later).includes(file));

const definedIn = new Map<string, string[]>();
for (const [file, text] of sources)
  if (file.endsWith('.css'))
    for (const [, name = ''] of text.matchAll(/\.(sw-[\w-]+)/g))
      definedIn.set(name, [...(definedIn.get(name) ?? []), file]);

it('a screen that is loaded when it is shown brings the styles that it uses', () => {
  const bare = ['renderer/main.tsx', ...files.filter(isLater)].flatMap((entry) => {
    const have = there(entry);
    return [...together(entry)].flatMap((file) =>
      file.endsWith('.css')
        ? []
        : [...(sources.get(file) ?? '').matchAll(/\bsw-[\w-]+/g)]
            .filter(([name]) => definedIn.get(name)?.every((css) => !have.has(css)))
            .map(([name]) => `${file}: ${name}, shown by ${entry}`),
    );
  });
  expect(bare).toEqual([]);
});
