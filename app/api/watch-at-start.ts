import type { Context } from './context.ts';

/** A server sees one connection after another instead of fifty in the same second. */
const between = 1000;

/**
 * Watches every account whose password is remembered, where that was chosen. One whose password was refused is left
 * alone until a person types it again: Alibaba locks an account after a few wrong ones.
 */
export async function watchAtStart(
  context: Pick<Context, 'settings' | 'store' | 'remembered' | 'watches'>,
  signal: AbortSignal,
  pause: (ms: number) => Promise<void> = wait,
): Promise<void> {
  const { settings, store, remembered, watches } = context;
  if (!settings.current.watchAtStart || !store.ok) return;
  const known = store.value.accounts.list().filter(({ sample }) => !sample);
  for (const account of known) {
    if (remembered.state(account) !== 'remembered') continue;
    if (signal.aborted) return;
    watches.start(account.id);
    await pause(between);
  }
}

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
