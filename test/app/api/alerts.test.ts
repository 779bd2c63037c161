import { beforeEach, describe, expect, it } from 'vitest';
import { Alerts, gatherFor, patience, type AlertGroup } from '../../../app/api/alerts.ts';
import type { WatchStatus } from '../../../app/api/contract.ts';
import type { defaultSettings } from '../../../app/api/contract.ts';
import type { Observed } from '../../../app/health/outlook.ts';

const minute = 60_000;
const hour = 60 * minute;
const start = Date.UTC(2026, 2, 2, 14, 0);

let now = start;
let timers: { at: number; run: () => void }[] = [];
let shown: AlertGroup[] = [];
let settings = { notify: true, quietHours: null as (typeof defaultSettings)['quietHours'] };
let stored: Map<number, Observed>;
let alerts: Alerts;

/** Lets time pass; whatever is due runs at its moment. */
function pass(ms: number): void {
  const end = now + ms;
  for (;;) {
    const [next] = timers.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at);
    if (!next) break;
    timers = timers.filter((each) => each !== next);
    now = next.at;
    next.run();
  }
  now = end;
}

const status = (accountId: number, change: Partial<WatchStatus> = {}): WatchStatus => ({
  ...{ accountId, state: 'watching', since: start, lastLookAt: now, nextAt: null, instant: true },
  ...{ problem: null, read: 0, notices: 0, notRead: [] },
  ...change,
});

const scanned = (change: Partial<Observed['lastScan'] & object> = {}) => ({
  ...{ finishedAt: now, complete: true, cut: false },
  ...change,
});

/** One look, which finds rejections at these times. */
function look(accountId: number, ...episodes: [startedAt: number, endedAt: number][]): void {
  alerts.watchChanged(status(accountId, { state: 'reading' }));
  alerts.beforeLook(accountId);
  stored.set(accountId, {
    own: episodes.map(([startedAt, endedAt]) => ({ startedAt, endedAt, direction: 'own-account' })),
    lastScan: scanned(),
  });
  alerts.afterLook(accountId);
  alerts.watchChanged(status(accountId));
}

/** A watch that begins on a mailbox whose history was read. */
function watch(accountId: number): void {
  stored.set(accountId, { own: [], lastScan: scanned() });
  look(accountId);
}

const kinds = () => shown.map(({ alerts: group }) => group.map(({ kind }) => kind));

beforeEach(() => {
  now = start;
  timers = [];
  shown = [];
  settings = { notify: true, quietHours: null };
  stored = new Map();
  alerts = new Alerts({
    now: () => now,
    offsetAt: () => 0,
    settings: () => settings,
    observed: (id) => stored.get(id) ?? null,
    addressOf: (id) => `owner${String(id)}@example.com`,
    show: (group) => shown.push(group),
    later(ms, run) {
      const timer = { at: now + ms, run };
      timers.push(timer);
      return () => (timers = timers.filter((each) => each !== timer));
    },
  });
});

