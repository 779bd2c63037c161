import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, test } from 'vitest';
import type { Bridge, PasswordState } from '../../../app/api/contract.ts';
import { step } from '../../../app/password/guide/machine.ts';
import { freshProgress, type Progress } from '../../../app/password/guide/progress.ts';
import { guideSteps, outcomes } from '../../../app/password/guide/steps.ts';
import { judgePolicy } from '../../../app/password/policy.ts';
import { ok } from '../../../app/result.ts';
import type { Language } from '../../../app/text/text.ts';
import { account, passwordState } from '../fake-bridge.ts';
import { findings, show } from '../show.tsx';

afterEach(cleanup);

const press = (name: string | RegExp) => userEvent.click(screen.getByRole('button', { name }));

/** The screen over a main process that keeps this state and walks the real guide. */
async function showPassword(
  change: Partial<PasswordState> = {},
  override: Partial<Bridge> = {},
  language: Language = 'en',
) {
  let state = passwordState(change);
  const shown = show(
    {
      passwordState: () => Promise.resolve(ok(state)),
      passwordGuide: ({ event }) => {
        state = { ...state, guide: step(state.guide, event, Date.now()) };
        return Promise.resolve(ok(state));
      },
      ...override,
    },
    language,
  );
  await userEvent.click(
    await screen.findByRole('button', { name: language === 'en' ? 'Password' : '密码' }),
  );
  return shown;
}

const at = (progress: Partial<Progress>): Partial<PasswordState> => ({
  guide: {
    ...freshProgress(Date.now()),
    changer: 'owner',
    kind: 'account-password',
    changedAt: Date.now(),
    ...progress,
  },
});

describe('the password in use', () => {
  test('is judged while it is typed and never told to main', async () => {
    const { bridge } = await showPassword();
    const field = await screen.findByLabelText('Password in use now');
    await userEvent.type(field, 'Abcdefg1');
    const rules = screen.getAllByRole('list', { name: 'Alibaba Mail’s rules' })[0];
    expect(within(rules!).getByText(/8 to 64 characters/).textContent).toContain('kept');
    await screen.findByText(/Alibaba’s newer admin page asks for 9/);
    await screen.findByText(/easy to guess/);
    await press('Check it');
    await waitFor(() =>
      expect(bridge.calls).toContainEqual([
        'passwordChecked',
        { accountId: 1, compliant: true, score: expect.any(Number) as number },
      ]),
    );
    expect(JSON.stringify(bridge.calls)).not.toContain('Abcdefg1');
    expect(screen.getByLabelText<HTMLInputElement>('Password in use now').value).toBe('');
  });

  test.each([
    ['control characters', 'Abcdefgh1\u0007', /control characters/],
    ['an emoji', 'Abcdefgh1😀', /outside ASCII/],
    ['a combining mark', 'Abcdefgh1e\u0301', /outside ASCII/],
    ['right-to-left text', 'Abcdefgh1שלום', /outside ASCII/],
    ['a space', 'Abcdef gh1', /has a space/],
  ])('with %s is judged with a note', async (_name, password, note) => {
    await showPassword();
    const field = await screen.findByLabelText('Password in use now');
    await userEvent.click(field);
    await userEvent.paste(password);
    await screen.findByText(note);
  });

  test('of 10 MB is judged and asks main nothing', async () => {
    const { bridge } = await showPassword();
    await userEvent.click(await screen.findByLabelText('Password in use now'));
    await userEvent.paste('Aa1!'.repeat(2_500_000));
    const before = bridge.calls.length;
    expect(screen.getByText(/8 to 64 characters/).textContent).toContain('not yet');
    expect(bridge.calls.length).toBe(before);
  });

  test('is asked for when the field is empty', async () => {
    const { bridge } = await showPassword();
    await screen.findByLabelText('Password in use now');
    await press('Check it');
    await screen.findByText('Type the password to check.');
    expect(bridge.calls.map(([name]) => name)).not.toContain('passwordChecked');
  });
});

describe('beside the guide', () => {
  test('says why remembering is not offered', async () => {
    await showPassword();
    await screen.findByText(/no keyring that Sendwell can use/);
    expect(screen.queryByRole('button', { name: 'Remember it on this computer' })).toBeNull();
  });

  test('lets a password that cannot be read be forgotten', async () => {
    await showPassword({ remember: { state: 'unreadable', problem: null }, held: false });
    await screen.findByText(/under another keyring/);
    await press('Forget it');
  });

  test('reminds when the rotation runs out', async () => {
    const day = 24 * 3_600_000;
    await showPassword({ rotation: { months: 3, dueAt: Date.now() + 5 * day } });
    await screen.findByText(/Better change it before/);
    cleanup();
    await showPassword({ rotation: { months: 3, dueAt: Date.now() - 5 * day } });
    await screen.findByText(/Ran out on/);
    cleanup();
    await showPassword({ rotation: { months: 3, dueAt: Date.now() + 50 * day } });
    await screen.findByText(/^Runs out on/);
    expect(screen.queryByText(/Better change it before/)).toBeNull();
  });

  test('compares before and after without claiming too much', async () => {
    const rate = (episodes: number) => ({ episodes, weeks: 4, perWeek: episodes / 4 });
    const effect = (before: number, after: number) => ({
      changes: [Date.now()],
      beforeAfter: { changedAt: Date.now(), before: rate(before), after: rate(after) },
    });
    await showPassword(effect(8, 1));
    await screen.findByText(/does not prove it/);
    cleanup();
    await showPassword(effect(4, 3));
    await screen.findByText(/About as many/);
    cleanup();
    await showPassword({ changes: [Date.now()] });
    await screen.findByText(/Two weeks before and two weeks after/);
  });

  test('offers the sample no guide', async () => {
    await showPassword(
      { sample: true },
      { listAccounts: () => Promise.resolve([account({ sample: true })]) },
    );
    await screen.findByText(/The sample mailbox has no password/);
    expect(screen.queryByRole('button', { name: 'Start' })).toBeNull();
  });
});

