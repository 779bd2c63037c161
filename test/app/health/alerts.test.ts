import { describe, expect, it } from 'vitest';
import { adopt, decide, type Told } from '../../../app/health/alerts.ts';
import { outlookAt, type Limit } from '../../../app/health/outlook.ts';

const minute = 60_000;
const hour = 60 * minute;
const start = Date.UTC(2026, 2, 2, 14, 5);
const limit = (change: Partial<Limit> = {}): Limit => ({
  startedAt: start,
  endedAt: start,
  retryAt: start + hour,
  action: 'pause',
  ...change,
});
const told = (change: Partial<Told> = {}): Told => ({ ...limit(), over: false, ...change });

describe('what is told of a limit', () => {
  it('is a new episode, once, however many notices follow', () => {
    const first = decide(null, limit(), start + minute);
    expect(first).toEqual({ alert: 'limited', told: told(), nextAt: start + hour });
    const grown = limit({ endedAt: start + 20 * minute, retryAt: start + 80 * minute });
    const second = decide(first.told, grown, start + 21 * minute);
    expect(second.alert).toBeNull();
    // The time that was told is when the person would try again.
    expect(second.nextAt).toBe(start + hour);
    expect(decide(second.told, grown, start + 22 * minute).alert).toBeNull();
  });

  it('is that it goes on, when the time that was told has come', () => {
    const grown = limit({ endedAt: start + 20 * minute, retryAt: start + 80 * minute });
    const decision = decide(told(), grown, start + hour);
    expect(decision).toMatchObject({ alert: 'longer', nextAt: start + 80 * minute });
    expect(decide(decision.told, grown, start + hour + 1).alert).toBeNull();
  });

  it('is not that the time moved by moments', () => {
    const little = limit({ endedAt: start + minute, retryAt: start + 61 * minute });
    const decision = decide(told(), little, start + hour);
    expect(decision).toMatchObject({ alert: null, nextAt: start + 61 * minute });
    expect(decide(decision.told, little, start + 61 * minute).alert).toBe('again');
  });

  it('is at once that it calls for more', () => {
    const stop = limit({
      endedAt: start + 3 * hour,
      retryAt: start + 27 * hour,
      action: 'stop-for-a-day',
    });
    const before = told({ endedAt: start + 3 * hour - minute, retryAt: start + 4 * hour });
    expect(decide(before, stop, start + 3 * hour).alert).toBe('longer');
  });

  it('is once that the wait is over', () => {
    const over = decide(told(), limit(), start + hour);
    expect(over).toMatchObject({ alert: 'again', told: { over: true }, nextAt: null });
    expect(decide(over.told, limit(), start + 2 * hour).alert).toBeNull();
  });

  it('is a next episode by itself', () => {
    const next = limit({
      startedAt: start + 3 * hour,
      endedAt: start + 3 * hour,
      retryAt: start + 4 * hour,
    });
    expect(decide(told({ over: true }), next, start + 3 * hour).alert).toBe('limited');
  });

  it('knows an episode again whose earlier notices were read later', () => {
    const earlier = limit({ startedAt: start - 30 * minute });
    expect(decide(told(), earlier, start + minute).alert).toBeNull();
  });

  it('is not what began and ended while nobody was to be told', () => {
    expect(decide(null, limit(), start + 2 * hour)).toMatchObject({ alert: null });
    expect(
      decide(told({ over: true, endedAt: start - 9 * hour }), limit(), start + 2 * hour).alert,
    ).toBeNull();
  });

  it('is that the wait is over for what was told before the quiet hours, even after another', () => {
    const next = limit({
      startedAt: start + 3 * hour,
      endedAt: start + 3 * hour,
      retryAt: start + 4 * hour,
    });
    expect(decide(told(), next, start + 5 * hour).alert).toBe('again');
  });

  it('is nothing of history, but that the wait after it is over', () => {
    expect(decide(adopt(limit(), start + 9 * hour), limit(), start + 9 * hour).alert).toBeNull();
    const running = adopt(limit(), start + minute);
    expect(decide(running, limit(), start + 2 * minute).alert).toBeNull();
    expect(decide(running, limit(), start + hour).alert).toBe('again');
  });

  it('is nothing where nothing is known', () => {
    expect(decide(null, null, start)).toEqual({ alert: null, told: null, nextAt: null });
    expect(adopt(null, start)).toBeNull();
  });
});

describe('the outlook', () => {
  const own = [{ startedAt: start, endedAt: start + minute, direction: 'own-account' }] as const;
  it('is limited until the advised time, and names the episode', () => {
    const scan = { finishedAt: start + 2 * minute, complete: true, cut: false };
    expect(outlookAt({ own, lastScan: scan }, start + 2 * minute)).toEqual({
      state: 'limited',
      limit: {
        startedAt: start,
        endedAt: start + minute,
        retryAt: start + 61 * minute,
        action: 'pause',
      },
    });
    expect(outlookAt({ own, lastScan: scan }, start + 2 * hour).state).toBe('recovering');
  });

  it('is not known after a scan that was cut, though the limit is', () => {
    const scan = { finishedAt: start + 2 * minute, complete: false, cut: true };
    const { state, limit: known } = outlookAt({ own, lastScan: scan }, start + 2 * minute);
    expect([state, known?.retryAt]).toEqual(['unknown', start + 61 * minute]);
    expect(outlookAt({ own: [], lastScan: null }, start)).toEqual({
      state: 'unknown',
      limit: null,
    });
  });
});
