import { expect, it } from 'vitest';
import { isFallbackRuntime } from '../../../app/shell/runtime.ts';

it.each([
  ['25.1.1', true],
  ['39.9.9', true],
  ['40.0.0', false],
  ['45.4.1', false],
])('knows whether Electron %s is the fallback', (version, fallback) => {
  expect(isFallbackRuntime(version)).toBe(fallback);
});
