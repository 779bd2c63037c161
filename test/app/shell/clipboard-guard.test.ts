import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { clipboardGuard } from '../../../app/shell/clipboard-guard.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

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
    clipboard.text = 'Gravel7=Tulip';
    await guard();
    await vi.advanceTimersByTimeAsync(29_000);
    expect(clipboard.text).toBe('Gravel7=Tulip');
    await vi.advanceTimersByTimeAsync(1_000);
    expect(clipboard.text).toBe('');
  });

  it('is left to whatever was copied after it', async () => {
    const { clipboard, guard } = fake(later);
    clipboard.text = 'Gravel7=Tulip';
    await guard();
    clipboard.text = 'a shopping list';
    await vi.advanceTimersByTimeAsync(60_000);
    expect(clipboard.text).toBe('a shopping list');
  });

  it('that is copied again stays for its own 30 seconds', async () => {
    const { clipboard, guard } = fake(later);
    clipboard.text = 'one';
    await guard();
    await vi.advanceTimersByTimeAsync(20_000);
    clipboard.text = 'two';
    await guard();
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
    await guard();
    await clearNow();
    expect(clipboard.text).toBe('');
  });
});
