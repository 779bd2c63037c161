import { spanNames, spans, type HighestPace, type SpanName } from './pace.ts';

/** The share of what was observed that a plan uses: what went through once need not go through again. */
export const safetyShare = 0.8;

/** How many messages in one stretch, and what was observed to go through in as long. */
export interface PlannedPace {
  readonly span: SpanName;
  readonly messages: number;
  readonly observed: number;
}

export interface Plan {
  readonly messages: number;
  /** Milliseconds from the first message to the last. */
  readonly duration: number;
  /** Milliseconds from one message to the next, at least. */
  readonly interval: number;
  /** The stretches that hold the plan back, shortest first; the others allow more than the plan sends. */
  readonly paces: readonly PlannedPace[];
  /** Messages a day for days of 24 hours, the last one with the rest; one entry where it fits within a day. */
  readonly perDay: readonly number[];
}

/** Longer plans are no plans; it also bounds the list of days. */
export const mostDays = 366;

/**
 * Spreads messages evenly so that no minute, hour or day holds more than a safe share of what was observed to go through
 * without a rejection. A suggestion from this mailbox's own history, never a limit of Alibaba's.
 * @returns null where nothing was observed to compare with, or where it would take longer than a year
 */
export function planSending(
  messages: number,
  highest: HighestPace,
  share: number = safetyShare,
): Plan | null {
  const count = Math.max(0, Math.floor(messages));
  const paces = spanNames.flatMap((span): PlannedPace[] => {
    const observed = highest[span]?.messages ?? 0;
    return observed === 0
      ? []
      : [{ span, observed, messages: Math.max(1, Math.floor(observed * share)) }];
  });
  if (paces.length === 0) return null;
  // Evenly spread, the slowest of the three holds in all stretches of its length, wherever they begin.
  const binding = paces.filter((pace) => count > pace.messages);
  const interval = Math.max(
    0,
    ...binding.map((pace) => Math.ceil(spans[pace.span] / pace.messages)),
  );
  const duration = interval * Math.max(0, count - 1);
  if (duration > mostDays * spans.day) return null;
  const aDay = interval === 0 ? count : Math.floor((spans.day - 1) / interval) + 1;
  const perDay: number[] = [];
  for (let left = count; left > 0; left -= aDay) perDay.push(Math.min(left, aDay));
  return { messages: count, duration, interval, paces: binding, perDay };
}
