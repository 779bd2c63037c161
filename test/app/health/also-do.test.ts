import { describe, expect, it } from 'vitest';
import { advise } from '../../../app/health/advice.ts';
import { alsoDo } from '../../../app/health/also-do.ts';
import type { Cause, Likelihood } from '../../../app/health/cause.ts';
import { day, type Episode } from '../../../app/health/episodes.ts';

const now = Date.UTC(2026, 2, 20);
const episode = (more: Partial<Episode> = {}): Episode => ({
  ...{ startedAt: now - day, endedAt: now - day, direction: 'own-account' },
  ...{ notices: 1, failures: 1, recipients: 1, transient: 1, permanent: 0 },
  ...{
    stages: [],
    connectionIps: [],
    recipientDomains: [],
    programs: ['mail.example.com, Foxmail 7'],
  },
  ...more,
});
const cause = (name: Cause['name'], likelihood: Likelihood, code = 'any'): Cause => ({
  ...{ name, likelihood, evidence: [{ code, values: {}, basis: null }] },
});
const steps = (episodes: Episode[], ...causes: Cause[]) =>
  alsoDo(episodes, advise(episodes, now), causes, now);

describe('alsoDo', () => {
  it('has nothing to add where nothing happened', () => {
    expect(steps([])).toEqual([]);
  });

  it('says slow down after a recent episode whose pace may be the cause', () => {
    expect(steps([episode()], cause('pace', 'possible'))).toEqual(['slow-down']);
    expect(steps([episode()], cause('pace', 'unlikely'))).toEqual([]);
    const old = { startedAt: now - 15 * day, endedAt: now - 15 * day };
    expect(steps([episode(old)], cause('pace', 'likely'))).toEqual([]);
  });

  it('says change the password only where that cause is likely', () => {
    expect(steps([episode()], cause('weak-password', 'possible'))).toEqual([]);
    expect(steps([episode()], cause('weak-password', 'likely'))).toEqual(['change-password']);
  });

  it('says review the account only where mail was found that nobody here sent', () => {
    const found = 'originals-not-sent-here';
    expect(steps([episode()], cause('stolen-account', 'possible', 'sent-not-read'))).toEqual([]);
    expect(steps([episode()], cause('stolen-account', 'possible', found))).toEqual([
      'review-account',
    ]);
    expect(steps([episode()], cause('stolen-account', 'likely', found))).toEqual([
      ...['change-password', 'review-account'],
    ]);
  });

  it('points to Direct Mail for mail of programs, or to very many', () => {
    expect(steps([episode({ programs: ['shop.example.com, PHPMailer 6'] })])).toEqual([
      'direct-mail',
    ]);
    expect(steps([episode({ recipients: 200 })])).toEqual(['direct-mail']);
  });

  it('takes no account of what recipients’ servers limit', () => {
    expect(steps([episode({ direction: 'recipient-server', recipients: 500 })])).toEqual([]);
  });
});
