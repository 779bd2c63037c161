import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guideEventSchema, type GuideEvent } from '../../../../app/password/guide/events.ts';
import {
  afterTry,
  canGoBack,
  canLeave,
  lockedFor,
  lockout,
  mayTry,
  step,
} from '../../../../app/password/guide/machine.ts';
import {
  parseProgress,
  progressSchema,
  type Progress,
} from '../../../../app/password/guide/progress.ts';
import { guideSteps, outcomes, type Outcome } from '../../../../app/password/guide/steps.ts';

const now = Date.UTC(2026, 2, 2, 8);
const tried = (outcome: Outcome, at = now) => ({ at, outcome, words: null });

/** Does one after the other, a second each. */
function walk(events: readonly GuideEvent[], from: Progress | null = null): Progress {
  const end = events.reduce((at, event, index) => step(at, event, now + index * 1000), from);
  if (end === null) throw new Error('the guide ended');
  return end;
}

const toVerify: readonly GuideEvent[] = [
  { type: 'start' },
  { type: 'choose-changer', changer: 'owner' },
  { type: 'next', from: 'who' },
  { type: 'choose-kind', kind: 'account-password' },
  { type: 'next', from: 'kind' },
  { type: 'set-clients', clients: [{ name: 'Phone', paused: true, resumed: false }] },
  { type: 'next', from: 'pause' },
  { type: 'next', from: 'choose' },
  { type: 'changed' },
];

describe('the guide', () => {
  it('walks through every step in order and ends with its time', () => {
    const verified = afterTry(walk(toVerify), tried('accepted'));
    expect(verified).toMatchObject({ step: 'update', proof: 'login', appUpdatedAt: now });
    const end = walk(
      [
        { type: 'next', from: 'update' },
        { type: 'review', item: 'login-log', done: true },
        { type: 'next', from: 'review' },
        {
          type: 'set-clients',
          clients: [{ name: 'Phone', paused: true, resumed: true }],
        },
        { type: 'next', from: 'resume' },
      ],
      verified,
    );
    expect(end).toMatchObject({ step: 'done', reviewed: ['login-log'], finishedAt: now + 4000 });
    expect(canLeave(end)).toBe(false);
    // What still rests can be resumed later.
    expect(guideSteps.filter((to) => canGoBack(end, to))).toEqual(['update', 'review', 'resume']);
    const back = walk([{ type: 'go-back', to: 'resume' }], end);
    expect(back).toMatchObject({ step: 'resume', finishedAt: null, proof: 'login' });
  });

  it.each(['who', 'kind', 'change', 'verify'] as const)(
    'does not leave %s before its question is answered',
    (at) => {
      const progress = { ...walk([{ type: 'start' }]), step: at };
      expect(step(progress, { type: 'next', from: at }, now)).toEqual(progress);
    },
  );

  it('takes a double click for one step', () => {
    const next = { type: 'next', from: 'who' } as const;
    const chosen = walk(toVerify.slice(0, 2));
    expect(walk([next, next], chosen).step).toBe('kind');
  });

  it('starts once: a second start keeps what was done', () => {
    const progress = walk(toVerify);
    expect(step(progress, { type: 'start' }, now)).toBe(progress);
  });

  it('ends at any time, and does nothing without a start', () => {
    expect(step(walk(toVerify), { type: 'leave' }, now)).toBeNull();
    expect(step(null, { type: 'next', from: 'who' }, now)).toBeNull();
  });

  it('goes back to change it once more as long as nothing was proven', () => {
    const back = walk([{ type: 'go-back', to: 'change' }], walk(toVerify));
    expect(back).toMatchObject({ step: 'change', changedAt: null });
    const verified = afterTry(walk(toVerify), tried('accepted'));
    expect(guideSteps.filter((to) => canGoBack(verified, to))).toEqual([]);
    const later = walk([{ type: 'next', from: 'update' }], verified);
    expect(guideSteps.filter((to) => canGoBack(later, to))).toEqual(['update']);
  });

  it('takes the owner’s word that webmail took the new password', () => {
    expect(walk([{ type: 'works-in-webmail' }], walk(toVerify))).toMatchObject({
      step: 'update',
      proof: 'webmail',
      appUpdatedAt: null,
    });
  });
});

