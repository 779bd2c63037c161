import { highCoverage, lowCoverage, share } from '../coverage.ts';
import type { Cause, Evidence } from '../cause.ts';
import { day } from '../episodes.ts';
import { firstAfter, spanNames, type HighestPace, type Pace, type SpanName } from '../pace.ts';
import { cause, evidence, type CauseInput } from './input.ts';

/** So many times what went through before is no chance; below, a busier day than usual would do as well. */
const farAbove = 1.5;
/** Fewer mails in a stretch are nobody's flood, whatever went through before. */
const fewest = 10;

/** Where the pace before an episode stands against what went through without a rejection. */
export interface Excess {
  readonly span: SpanName;
  readonly messages: number;
  readonly before: number;
  readonly far: boolean;
}

/** The stretch in which the pace before an episode lay furthest above what went through; null where it lay in none. */
export function excessOf(pace: Pace | null, highest: HighestPace | null): Excess | null {
  let most = null as Excess | null;
  for (const span of spanNames) {
    const before = highest?.[span]?.messages ?? 0;
    const messages = pace?.[span].messages ?? 0;
    if (before === 0 || messages <= before) continue;
    const far = messages >= fewest && messages >= farAbove * before;
    if (most === null || messages / before > most.messages / most.before)
      most = { span, messages, before, far: far || (most?.far ?? false) };
  }
  return most;
}

/** Whether rejections came although no more was sent than had gone through before, as far as Sent shows. */
export const throttledAtLowPace = ({ own, highest }: CauseInput): number =>
  highest === null
    ? 0
    : own.filter(({ pace }) => pace !== null && excessOf(pace, highest) === null).length;

/** Sent more than went through before, with most of what bounced standing in Sent: then the pace is what was refused. */
export function judgePace(input: CauseInput): Cause {
  const { own, sent, highest, coverage } = input;
  if (own.length === 0) return cause('pace', 'unlikely', evidence('no-own-episode', 'episodes'));
  if (sent === null || highest === null)
    return cause('pace', 'possible', evidence('sent-not-read', 'sent'));
  const covered = share(coverage.own);
  const excesses = own.flatMap(({ pace }) => excessOf(pace, highest) ?? []);
  const far = excesses.filter((each) => each.far);
  const largest = [...excesses].sort((a, b) => b.messages / b.before - a.messages / a.before)[0];
  const said: (Evidence | false | null)[] = [
    largest
      ? evidence(`pace-above-${largest.span}`, 'sent', {
          messages: largest.messages,
          before: largest.before,
          episodes: excesses.length,
          all: own.length,
        })
      : highest.hour === null && highest.minute === null
        ? evidence('no-quiet-stretch', 'sent')
        : evidence('pace-not-above', 'sent', { all: own.length }),
    coverageEvidence(covered),
    resumed(input),
  ];
  const low = covered !== null && covered < lowCoverage;
  if (far.length * 2 >= own.length && !low) return cause('pace', 'likely', ...said);
  const nothingAbove = largest === undefined && highest.hour !== null;
  if (nothingAbove && covered !== null && covered >= highCoverage)
    return cause('pace', 'unlikely', ...said);
  return cause('pace', 'possible', ...said);
}

function coverageEvidence(covered: number | null): Evidence {
  if (covered === null) return evidence('originals-unknown', 'sent');
  return covered < lowCoverage
    ? evidence('outside-program', 'sent', { share: covered })
    : evidence('originals-in-sent', 'sent', { share: covered });
}

/** Episodes after which sending went on and nothing was rejected for a day: the pause was what it took. */
function resumed({ own, sent, now }: CauseInput): Evidence | null {
  if (!sent) return null;
  const count = own.filter(({ endedAt }, index) => {
    const until = Math.min(own[index + 1]?.startedAt ?? now, now);
    const next = sent.at[firstAfter(sent.at, endedAt)];
    return until - endedAt > day && next !== undefined && next < until;
  }).length;
  return count === 0 ? null : evidence('resumed-after-pause', 'episodes', { count });
}
