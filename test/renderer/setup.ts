import { configure } from '@testing-library/react';
import { vi } from 'vitest';
import { loadStrengthEstimator } from '../../app/password/strength.ts';
import type { StrengthQuestion } from '../../renderer/screens/password/strength-worker.ts';

// Waiting ends as soon as what is waited for is there; the limits only bound a failure on a busy machine.
configure({ asyncUtilTimeout: 15_000 });
vi.setConfig({ testTimeout: 60_000 });

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

Element.prototype.scrollIntoView = () => {
  // Nothing is laid out, so there is nowhere to scroll.
};

// Text fields that grow ask to be told when fonts are loaded; here none ever is.
Object.defineProperty(document, 'fonts', { value: new EventTarget() });

// The one worker there is, answering as strength-worker.ts does; jsdom has no workers.
window.Worker = class extends EventTarget {
  postMessage({ id, password, account }: StrengthQuestion): void {
    void loadStrengthEstimator().then((estimator) => {
      const answer = password === null ? estimator.words : estimator.estimate(password, account);
      this.dispatchEvent(new MessageEvent('message', { data: { id, answer } }));
    });
  }
  terminate(): void {
    // It lives in this thread.
  }
} as unknown as typeof Worker;