describe('a trial', () => {
  it('that was refused starts no clock at first', () => {
    const once = afterTry(walk(toVerify), tried('refused'));
    expect(once).toMatchObject({ step: 'verify', lockedUntil: null, proof: null });
    expect(mayTry(once, now)).toBe(true);
  });

  it('that was refused three times within an hour waits for an hour', () => {
    const times = [now, now + 60_000, now + 120_000];
    const end = times.reduce((p, at) => afterTry(p, tried('refused', at)), walk(toVerify));
    expect(end.lockedUntil).toBe(now + 120_000 + lockout);
    expect(mayTry(end, now + 130_000)).toBe(false);
    expect(mayTry(end, now + 120_000 + lockout)).toBe(true);
  });

  it('that was refused three times over hours does not wait', () => {
    const times = [now, now + lockout, now + 2 * lockout];
    const end = times.reduce((p, at) => afterTry(p, tried('refused', at)), walk(toVerify));
    expect(end.lockedUntil).toBeNull();
  });

  it('at a locked account waits for an hour at once, and the owner can say that it is not', () => {
    const locked = afterTry(walk(toVerify), tried('locked'));
    expect(lockedFor(locked, now + 60_000)).toBe(lockout - 60_000);
    expect(mayTry(walk([{ type: 'not-locked' }], locked), now)).toBe(true);
  });

  it('after the clock was set back does not wait for days', () => {
    const locked = afterTry(walk(toVerify), tried('locked'));
    expect(lockedFor(locked, now - 24 * lockout)).toBe(0);
  });

  it.each(['unreachable', 'busy', 'untrusted', 'same-as-before', 'not-possible'] as const)(
    'that ended with %s says nothing about the password',
    (outcome) => {
      const end = afterTry(walk(toVerify), tried(outcome));
      expect(end).toMatchObject({ step: 'verify', refusals: [], lockedUntil: null, proof: null });
    },
  );

  it('with a new security password, later on, gives the app its password', () => {
    const proven = walk([{ type: 'works-in-webmail' }], walk(toVerify));
    expect(afterTry(proven, tried('accepted'))).toMatchObject({
      step: 'update',
      appUpdatedAt: now,
    });
  });
});

describe('what is stored', () => {
  it('is read back as it was; anything else is no progress', () => {
    const progress = walk(toVerify);
    expect(parseProgress(JSON.stringify(progress))).toEqual(progress);
    for (const damaged of [
      '',
      '{',
      'null',
      '[]',
      '{"step":"who"}',
      JSON.stringify({ ...progress, step: 'x' }),
    ])
      expect(parseProgress(damaged)).toBeNull();
  });

  it('has a valid shape after whatever was done, and has no room for a password', () => {
    const step1 = fc.constantFrom(...guideSteps);
    const event: fc.Arbitrary<GuideEvent> = fc.oneof(
      fc.constantFrom<GuideEvent>(
        { type: 'start' },
        { type: 'changed' },
        { type: 'works-in-webmail' },
        { type: 'locked' },
        { type: 'not-locked' },
        { type: 'leave' },
        { type: 'choose-changer', changer: 'administrator' },
        { type: 'choose-kind', kind: 'unknown' },
        { type: 'review', item: 'login-log', done: true },
        { type: 'review', item: 'login-log', done: false },
      ),
      step1.map((from): GuideEvent => ({ type: 'next', from })),
      step1.map((to): GuideEvent => ({ type: 'go-back', to })),
    );
    const deed = fc.oneof(event, fc.constantFrom(...outcomes));
    fc.assert(
      fc.property(fc.array(deed, { maxLength: 60 }), (deeds) => {
        let progress: Progress | null = null;
        for (const [index, each] of deeds.entries()) {
          const at = now + index * 60_000;
          if (typeof each !== 'string') progress = step(progress, each, at);
          else if (progress !== null && mayTry(progress, at))
            progress = afterTry(progress, tried(each, at));
          if (progress === null) continue;
          expect(progressSchema.parse(progress)).toEqual(progress);
          if (progress.step === 'done') expect(progress.finishedAt).not.toBeNull();
        }
      }),
    );
  });

  it('takes no more clients than the list has room for', () => {
    const client = { name: 'x', paused: false, resumed: false };
    const many = { type: 'set-clients', clients: Array.from({ length: 31 }, () => client) };
    expect(guideEventSchema.safeParse(many).success).toBe(false);
    const long = { type: 'set-clients', clients: [{ ...client, name: 'x'.repeat(81) }] };
    expect(guideEventSchema.safeParse(long).success).toBe(false);
  });
});
