import { build } from 'esbuild';
import { expect, it } from 'vitest';
import { requiredBy } from '../../../app/toolchain/bundles.ts';

it('sees what a bundle would still require at run time', async () => {
  const { metafile } = await build({
    stdin: {
      contents: `import { contextBridge } from 'electron'; import 'node:fs'; import 'node:fs';
        contextBridge.exposeInMainWorld('a', () => require('electron'));`,
    },
    bundle: true,
    external: ['electron', 'node:fs'],
    format: 'cjs',
    metafile: true,
    write: false,
  });
  expect(requiredBy(metafile)).toEqual(['electron', 'node:fs']);
});