describe('the guide', () => {
  test('lets nothing be skipped by a double click and goes back by the list', async () => {
    await showPassword();
    await screen.findByText('Change the password, step by step');
    await press('Start');
    await screen.findByRole('heading', { name: 'Who will change the password?' });
    await userEvent.click(screen.getByRole('radio', { name: /The owner/ }));
    await userEvent.dblClick(screen.getByRole('button', { name: 'Continue' }));
    await screen.findByRole('heading', { name: /Which password does Sendwell use/ });
    await press(/Who changes it/);
    await screen.findByRole('heading', { name: 'Who will change the password?' });
  });

  test('suggests passwords that comply and are new each time', async () => {
    await showPassword(at({ step: 'choose', changedAt: null }));
    await press('Use: 16 characters');
    const field = screen.getByLabelText<HTMLInputElement>('New password');
    const first = field.value;
    expect(judgePolicy(first, 'owner@example.com').compliant).toBe(true);
    await press('Other suggestions');
    await waitFor(async () => {
      await press('Use: 16 characters');
      expect(field.value).not.toBe(first);
    });
  });

  test('does not go on with a password that is not saved or does not comply', async () => {
    await showPassword(at({ step: 'choose', changedAt: null }));
    const field = await screen.findByLabelText('New password');
    await userEvent.type(field, 'short');
    const go = screen.getByRole('button', { name: 'Continue' });
    const saved = screen.getByRole('checkbox', { name: /I have saved it/ });
    expect([go, saved].map((each) => each.hasAttribute('disabled'))).toEqual([true, true]);
    await userEvent.clear(field);
    await userEvent.type(field, 'Zephyr9=Gravel+Tulip');
    expect(go.hasAttribute('disabled')).toBe(true);
    await userEvent.click(saved);
    expect(go.hasAttribute('disabled')).toBe(false);
  });

  test('tells main that something was copied, not what', async () => {
    const { bridge } = await showPassword(at({ step: 'choose', changedAt: null }));
    Object.defineProperty(navigator, 'clipboard', {
      configurable: true,
      value: { writeText: () => Promise.resolve() },
    });
    await screen.findByRole('button', { name: 'Use: 16 characters' });
    await press('Copy: 16 characters');
    await screen.findByText(/Cleared in 30 seconds/);
    expect(bridge.calls).toContainEqual([
      'passwordCopied',
      {
        salt: expect.stringMatching(/^[0-9a-f]{32}$/) as string,
        digest: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
      },
    ]);
  });

  test('opens the right site, and shows the address where no browser opens', async () => {
    const { bridge } = await showPassword(at({ step: 'change', changedAt: null }), {
      openWebmail: () => Promise.resolve('failed'),
    });
    await screen.findByText('https://qiye.aliyun.com/');
    await press('Open in the browser');
    await screen.findByText(/could not be opened/);
    expect(bridge.calls).toContainEqual(['openWebmail', { site: 'china' }]);
  });

  test.each(outcomes.filter((each) => each !== 'accepted' && each !== 'locked'))(
    'explains %s and shows a way on',
    async (outcome) => {
      const lastTry = { at: Date.now(), outcome, words: 'the server’s own words' };
      await showPassword(at({ step: 'verify', lastTry }));
      await screen.findByText(/the server’s own words/);
      screen.getByRole('button', { name: 'Sign in once' });
      screen.getByRole('button', { name: 'It works in webmail' });
      screen.getByRole('button', { name: 'Change it once more' });
    },
  );

  test('shows a lockout as a clock and asks for no password meanwhile', async () => {
    await showPassword(at({ step: 'verify', lockedUntil: Date.now() + 42 * 60_000 }));
    await screen.findByText(/^4[12]:\d\d$/);
    expect(screen.queryByLabelText('New password')).toBeNull();
    await press('It is not locked: try now');
    await screen.findByLabelText('New password');
  });

  test('with a security password lets webmail prove the change', async () => {
    await showPassword(at({ step: 'verify', kind: 'security-password' }));
    await screen.findByRole('heading', { name: 'Check the new password in webmail' });
    expect(screen.queryByRole('button', { name: 'Sign in once' })).toBeNull();
    await press('It works in webmail');
    await screen.findByLabelText('New third-party client security password');
  });

  test.each(guideSteps.flatMap((each) => [[each, 'en'] as const, [each, 'zh-CN'] as const]))(
    'has no barrier at %s in %s, and no text is missing',
    async (each, language) => {
      await showPassword(at({ step: each, finishedAt: Date.now() }), {}, language);
      await waitFor(() => expect(document.querySelector(`[data-step="${each}"]`)).not.toBeNull());
      expect(document.body.textContent).not.toMatch(/\b(guide|password)\.[a-z]|\{\{/);
      expect(await findings()).toEqual([]);
    },
  );
});
