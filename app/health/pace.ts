import { directionOf, isRejection, type FailureColumns } from '../store/failure-columns.ts';
import type { SentColumns } from '../store/sent.ts';
import { day, hour } from './episodes.ts';

/** How much was sent in a stretch of time, as far as it stands in Sent. */
export interface Sent {
  readonly messages: number;
  readonly recipients: number;
}

export const spans = { minute: 60_000, hour, day } as const;
export type SpanName = keyof typeof spans;
export const spanNames = ['minute', 'hour', 'day'] as const satisfies readonly SpanName[];

/** In 60 seconds, 60 minutes and 24 hours. Observed here; never a limit of Alibaba's. */
export type Pace = { readonly [Span in SpanName]: Sent };
/** The most that went through without a rejection; null where no stretch of that length did. */
export type HighestPace = { readonly [Span in SpanName]: Sent | null };

/** Mails in Sent in order of time, with running sums, so that any stretch is counted in a few steps. */
export interface SentIndex {
  readonly at: Float64Array;
  /** `recipientsBefore[n]`: recipients of the first n mails. */
  readonly recipientsBefore: Float64Array;
}

/** @param since only mails that came to Sent from then on; null: all */
export function indexSent(sent: SentColumns, since: number | null): SentIndex {
  const at = new Float64Array(sent.length);
  const recipientsBefore = new Float64Array(sent.length + 1);
  let count = 0;
  for (let row = 0; row < sent.length; row += 1) {
    if (since !== null && (sent.receivedAt[row] ?? 0) < since) continue;
    at[count] = sent.at[row] ?? 0;
    recipientsBefore[count + 1] = (recipientsBefore[count] ?? 0) + (sent.recipients[row] ?? 0);
    count += 1;
  }
  return { at: at.subarray(0, count), recipientsBefore: recipientsBefore.subarray(0, count + 1) };
}

/** What stands in Sent in the stretches that end with a moment, that moment included, their start not. */
export function paceUpTo(sent: SentIndex, moment: number): Pace {
  const end = firstAfter(sent.at, moment);
  const within = (span: number): Sent => between(sent, firstAfter(sent.at, moment - span), end);
  return { minute: within(spans.minute), hour: within(spans.hour), day: within(spans.day) };
}

const between = ({ recipientsBefore }: SentIndex, from: number, to: number): Sent => ({
  messages: to - from,
  recipients: (recipientsBefore[to] ?? 0) - (recipientsBefore[from] ?? 0),
});

/** The number of the first value above a bound, in ascending values. */
export function firstAfter(values: Float64Array, bound: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[middle] ?? 0) > bound) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Times of the counted rejections that limit our own sending, ascending. */
export function ownRejectionTimes(columns: FailureColumns, since: number | null): Float64Array {
  const times = new Float64Array(columns.length);
  let count = 0;
  for (let row = 0; row < columns.length; row += 1) {
    const bits = columns.flags[row] ?? 0;
    if (!isRejection(bits) || directionOf(bits) === 'recipient-server') continue;
    if (since !== null && (columns.receivedAt[row] ?? 0) < since) continue;
    times[count] = columns.at[row] ?? 0;
    count += 1;
  }
  return times.subarray(0, count);
}

/**
 * The most messages and the most recipients, each for itself, that stand in Sent in any stretch of 60 seconds, 60
 * minutes and 24 hours which holds no rejection and after which none came for as long again, for an hour at least:
 * what led up to a rejection did not go through without one. One pass over both lists for each of the three.
 * @param rejections times of rejections of our own sending, ascending
 */
export function highestWithoutRejection(sent: SentIndex, rejections: Float64Array): HighestPace {
  return {
    minute: highestIn(sent, rejections, spans.minute),
    hour: highestIn(sent, rejections, spans.hour),
    day: highestIn(sent, rejections, spans.day),
  };
}

function highestIn(sent: SentIndex, rejections: Float64Array, span: number): Sent | null {
  const quiet = Math.max(span, hour);
  const { at } = sent;
  let from = 0;
  let next = 0;
  let messages = 0;
  let recipients = 0;
  for (let last = 0; last < at.length; last += 1) {
    const end = at[last] ?? 0;
    while ((at[from] ?? 0) <= end - span) from += 1;
    while (next < rejections.length && (rejections[next] ?? 0) <= end - span) next += 1;
    if (next < rejections.length && (rejections[next] ?? 0) <= end + quiet) continue;
    const here = between(sent, from, last + 1);
    messages = Math.max(messages, here.messages);
    recipients = Math.max(recipients, here.recipients);
  }
  return messages === 0 ? null : { messages, recipients };
}
