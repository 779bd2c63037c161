import { assertNever } from '../../result.ts';
import type { GuideEvent } from './events.ts';
import { freshProgress, mostRefusals, type Progress, type Try } from './progress.ts';
import { isBefore, stepAfter, type GuideStep } from './steps.ts';

/** Alibaba locks an account for one hour after too many wrong passwords. */
export const lockout = 60 * 60 * 1000;

/** How many are too many is not published; after three the clock runs without waiting for the server's word. */
export const refusalsBeforePause = 3;

/** Whether the current step may be left forward. Where nothing must be known, nothing is demanded: no dead end. */
export function canLeave({ step, changer, kind, changedAt, proof }: Progress): boolean {
  switch (step) {
    case 'who':
      return changer !== null;
    case 'kind':
      return kind !== null;
    case 'change':
      return changedAt !== null;
    case 'verify':
      return proof !== null;
    case 'pause':
    case 'choose':
    case 'update':
    case 'review':
    case 'resume':
      return true;
    case 'done':
      return false;
  }
}

/** Whether the owner may go back to a step: what was proven stays done. */
export function canGoBack({ step, proof }: Progress, to: GuideStep): boolean {
  if (!isBefore(to, step)) return false;
  return proof === null || isBefore('verify', to);
}

/**
 * The guide's next state. An event that does not fit the state (a late click, a damaged window) changes nothing.
 * @param now milliseconds since 1970 UTC
 * @returns null where no guide is under way
 */
export function step(progress: Progress | null, event: GuideEvent, now: number): Progress | null {
  if (event.type === 'start') return progress ?? freshProgress(now);
  if (progress === null || event.type === 'leave') return null;
  return within(progress, event, now);
}

function within(
  progress: Progress,
  event: Exclude<GuideEvent, { type: 'start' | 'leave' }>,
  now: number,
): Progress {
  switch (event.type) {
    case 'choose-changer':
      return progress.step === 'who' ? { ...progress, changer: event.changer } : progress;
    case 'choose-kind':
      return progress.step === 'kind' || canStillCorrectKind(progress)
        ? { ...progress, kind: event.kind }
        : progress;
    case 'set-clients':
      return progress.step === 'pause' || progress.step === 'resume'
        ? { ...progress, clients: event.clients }
        : progress;
    case 'next':
      return event.from === progress.step ? leave(progress, now) : progress;
    case 'go-back':
      return canGoBack(progress, event.to) ? goBack(progress, event.to) : progress;
    case 'changed':
      return progress.step === 'change'
        ? { ...progress, changedAt: now, step: 'verify', lastTry: null, refusals: [] }
        : progress;
    case 'works-in-webmail':
      return progress.step === 'verify' ? prove(progress, 'webmail', now) : progress;
    case 'locked':
      return inTrial(progress) ? { ...progress, lockedUntil: now + lockout } : progress;
    case 'not-locked':
      return { ...progress, lockedUntil: null };
    case 'review':
      return { ...progress, reviewed: withItem(progress.reviewed, event.item, event.done) };
    default:
      return assertNever(event);
  }
}

/** At the trial it often turns out that a security password is on after all. */
const canStillCorrectKind = ({ step }: Progress): boolean => step === 'verify' || step === 'update';

/** The steps at which this app may try a password. */
export const inTrial = ({ step }: Progress): boolean => step === 'verify' || step === 'update';

function leave(progress: Progress, now: number): Progress {
  if (!canLeave(progress)) return progress;
  const next = stepAfter(progress.step);
  return { ...progress, step: next, ...(next === 'done' ? { finishedAt: now } : {}) };
}

function goBack(progress: Progress, to: GuideStep): Progress {
  // Back before the trial means that the change is to be made once more.
  const again = isBefore(to, 'verify') ? { changedAt: null, lastTry: null } : {};
  return { ...progress, step: to, finishedAt: null, ...again };
}

function prove(progress: Progress, proof: 'login' | 'webmail', now: number): Progress {
  return { ...progress, proof, provenAt: now, step: 'update', lastTry: null, lockedUntil: null };
}

function withItem<T>(items: readonly T[], item: T, wanted: boolean): T[] {
  const others = items.filter((each) => each !== item);
  return wanted ? [...others, item] : others;
}

/** Milliseconds until a lockout ends; 0 without one. More than the hour means that a clock was set back. */
export function lockedFor({ lockedUntil }: Progress, now: number): number {
  const left = (lockedUntil ?? now) - now;
  return left > 0 && left <= lockout ? left : 0;
}

/** Whether the app may try a password now, or has to wait for the end of a lockout. */
export const mayTry = (progress: Progress, now: number): boolean =>
  inTrial(progress) && lockedFor(progress, now) === 0;

/** The state after one trial login by this app. */
export function afterTry(progress: Progress, tried: Try): Progress {
  const { at, outcome } = tried;
  switch (outcome) {
    case 'accepted': {
      const updated = { ...progress, appUpdatedAt: at, lastTry: null, lockedUntil: null };
      return progress.step === 'verify' ? prove(updated, 'login', at) : updated;
    }
    case 'refused':
    case 'locked': {
      const refusals = [...progress.refusals, at].slice(-mostRefusals);
      const recent = refusals.filter((each) => at - each < lockout).length;
      const pause = outcome === 'locked' || recent >= refusalsBeforePause;
      return {
        ...progress,
        lastTry: tried,
        refusals,
        ...(pause ? { lockedUntil: at + lockout } : {}),
      };
    }
    case 'same-as-before':
    case 'unreachable':
    case 'busy':
    case 'untrusted':
    case 'not-possible':
      return { ...progress, lastTry: tried };
  }
}
