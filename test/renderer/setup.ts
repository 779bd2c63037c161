import { vi } from 'vitest';

/** What Mantine and the charts ask of a window and jsdom does not have. */
window.matchMedia = (query) =>
  Object.assign(new EventTarget(), {
    matches: false,
    media: query,
    onchange: null,
  }) as unknown as MediaQueryList;

window.ResizeObserver = class {
  observe(): void {
    // Nothing is laid out, so no size ever changes.
  }
  unobserve(): void {
    // As above.
  }
  disconnect(): void {
    // As above.
  }
};

// Rendering in jsdom takes seconds on a machine that is busy with something else.
vi.setConfig({ testTimeout: 30_000 });
