import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { mantineStyles } from './mantine-styles-plugin.ts';

const images = /\.(png|jpe?g|gif|webp|avif|svg)$/;

/**
 * The window's pages under a strict content security policy: no inline script, and no data: address except
 * for images. Chrome 114 is the oldest runtime that the tests may fall back to.
 */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: './',
  plugins: [react(), mantineStyles()],
  // A module, so that it may load its dictionaries when they are first needed.
  worker: { format: 'es' },
  build: {
    outDir: '../dist/window',
    emptyOutDir: true,
    target: 'chrome114',
    modulePreload: { polyfill: false },
    assetsInlineLimit: (path) => (images.test(path) ? undefined : false),
    // Texts do nothing by being loaded: the window takes one language, whoever else names the file that holds both.
    rolldownOptions: {
      treeshake: { moduleSideEffects: [{ test: /\/app\/text\//, sideEffects: false }] },
    },
    // One window, read from disk: a large chunk costs nothing here.
    chunkSizeWarningLimit: 4096,
  },
});
