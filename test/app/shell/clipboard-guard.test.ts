import { createHmac, randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { clipboardGuard } from '../../../app/shell/clipboard-guard.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** As the window makes it. */
function digestOf(secret: string) {
  const salt = randomBytes(16);
  const digest = createHmac('sha256', salt).update(secret).digest('hex');
  return { salt: salt.toString('hex'), digest };
}

function fake(later: boolean) {
  const clipboard = {
    text: '',
    readText: () => (later ? Promise.resolve(clipboard.text) : clipboard.text),
    clear: () => {
      clipboard.text = '';
    },
  };
  return { clipboard, ...clipboardGuard(clipboard) };
}

describe.each([false, true])('a copied password (clipboard that answers later: %s)', (later) => {
  it('is gone after 30 seconds, and not before', async () => {
    const { clipboard, guard } = fake(later);
    guard(digestOf('Gravel7=Tulip'));
    // Chromium may put it there a moment after the window said so.
    await vi.advanceTimersByTimeAsync(500);
    clipboard.text = 'Gravel7=Tulip';
    await vi.advanceTimersByTimeAsync(29_000);
    expect(clipboard.text).toBe('Gravel7=Tulip');
    await vi.advanceTimersByTimeAsync(1_000);
    expect(clipboard.text).toBe('');
  });

  it('is left to whatever was copied after it', async () => {
    const { clipboard, guard } = fake(later);
    guard(digestOf('Gravel7=Tulip'));
    clipboard.text = 'a shopping list';
    await vi.advanceTimersByTimeAsync(60_000);
    expect(clipboard.text).toBe('a shopping list');
  });

  it('that is copied again stays for its own 30 seconds', async () => {
    const { clipboard, guard } = fake(later);
    guard(digestOf('one'));
    await vi.advanceTimersByTimeAsync(20_000);
    guard(digestOf('two'));
    clipboard.text = 'two';
    await vi.advanceTimersByTimeAsync(20_000);
    expect(clipboard.text).toBe('two');
    await vi.advanceTimersByTimeAsync(10_000);
    expect(clipboard.text).toBe('');
  });

  it('goes at once when the app ends; nothing else does', async () => {
    const { clipboard, guard, clearNow } = fake(later);
    clipboard.text = 'mine';
    await clearNow();
    expect(clipboard.text).toBe('mine');
    guard(digestOf('mine'));
    await clearNow();
    expect(clipboard.text).toBe('');
  });
});