describe('a watched mailbox', () => {
  it('tells one limit once, and once that it may be tried again', () => {
    watch(1);
    look(1, [start + 1, start + 1]);
    look(1, [start + 1, start + 2]);
    look(1, [start + 1, start + 3]);
    pass(gatherFor);
    expect(kinds()).toEqual([['limited']]);
    expect(shown[0]?.targets).toEqual([{ accountId: 1, startedAt: start + 1 }]);
    for (let each = 0; each < 8; each += 1) {
      pass(10 * minute);
      look(1, [start + 1, start + 3]);
    }
    expect(kinds()).toEqual([['limited'], ['again']]);
    expect(shown[1]?.alerts[0]).toMatchObject({ whole: true });
  });

  it('tells nothing of its history, whether a scan or the watch read it', () => {
    look(1, [start - 9 * hour, start - 8 * hour], [start - minute, start - minute]);
    pass(gatherFor);
    stored.set(2, { own: [], lastScan: scanned({ cut: true }) });
    look(2, [start - minute, start - minute]);
    pass(gatherFor);
    expect(shown).toEqual([]);
    look(1, [start - minute, start - minute], [start + 2 * hour, start + 2 * hour]);
    pass(gatherFor);
    expect(kinds()).toEqual([['limited']]);
  });

  it('says what it does not know while nothing was read', () => {
    watch(1);
    look(1, [start, start]);
    pass(gatherFor);
    alerts.watchChanged(
      status(1, {
        state: 'waiting',
        problem: { code: 'network-unreachable', subject: null, detail: null },
      }),
    );
    pass(hour);
    expect(kinds()).toEqual([['limited']]);
    pass(patience);
    expect(kinds()).toEqual([['limited'], ['again']]);
    expect(shown[1]?.alerts[0]).toMatchObject({ whole: false, lastLookAt: start });
  });

  it('rests on a look after sleep, where one comes', () => {
    watch(1);
    look(1, [start, start]);
    pass(gatherFor);
    // While the computer sleeps no timer runs.
    now += 8 * hour;
    alerts.review();
    look(1, [start, start]);
    pass(gatherFor);
    expect(shown[1]?.alerts[0]).toMatchObject({ kind: 'again', whole: true });
  });

  it('says once that it is not watched any more, and again after it was', () => {
    watch(1);
    const problem = {
      code: 'certificate-expired',
      subject: 'imap.example.com',
      detail: null,
    } as const;
    for (let each = 0; each < 3; each += 1) {
      alerts.watchChanged(status(1, { state: 'connecting', problem }));
      alerts.watchChanged(status(1, { state: 'waiting', problem }));
      pass(hour);
    }
    expect(kinds()).toEqual([['notWatched']]);
    expect(shown[0]?.targets).toEqual([{ accountId: 1, startedAt: null }]);
    alerts.watchChanged(status(1));
    alerts.watchChanged(
      status(1, { state: 'stopped', problem: { ...problem, code: 'login-refused' } }),
    );
    pass(gatherFor);
    expect(kinds()).toEqual([['notWatched'], ['notWatched']]);
  });

  it('says nothing where it is watched again within moments', () => {
    watch(1);
    const problem = { code: 'login-refused', subject: null, detail: null } as const;
    alerts.watchChanged(status(1, { state: 'stopped', problem }));
    pass(gatherFor / 2);
    alerts.watchChanged(status(1));
    pass(gatherFor);
    alerts.watchChanged(status(1, { state: 'stopped', problem }));
    alerts.watchChanged(status(1, { state: 'off' }));
    pass(gatherFor);
    expect(shown).toEqual([]);
  });

  it('says nothing of a lost connection, which comes back by itself', () => {
    watch(1);
    const problem = { code: 'connection-closed', subject: null, detail: null } as const;
    alerts.watchChanged(status(1, { state: 'waiting', problem }));
    pass(hour);
    expect(shown).toEqual([]);
  });

  it('is forgotten when the watch is switched off', () => {
    watch(1);
    look(1, [start, start]);
    pass(gatherFor);
    alerts.watchChanged(status(1, { state: 'off' }));
    pass(9 * hour);
    expect(kinds()).toEqual([['limited']]);
  });
});

it('several within moments are one notification', () => {
  for (const id of [1, 2, 3]) watch(id);
  look(1, [start, start]);
  pass(3000);
  look(3, [start, start]);
  pass(gatherFor);
  expect(kinds()).toEqual([['limited', 'limited']]);
  expect(shown[0]?.targets.map(({ accountId }) => accountId)).toEqual([1, 3]);
});

describe('quiet hours', () => {
  beforeEach(() => {
    settings = { notify: true, quietHours: { from: '13:30', to: '16:00' } };
  });

  it('hold an alert back until it is still true at their end', () => {
    watch(1);
    pass(70 * minute);
    look(1, [start + 70 * minute, start + 70 * minute]);
    pass(49 * minute);
    expect(shown).toEqual([]);
    pass(2 * minute);
    expect(kinds()).toEqual([['limited']]);
  });

  it('swallow what is over by then', () => {
    watch(1);
    look(1, [start, start]);
    pass(3 * hour);
    expect(shown).toEqual([]);
  });

  it('hold back that it is time again, and that a watch stopped', () => {
    settings.quietHours = { from: '14:30', to: '20:00' };
    watch(1);
    look(1, [start, start]);
    pass(gatherFor);
    expect(kinds()).toEqual([['limited']]);
    const problem = { code: 'login-refused', subject: null, detail: null } as const;
    pass(2 * hour);
    alerts.watchChanged(status(1, { state: 'stopped', problem }));
    pass(2 * hour);
    expect(kinds()).toHaveLength(1);
    pass(3 * hour);
    expect(kinds().slice(1).flat().sort()).toEqual(['again', 'notWatched']);
  });
});

it('tells nothing where notifications are off, nor later what was then', () => {
  settings.notify = false;
  watch(1);
  look(1, [start, start]);
  pass(gatherFor);
  settings.notify = true;
  alerts.review();
  pass(gatherFor);
  expect(shown).toEqual([]);
  pass(hour);
  look(1, [start, start]);
  pass(gatherFor);
  expect(kinds()).toEqual([['again']]);
});

it('needs no timer while nothing is due', () => {
  watch(1);
  expect(timers).toEqual([]);
});
