import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

/** Fails the build when a component of Mantine is in it whose styles mantine-styles.ts does not name. */
export function mantineStyles(): Plugin {
  const list = readFileSync(new URL('mantine-styles.ts', import.meta.url), 'utf8');
  return {
    name: 'mantine-styles',
    apply: 'build',
    generateBundle(_options, bundle) {
      const used = Object.values(bundle)
        .flatMap((file) => (file.type === 'chunk' ? file.moduleIds : []))
        .flatMap((id) => /@mantine\/core\/esm\/.*\/(\w+)\.module\.mjs$/.exec(id)?.[1] ?? []);
      const missing = [...new Set(used)].filter((name) => !list.includes(`/${name}.layer.css`));
      if (missing.length > 0)
        this.error(`renderer/mantine-styles.ts lacks the styles of ${missing.join(', ')}`);
    },
  };
}
