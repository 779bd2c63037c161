import { notifications } from '@mantine/notifications';
import { cleanup, render, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import type { Bridge } from '../../../app/api/contract.ts';
import { failed, ok } from '../../../app/result.ts';
import { App } from '../../../renderer/app.tsx';
import { type Screen, screens } from '../../../renderer/components/shell.tsx';
import '../../../renderer/screens/audit/audit.tsx';
import '../../../renderer/screens/password/password.tsx';
import '../show.tsx';
import { account, fakeBridge, info, overview, passwordState, scanStatus } from '../fake-bridge.ts';
import { missed } from './missed.ts';
import { pseudo, pseudoText } from './pseudo-text.ts';

afterEach(() => {
  cleanup();
  notifications.clean();
});

const text = pseudoText();

/** The window in the pseudo-locale; `data` grows with what main answers. */
function showPseudo(override: Partial<Bridge> = {}, storeProblem = info.storeProblem) {
  const bridge = fakeBridge(override);
  let data = JSON.stringify(info);
  const listening = new Proxy(bridge, {
    get: (target, name: keyof Bridge) => {
      const ask = target[name] as (...given: readonly unknown[]) => unknown;
      if (typeof ask !== 'function') return ask;
      return (...given: readonly unknown[]) => {
        const answer = ask(...given);
        if (answer instanceof Promise)
          void answer.then(
            (value) => (data += strings(value)),
            () => undefined,
          );
        return answer;
      };
    },
  });
  Object.assign(window, { sendwell: listening });
  render(<App info={{ ...info, storeProblem }} text={text} nonce="test" env="test" />);
  return { missed: () => missed(document.body, data) };
}

/** Every string in an answer, whole, one a line. */
const strings = (value: unknown): string =>
  typeof value === 'string'
    ? `${value}\n`
    : typeof value === 'object' && value !== null
      ? Object.values(value).map(strings).join('')
      : '';

const nav = (name: Screen): HTMLElement =>
  document.querySelectorAll<HTMLElement>('.sw-side .sw-nav-item')[screens.indexOf(name)]!;
const there = (selector: string): Promise<Element> =>
  waitFor(() => {
    const found = document.querySelector(selector);
    if (found === null) throw new Error(`no ${selector}`);
    return found;
  });

describe('the pseudo-locale', () => {
  it('is longer, in brackets, and keeps what is filled in', () => {
    expect(pseudo('Read {{count}} mails')).toMatch(/^⟦Réád \{\{count\}\} máílš ~{8}⟧$/);
  });

  it('tells a missed string from data', () => {
    document.body.innerHTML = `<p title="Close">⟦Ópéñ⟧ owner@example.com, 3 Nov: Missed</p>`;
    expect(missed(document.body, 'owner@example.com\n')).toEqual([
      '"Close" (title of html > body > p)',
      '"owner@example.com, 3 Nov: Missed" (text of html > body > p)',
    ]);
    document.body.innerHTML = '';
  });
});

describe('no screen says anything that is not among the texts', () => {
  it('overview, its tables, an episode', async () => {
    const shown = showPseudo();
    await there('.sw-totals');
    expect(shown.missed()).toEqual([]);
    for (const tool of document.querySelectorAll<HTMLElement>('.sw-chart-tools button:first-child'))
      tool.click();
    await there('.sw-data-table');
    expect(shown.missed()).toEqual([]);
    ((await there('.sw-episode')) as HTMLElement).click();
    await there('.sw-episode-body');
    expect(shown.missed()).toEqual([]);
  });

  it('overview while it loads, when it failed, and with nothing', async () => {
    const failing = showPseudo({ overview: () => Promise.resolve(failed('store-locked')) });
    await there('.sw-page .sw-problem');
    expect(failing.missed()).toEqual([]);
    cleanup();
    const empty = showPseudo({
      overview: () => Promise.resolve(ok(overview({ state: 'healthy', episodes: [], causes: [] }))),
    });
    await there('.sw-totals');
    expect(empty.missed()).toEqual([]);
  });

  const others = screens.filter((name) => name !== 'overview');
  it.each(others)('%s', async (name) => {
    const shown = showPseudo();
    await there('.sw-nav');
    nav(name).click();
    await there('#content h1, #content h2');
    await waitFor(() => expect(document.querySelector('#content [aria-busy=true]')).toBeNull());
    expect(shown.missed()).toEqual([]);
    if (name !== 'notices') return;
    const row = document.querySelector<HTMLElement>('.sw-row-button');
    if (row === null) throw new Error('no notice');
    row.click();
    await there('.sw-notice');
    expect(shown.missed()).toEqual([]);
  });

  it('the first run, connecting, and a scan that runs', async () => {
    const first = showPseudo({ listAccounts: () => Promise.resolve([]) });
    const way = await there('.sw-way button');
    expect(first.missed()).toEqual([]);
    (way as HTMLElement).click();
    await there('.sw-connect-form');
    expect(first.missed()).toEqual([]);
    cleanup();
    const scanning = showPseudo({
      listAccounts: () => Promise.resolve([account({ lastScanAt: null })]),
      scanStatus: () => Promise.resolve(scanStatus({ phase: 'sweeping' })),
    });
    await there('.sw-scanning');
    expect(scanning.missed()).toEqual([]);
  });

  it('a password change under way', async () => {
    const shown = showPseudo({ passwordState: () => Promise.resolve(ok(passwordState())) });
    await there('.sw-nav');
    nav('password').click();
    await there('.sw-password-start, .sw-guide');
    expect(shown.missed()).toEqual([]);
  });

  it('a database that is damaged or locked', async () => {
    for (const code of ['store-damaged', 'store-locked'] as const) {
      const shown = showPseudo({}, { code, subject: null, detail: null });
      await there('.sw-store');
      expect(shown.missed()).toEqual([]);
      cleanup();
    }
  });
});
