import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { createDraw } from '../../../app/password/draw.ts';
import { judgePolicy } from '../../../app/password/policy.ts';
import { loadStrengthEstimator } from '../../../app/password/strength.ts';
import {
  passphraseWords,
  suggestedCharacters,
  suggestPassphrase,
  suggestPassword,
} from '../../../app/password/suggest.ts';

// Many rounds, on machines that may be busy: no test here is about time.
vi.setConfig({ testTimeout: 60_000 });

const account = 'owner@example.com';
const lookAlikes = /[0Oo1lI|]/;

/** A source that repeats itself, so that a test of frequencies ends the same way every time (xorshift32). */
function repeatable(seed: number): (bytes: number) => Uint8Array {
  let state = seed;
  return (bytes) =>
    Uint8Array.from({ length: bytes }, () => {
      state ^= state << 13;
      state ^= state >>> 17;
      state ^= state << 5;
      return (state >>> 16) & 255;
    });
}

describe('an even draw', () => {
  it.each([
    [68, [0, 0], 0],
    [68, [0, 67], 67],
    [68, [0, 68], 0],
    [256, [1, 255], 255],
    [65_536, [255, 255], 65_535],
    [1, [255, 255], 0],
  ])('below %i from %j is %i', (below, bytes, expected) => {
    expect(createDraw(() => Uint8Array.from(bytes))(below)).toBe(expected);
  });

  it('refuses what would favour small numbers', () => {
    // 65,535 is the only number above the last full multiple of 3.
    expect(createDraw(() => Uint8Array.from([255, 255, 0, 2]))(3)).toBe(2);
  });

  it('takes every byte of the source once', () => {
    const chunks = [Uint8Array.from([0, 1, 0, 2]), Uint8Array.from([0, 3, 0, 4])];
    const draw = createDraw(() => chunks.shift() ?? new Uint8Array());
    expect([draw(10), draw(10), draw(10), draw(10)]).toEqual([1, 2, 3, 4]);
  });

  it.each([0, -1, 1.5, 65_537, NaN])('is not made below %d', (below) => {
    expect(() => createDraw(randomBytes)(below)).toThrow(RangeError);
  });

  it('ends when the source is broken', () => {
    expect(() => createDraw((bytes) => new Uint8Array(bytes).fill(255))(3)).toThrow('broken');
    expect(() => createDraw(() => new Uint8Array())(3)).toThrow('too few');
  });
});

describe('a suggestion', () => {
  it('complies, differs and has no look-alikes, 20,000 times', () => {
    const seen = new Set<string>();
    for (let count = 0; count < 20_000; count += 1) {
      const password = suggestPassword(randomBytes, account);
      if (password.length !== 16 || !judgePolicy(password, account).compliant)
        expect.unreachable(password);
      if (lookAlikes.test(password)) expect.unreachable(password);
      seen.add(password);
    }
    expect(seen.size).toBe(20_000);
  });

  it('takes every character equally often', () => {
    const random = repeatable(20_260_302);
    const counts = new Map<string, number>();
    const rounds = 20_000;
    for (let count = 0; count < rounds; count += 1)
      for (const character of suggestPassword(random, account))
        counts.set(character, (counts.get(character) ?? 0) + 1);
    const expected = (rounds * 16) / suggestedCharacters.length;
    expect([...counts.keys()].sort()).toEqual(Array.from(suggestedCharacters).sort());
    const chiSquare = [...counts.values()]
      .map((seen) => (seen - expected) ** 2 / expected)
      .reduce((sum, part) => sum + part, 0);
    // 67 degrees of freedom: chance exceeds 110 once in 1,500 runs, and this run is always the same.
    expect(chiSquare).toBeLessThan(110);
  });

  it('complies for every length and account', () => {
    const local = fc.stringMatching(/^[A-Za-z0-9.!#$%&*+^_=-]{1,6}$/);
    fc.assert(
      fc.property(fc.integer({ min: 16, max: 64 }), local, (length, name) => {
        const password = suggestPassword(randomBytes, `${name}@example.com`, length);
        expect(password).toHaveLength(length);
        expect(judgePolicy(password, `${name}@example.com`).compliant).toBe(true);
      }),
    );
  });

  it.each(Array.from('aZ7#-'))('avoids an account that is only %s', (letter) => {
    for (let count = 0; count < 100; count += 1) {
      const password = suggestPassword(randomBytes, `${letter}@example.com`, 64);
      expect(password.toLowerCase()).not.toContain(letter.toLowerCase());
    }
  });

  it.each([0, 8, 15, 65, 16.5, NaN, Infinity])('has no %d characters', (length) => {
    expect(() => suggestPassword(randomBytes, account, length)).toThrow(RangeError);
  });

  it('does not wait for ever for a broken source', () => {
    expect(() => suggestPassword((bytes) => new Uint8Array(bytes), account)).toThrow('broken');
  });

  it('is strong', async () => {
    const { estimate } = await loadStrengthEstimator();
    for (let count = 0; count < 50; count += 1)
      expect(estimate(suggestPassword(randomBytes, account), account).score).toBe(4);
  });
});

describe('a passphrase', () => {
  it('complies, fits, and is strong', async () => {
    const { estimate, words } = await loadStrengthEstimator();
    const list = passphraseWords(words);
    expect(list.length).toBeGreaterThan(7000);
    for (const of of [account, 'e@example.com', '-@example.com', '7@example.com'])
      for (let count = 0; count < 100; count += 1) {
        const phrase = suggestPassphrase(randomBytes, of, list);
        expect(phrase).toMatch(/^([A-Z][a-z]{2,8}[2-9]?[!@#$%^&*\-_=+]?){5}$/);
        expect(judgePolicy(phrase, of).rules).toEqual([
          { rule: 'length', ok: true },
          { rule: 'characterTypes', ok: true },
          { rule: 'noAccount', ok: true },
        ]);
        if (count < 5) expect(estimate(phrase, of).score).toBe(4);
      }
  });

  it('takes plain words only, each once', () => {
    const words = ['otter', 'otter', 'drop-down', 'Otter', 'ab', 'abcdefghij', 'été', ''];
    expect(passphraseWords(words)).toEqual(['otter']);
  });
});
