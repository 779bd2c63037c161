import { describe, expect, it } from 'vitest';
import { problemCodes, type Problem, type ProblemCode } from '../../../app/result.ts';
import { Patience, wait } from '../../../app/scan/patience.ts';

const problem = (code: ProblemCode): Problem => ({ code, subject: null, detail: null });

const pauses = (patience: Patience, code: ProblemCode, gotFurther: boolean, times: number) =>
  Array.from({ length: times }, () => patience.pauseAfter(problem(code), gotFurther));

describe('patience', () => {
  it('grows from try to try and ends', () => {
    expect(pauses(new Patience(), 'connection-closed', false, 6)).toEqual([
      ...[1000, 3000, 10_000, 30_000],
      ...[null, null],
    ]);
    expect(pauses(new Patience(), 'server-busy', false, 5)).toEqual([
      ...[5000, 15_000, 45_000, 120_000],
      null,
    ]);
  });

  it('begins anew with each step ahead, yet not for ever', () => {
    const all = pauses(new Patience(), 'connection-closed', true, 101);
    expect(new Set(all.slice(0, 100))).toEqual(new Set([1000]));
    expect(all[100]).toBeNull();
  });

  it('waits for nothing that will not pass, above all no refused login', () => {
    const passing = problemCodes.filter(
      (code) => new Patience().pauseAfter(problem(code), true) !== null,
    );
    expect(passing.sort()).toEqual([
      ...['connection-closed', 'connection-refused', 'connection-timeout', 'host-not-found'],
      ...['network-unreachable', 'server-busy', 'server-refused', 'tls-failed'],
    ]);
  });
});

describe('waiting', () => {
  it('ends when the person cancels', async () => {
    const abort = new AbortController();
    const waiting = wait(600_000, abort.signal);
    abort.abort();
    await waiting;
    await wait(600_000, abort.signal);
    expect(abort.signal.aborted).toBe(true);
  });
});
