import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { defaultSettings } from '../../../app/api/contract.ts';
import { watchAtStart } from '../../../app/api/watch-at-start.ts';
import type { RememberedState } from '../../../app/secrets/remember-states.ts';
import type { RememberedPasswords } from '../../../app/secrets/remembered-passwords.ts';
import { testContext, type TestContext } from './context.ts';

/** Addresses with what is remembered of each. */
const states: Record<string, RememberedState> = {
  'kept@example.com': 'remembered',
  'refused@example.com': 'refused',
  'unreadable@example.com': 'unreadable',
  'none@example.com': 'none',
};

let context: TestContext;
let on = true;
const begun: number[] = [];
const at = (address: string) =>
  context.store.value.accounts.list().find((each) => each.address === address)?.id;

beforeEach(async () => {
  begun.length = 0;
  on = true;
  const remembered = {
    state: ({ address }: { address: string }) => states[address] ?? 'none',
    read: () => null,
  } as unknown as RememberedPasswords;
  context = await testContext({ remembered });
  for (const address of Object.keys(states))
    context.store.value.accounts.save({
      ...{ address, host: 'imap.example.com', port: 993, sample: false, ca: null },
    });
  vi.spyOn(context.watches, 'start').mockImplementation((accountId) => {
    begun.push(accountId);
    return { ok: true, value: context.watches.status(accountId) };
  });
});
afterEach(() => context.watches.stopAll());

const start = (signal = new AbortController().signal) =>
  watchAtStart(
    {
      ...context,
      settings: { ...context.settings, current: { ...defaultSettings, watchAtStart: on } },
    },
    signal,
    () => Promise.resolve(),
  );

it('watches accounts with a remembered password, never one that was refused', async () => {
  await start();
  expect(begun).toEqual([at('kept@example.com')]);
});

it('watches nothing unless that was chosen, or while the app is ending', async () => {
  on = false;
  await start();
  on = true;
  await start(AbortSignal.abort());
  expect(begun).toEqual([]);
});
