import type { RejectionFilter } from '../../app/api/contract.ts';

export interface TimeRange {
  /** Milliseconds since 1970. */
  readonly from: number;
  readonly to: number;
}

const hour = 3_600_000;
const day = 24 * hour;

export const presets = ['day', 'week', 'month', 'quarter'] as const;
export type Preset = (typeof presets)[number];
const lengths = { day, week: 7 * day, month: 30 * day, quarter: 90 * day } as const;

/** A stretch of time as it was chosen: the last 24 hours move on with the clock, what was drawn stays. */
export type Span = { readonly preset: Preset } | TimeRange;

/** Everything but the time; an empty string means: not known. */
export type Narrowing = Omit<RejectionFilter, 'from' | 'to'>;
export const narrowings = [
  'nature',
  'direction',
  'connectionIp',
  'recipientDomain',
  'program',
] as const satisfies readonly (keyof Narrowing)[];

/** What all views of one account show: the steps of the zoom, the last one current, and what narrows it. */
export interface View {
  readonly spans: readonly Span[];
  readonly narrowing: Narrowing;
}

const nothing: Narrowing = {
  nature: null,
  direction: null,
  connectionIp: null,
  recipientDomain: null,
  program: null,
};
export const wholeView: View = { spans: [], narrowing: nothing };

/** More steps back than anybody takes; bounds what hours of zooming keep. */
const mostSteps = 50;

/** A step in; `same` goes on with the step just made, as one turn of a wheel does. */
export function zoomTo(view: View, span: Span, same = false): View {
  const before = same ? view.spans.slice(0, -1) : view.spans;
  return { ...view, spans: [...before, span].slice(-mostSteps) };
}

export const stepBack = (view: View): View => ({ ...view, spans: view.spans.slice(0, -1) });
export const wholeTime = (view: View): View => ({ ...view, spans: [] });
export const narrow = (view: View, change: Partial<Narrowing>): View => ({
  ...view,
  narrowing: { ...view.narrowing, ...change },
});

export const currentSpan = (view: View): Span | null => view.spans.at(-1) ?? null;
export const currentPreset = (view: View): Preset | null => {
  const span = currentSpan(view);
  return span !== null && 'preset' in span ? span.preset : null;
};

/** Null: the whole time. */
export function rangeAt(view: View, now: number): TimeRange | null {
  const span = currentSpan(view);
  if (span === null) return null;
  return 'preset' in span ? { from: now - lengths[span.preset], to: now } : span;
}

export function filterAt(view: View, now: number): RejectionFilter {
  const range = rangeAt(view, now);
  return { from: range?.from ?? null, to: range?.to ?? null, ...view.narrowing };
}

export const isNarrowed = (view: View): boolean =>
  narrowings.some((name) => view.narrowing[name] !== null);
export const isWhole = (view: View): boolean => view.spans.length === 0 && !isNarrowed(view);
