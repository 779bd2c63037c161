import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ScanStatus } from '../../../app/api/contract.ts';
import { scanRunner, type ScanWork } from '../../../app/api/scan-runner.ts';
import { failed, ok, type Problem, type Result } from '../../../app/result.ts';
import type { ScanOutcome, ScanProgress } from '../../../app/scan/scan.ts';

const traffic = { bytesIn: 0, bytesOut: 0, roundTrips: 0 };
const outcome = (
  status: ScanOutcome['status'],
  problem: Problem | null = null,
): Result<ScanOutcome> =>
  ok({
    status,
    problem,
    record: {
      accountId: 1,
      startedAt: 0,
      finishedAt: 0,
      since: null,
      complete: status === 'complete',
      report: { folders: [], notScanned: [], traffic, problem },
    },
  });
const progress = (swept: number): ScanProgress => ({
  phase: 'sweeping',
  folder: 'INBOX',
  swept,
  total: 100,
  candidates: 0,
  notices: 0,
  throttled: 0,
  remainingMs: null,
});

/** A scan that waits for its orders. */
function held() {
  let report: (progress: ScanProgress) => void = () => undefined;
  let end: (result: Result<ScanOutcome>) => void = () => undefined;
  const work: ScanWork = (signal, onProgress) => {
    report = onProgress;
    return new Promise((resolve) => {
      end = resolve;
      signal.addEventListener('abort', () => resolve(outcome('cancelled')));
    });
  };
  return {
    work,
    report: (swept: number) => report(progress(swept)),
    end: (result: Result<ScanOutcome>) => end(result),
  };
}

describe('the scan runner', () => {
  const told: ScanStatus[] = [];
  const bugs: unknown[] = [];
  const runner = () =>
    scanRunner(
      (status) => told.push(status),
      (error) => bugs.push(error),
    );
  beforeEach(() => {
    vi.useFakeTimers();
    told.length = 0;
    bugs.length = 0;
  });
  afterEach(() => void vi.useRealTimers());

  it('runs one scan of an account at a time', async () => {
    const scans = runner();
    const first = held();
    expect(scans.start(1, first.work)).toBe(true);
    expect(scans.start(1, held().work)).toBe(false);
    expect(scans.start(2, held().work)).toBe(true);
    first.end(outcome('complete'));
    await vi.runAllTimersAsync();
    expect(scans.isRunning(1)).toBe(false);
    expect(scans.start(1, held().work)).toBe(true);
  });

  it('tells at most ten messages a second, and the last counts are never lost', async () => {
    const scans = runner();
    const scan = held();
    scans.start(1, scan.work);
    for (let swept = 1; swept <= 500; swept += 1) {
      scan.report(swept);
      await vi.advanceTimersByTimeAsync(2);
    }
    // One second: the start, the first sweep and one every hundred milliseconds.
    expect(told.length).toBeLessThanOrEqual(12);
    expect(told.length).toBeGreaterThanOrEqual(9);
    await vi.advanceTimersByTimeAsync(200);
    expect(told.at(-1)?.swept).toBe(500);
    expect(scans.status(1)?.swept).toBe(500);
  });

  it('tells the end at once', async () => {
    const scans = runner();
    const scan = held();
    scans.start(1, scan.work);
    scan.report(1);
    scan.report(2);
    scan.end(outcome('complete'));
    await vi.advanceTimersByTimeAsync(0);
    expect(told.at(-1)).toMatchObject({ phase: 'done', swept: 2, problem: null });
    const many = told.length;
    await vi.advanceTimersByTimeAsync(1000);
    expect(told.length).toBe(many);
  });

  it('cancels and waits for the end', async () => {
    const scans = runner();
    scans.start(1, held().work);
    await scans.cancel(1);
    expect(scans.status(1)?.phase).toBe('cancelled');
    expect(scans.isRunning(1)).toBe(false);
  });

  it('says that a scan was cancelled, not that it failed, when the connection broke for it', async () => {
    const scans = runner();
    scans.start(
      1,
      (signal) =>
        new Promise((resolve) => {
          signal.addEventListener('abort', () => resolve(failed('interrupted')));
        }),
    );
    await scans.cancelAll();
    expect(scans.status(1)).toMatchObject({ phase: 'cancelled', problem: null });
  });

  it('keeps the problem of a scan that stopped half-way', async () => {
    const scans = runner();
    const scan = held();
    const problem = { code: 'connection-closed', subject: 'host', detail: null } as const;
    scans.start(1, scan.work);
    scan.end(outcome('incomplete', problem));
    await vi.advanceTimersByTimeAsync(0);
    expect(scans.status(1)).toMatchObject({ phase: 'failed', problem });
  });

  it('turns a bug into a problem and reports it', async () => {
    const scans = runner();
    scans.start(1, () => Promise.reject(new Error('bug')));
    await vi.advanceTimersByTimeAsync(0);
    expect(scans.status(1)).toMatchObject({ phase: 'failed', problem: { code: 'internal' } });
    expect(bugs).toHaveLength(1);
  });

  it('forgets an account that was removed, and tells nothing more of it', async () => {
    const scans = runner();
    const scan = held();
    scans.start(1, scan.work);
    scan.report(1);
    scan.report(2);
    await scans.forget(1);
    const many = told.length;
    await vi.advanceTimersByTimeAsync(1000);
    expect(scans.status(1)).toBeNull();
    expect(told.length).toBe(many);
  });
});
