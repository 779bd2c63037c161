import { describe, expect, it, vi } from 'vitest';
import { trayTemplate } from '../../../../app/shell/tray/tray-menu.ts';
import { createText, languages } from '../../../../app/text/text.ts';
import { trayState, trayTooltip, type TrayAccount } from '../../../../app/text/tray-words.ts';

/** On the clock of whoever runs the test. */
const at = (hours: number, minutes: number) => new Date(2026, 2, 2, hours, minutes).getTime();
const now = at(14, 10);
const scan = { finishedAt: now - 60_000, complete: true, cut: false };
const quiet = { own: [], lastScan: scan };
const limitedSince = (start: number) => ({
  own: [{ startedAt: start, endedAt: start, direction: 'own-account' as const }],
  lastScan: scan,
});
const account = (change: Partial<TrayAccount> = {}): TrayAccount => ({
  ...{ accountId: 1, address: 'owner@example.com', watch: 'on', observed: quiet },
  ...{ nextAt: null, problem: null },
  ...change,
});
const limited = account({ observed: limitedSince(at(14, 5)) });
const refused = { code: 'login-refused', subject: 'imap.example.com', detail: null } as const;
const actions = {
  ...{ open: vi.fn(), openAccount: vi.fn(), scan: vi.fn() },
  ...{ pause: vi.fn(), resume: vi.fn(), quit: vi.fn() },
};
const labels = (accounts: TrayAccount[], language: 'en' | 'zh-CN' = 'en') =>
  trayTemplate(createText(language), accounts, now, actions).flatMap(({ label }) => label ?? []);

describe('the tray’s menu', () => {
  it('says in one line how each watched mailbox stands', () => {
    expect(labels([limited])[0]).toBe(
      'owner@example.com: Sending limited since 14:05, try again from 15:05',
    );
    expect(labels([limited], 'zh-CN')[0]).toBe(
      'owner@example.com：自 14:05 起发信受限，15:05 可重试',
    );
    const line = (change: Partial<TrayAccount>) => labels([account(change)])[0]?.slice(19);
    expect(line({})).toBe('No throttle seen');
    expect(line({ observed: null })).toBe('Connecting');
    expect(line({ observed: limitedSince(at(11, 0)) })).toBe('No throttle since 11:00');
    expect(line({ watch: 'waiting', nextAt: at(14, 20) })).toBe('Connection lost, again 14:20');
    expect(line({ watch: 'stopped', problem: refused })).toBe(
      'Not watched: imap.example.com refused the login.',
    );
    expect(line({ watch: 'paused' })).toBe('Paused');
    expect(line({ observed: { own: [], lastScan: { ...scan, cut: true } } })).toBe('Not known');
  });

  it.each(languages)('has every word in %s', (language) => {
    const all = labels([limited, account({ watch: 'paused' })], language);
    expect(all).toHaveLength(6);
    for (const label of all) expect(label).not.toMatch(/tray\.|\{\{/);
    expect(labels([], language)).toHaveLength(5);
  });

  it('puts the most urgent first and stays short', () => {
    const many = Array.from({ length: 30 }, (_, index) =>
      account({ accountId: index + 2, address: `a${String(index)}@example.com` }),
    );
    const all = labels([...many, limited]);
    expect(all[0]).toContain('limited since');
    expect(all).toContain('and 23 more');
    expect(all).toHaveLength(13);
  });

  it('shows an address as it is, whatever signs it holds', () => {
    const long = account({ address: `r&d-${'x'.repeat(300)}@example.com` });
    expect(labels([long])[0]).toMatch(/^r&&d-x+…$/);
  });

  it('pauses what is watched and goes on with what is paused', () => {
    const item = (accounts: TrayAccount[], wanted: string) =>
      trayTemplate(createText('en'), accounts, now, actions).find(({ label }) => label === wanted);
    expect(item([account()], 'Pause watching')?.enabled).toBe(true);
    expect(item([], 'Pause watching')?.enabled).toBe(false);
    expect(item([], 'Scan now')?.enabled).toBe(false);
    expect(item([account({ watch: 'paused' })], 'Go on watching')).toBeDefined();
  });

  it('leads to the episode that a line speaks of', () => {
    const [first, second] = trayTemplate(
      createText('en'),
      [account({ accountId: 2 }), limited],
      now,
      actions,
    );
    for (const each of [first, second]) (each?.click as (() => void) | undefined)?.();
    expect(actions.openAccount.mock.calls).toEqual([
      [{ accountId: 1, startedAt: at(14, 5) }],
      [{ accountId: 2, startedAt: null }],
    ]);
  });
});

describe('the tray’s icon and tooltip', () => {
  const stale = { own: [], lastScan: { ...scan, finishedAt: now - 3_600_000 } };
  it.each([
    ['limited', [account(), limited, account({ watch: 'stopped' })]],
    ['unknown', [account(), account({ watch: 'stopped', problem: refused })]],
    ['unknown', [account({ observed: stale })]],
    ['watching', [account(), account({ watch: 'paused' })]],
    // Between two tries the icon does not flicker.
    ['watching', [account({ watch: 'waiting' })]],
    ['quiet', [account({ watch: 'paused' })]],
    ['quiet', []],
  ] as const)('show %s', (state, accounts) => {
    expect(trayState(accounts, now)).toBe(state);
    for (const language of languages)
      expect(trayTooltip(createText(language), accounts, now)).toMatch(/^Sendwell.*/);
  });

  it('name the one mailbox there is, as far as Windows shows it', () => {
    expect(trayTooltip(createText('en'), [limited], now)).toContain('limited since 14:05');
    const long = account({ address: `${'x'.repeat(300)}@example.com` });
    expect(trayTooltip(createText('en'), [long], now)).toHaveLength(127);
  });
});
