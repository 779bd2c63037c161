import fc from 'fast-check';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { assessPassword } from '../../../app/password/assess.ts';
import {
  accountTokens,
  loadStrengthEstimator,
  type StrengthEstimator,
} from '../../../app/password/strength.ts';

// Many rounds, on machines that may be busy: no test here is about time.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const account = 'zhaoyiming.sales@brightriver.example.cn';
let estimator: StrengthEstimator;
beforeAll(async () => {
  estimator = await loadStrengthEstimator();
}, 60_000);

describe('strength', () => {
  it.each([
    'Password1!',
    'P@ssw0rd2024',
    'Woaini1314!',
    'Woaini@1314',
    'Zhangwei1985!',
    'Gongxifacai888!',
    'Zhongguo@123',
    'Haohaoxuexi1!',
    '1qaz@WSX',
    '!QAZ2wsx',
    'Qwer1234!',
    'Aliyun@2024',
    'Dingtalk#2025',
    'Admin@123',
    'Brightriver@2026',
    'Sales#2026',
    'Aa1!Aa1!Aa1!',
  ])('of %s is weak though it complies', (password) => {
    const { compliant, notes } = assessPassword(
      password,
      'owner@brightriver.example.cn',
      estimator,
    );
    expect(compliant).toBe(true);
    expect(notes).toContain('weak');
  });

  it.each(['kR7#pQ2!vX9$mN4w', 'Otter=Lamp=Gravel7=Tulip=Desk', 'tq8Vz#Lw3%Ng'])(
    'of %s is good',
    (password) => {
      const { strength, notes } = assessPassword(password, account, estimator);
      expect(strength.score).toBe(4);
      expect(notes).toEqual([]);
    },
  );

  it('warns of nothing but the rules while these are broken', () => {
    expect(assessPassword('password', account, estimator).notes).toEqual(['nine-characters']);
  });

  it('of nothing is nothing', () => {
    expect(estimator.estimate('', account)).toEqual({ score: 0, guessesLog10: 0 });
  });

  it('falls when the account or the company is in the password', () => {
    const password = 'Qubrilox#Vantemar';
    const stranger = estimator.estimate(password, 'owner@example.com');
    const known = estimator.estimate(password, 'vantemar@qubrilox.example.com');
    expect(known.guessesLog10).toBeLessThan(stranger.guessesLog10 - 4);
  });

  it('does not rise for ever with the length', () => {
    const { guessesLog10 } = estimator.estimate('tq8Vz#Lw3%Ng'.repeat(1_000_000), account);
    expect(guessesLog10).toBeLessThan(65);
  });

  it('is an estimate for whatever is typed, also for names of a prototype', () => {
    const typed = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 80 }),
      fc.constantFrom('constructor', '__proto__', 'toString', 'hasOwnProperty'),
    );
    fc.assert(
      fc.property(typed, typed, (password, of) => {
        const { score, guessesLog10 } = estimator.estimate(password, of);
        expect([0, 1, 2, 3, 4]).toContain(score);
        expect(guessesLog10).toBeGreaterThanOrEqual(0);
        expect(guessesLog10).toBeLessThan(100);
      }),
      { numRuns: 100 },
    );
  });
});

describe('the pieces of an account', () => {
  it('are its sides, words and numbers, the longest first', () => {
    expect(accountTokens('Li.Ming+2026@Bright-River.example.cn')).toEqual([
      'li.ming+2026@bright-river.example.cn',
      'bright-river.example.cn',
      'brightriverexamplecn',
      'li.ming+2026',
      'liming2026',
      'example',
      'bright',
      'river',
      'ming',
      '2026',
    ]);
  });

  it('are few, however the address is made', () => {
    expect(accountTokens(`${'abc.'.repeat(1000)}@${'def1.'.repeat(100_000)}`).length).toBeLessThan(
      25,
    );
    expect(accountTokens('')).toEqual([]);
    expect(accountTokens('@')).toEqual([]);
  });
});
