import type { DayCount } from '../summary.ts';
import { markup, Markup } from './markup.ts';
import type { Words } from './words.ts';

export interface ChartOptions {
  /** YYYY-MM-DD of the first and the last day shown. */
  readonly from: string;
  readonly to: string;
  readonly days: readonly DayCount[];
  readonly changes?: readonly string[];
  /** Draws what was sent as a line, by its own scale. */
  readonly sent: boolean;
  readonly height: number;
  readonly label: string;
  readonly words: Words;
}

const width = 720;
const left = 34;
const right = 4;
const foot = 16;
const oneDay = 86_400_000;
/** More bars would be thinner than ink: weeks instead. */
const mostBars = 184;

const dayNumber = (day: string): number => Math.floor(Date.parse(`${day}T00:00:00Z`) / oneDay);
const dayName = (number: number): string => new Date(number * oneDay).toISOString().slice(0, 10);

/** Whether a time this long is drawn by weeks. */
export const byWeek = (from: string, to: string): boolean =>
  dayNumber(to) - dayNumber(from) >= mostBars;

interface Bar {
  readonly first: number;
  transient: number;
  permanent: number;
  sent: number;
}

function bars({ from, to, days }: ChartOptions): Bar[] {
  const size = byWeek(from, to) ? 7 : 1;
  const start = dayNumber(from);
  // Ten years of weeks: a date from a wrong clock must not draw a century.
  const count = Math.min(520, Math.floor(Math.max(0, dayNumber(to) - start) / size) + 1);
  const all = Array.from({ length: count }, (_, index): Bar => ({
    first: start + index * size,
    ...{ transient: 0, permanent: 0, sent: 0 },
  }));
  for (const { day, transient, permanent, sent } of days) {
    const bar = all[Math.floor((dayNumber(day) - start) / size)];
    if (!bar) continue;
    bar.transient += transient;
    bar.permanent += permanent;
    bar.sent += sent;
  }
  return all;
}

/** Stacked bars: temporary below, permanent (hatched, so that it shows without colour) above. */
export function chart(options: ChartOptions): Markup {
  const { height, label, words, changes = [] } = options;
  const all = bars(options);
  const most = Math.max(1, ...all.map(({ transient, permanent }) => transient + permanent));
  const mostSent = Math.max(1, ...all.map(({ sent }) => sent));
  const step = (width - left - right) / all.length;
  const bottom = height - foot;
  const scale = (bottom - 8) / most;
  const x = (index: number): number => left + index * step;
  const r = (value: number): string => value.toFixed(1);
  const wide = Math.max(1, Math.min(step * 0.8, 14));
  const drawn = all.map(({ transient, permanent }, index) => {
    const at = x(index) + (step - wide) / 2;
    const low = transient * scale;
    const high = permanent * scale;
    const box = (kind: string, y: number, tall: number): Markup | false =>
      tall > 0 &&
      markup`<rect
        class="${kind}"
        ${kind === 'hatch' && new Markup(' fill="url(#hatch)"')}
        x="${r(at)}"
        y="${r(y)}"
        width="${r(wide)}"
        height="${r(tall)}"
      />`;
    return [
      box('transient', bottom - low, low),
      box('permanent', bottom - low - high, high),
      box('hatch', bottom - low - high, high),
    ];
  });
  const sentLine =
    options.sent &&
    mostSent > 1 &&
    markup`<polyline
      class="sent"
      points="${all
        .map(
          ({ sent }, index) =>
            `${r(x(index) + step / 2)},${r(bottom - (sent / mostSent) * (bottom - 8))}`,
        )
        .join(' ')}"
    />`;
  const size = byWeek(options.from, options.to) ? 7 : 1;
  const marks = changes.map((iso) => {
    const index = (dayNumber(words.day(iso)) - (all[0]?.first ?? 0)) / size;
    const at = r(x(index) + step / 2);
    return (
      index >= 0 &&
      index < all.length &&
      markup`<g class="change"
        ><line x1="${at}" x2="${at}" y1="6" y2="${bottom}" /><path d="M${at} 1l4 5h-8z"
      /></g>`
    );
  });
  const labels = [0, 0.25, 0.5, 0.75, 1].map((part) => {
    const index = Math.round(part * (all.length - 1));
    const anchor = part === 0 ? 'start' : part === 1 ? 'end' : 'middle';
    const at = part === 0 ? left : part === 1 ? width - right : x(index) + step / 2;
    return markup`<text class="tick" x="${r(at)}" y="${height - 4}" text-anchor="${anchor}"
      >${dayName(all[index]?.first ?? 0)}</text
    >`;
  });
  return markup`<svg class="chart" viewBox="0 0 ${width} ${height}" role="img" aria-label="${label}">
    <line class="axis" x1="${left}" x2="${width - right}" y1="${bottom}" y2="${bottom}" />
    <line class="grid" x1="${left}" x2="${width - right}" y1="8" y2="8" />
    <text class="tick" x="${left - 5}" y="11" text-anchor="end">${words.number(most)}</text>
    <text class="tick" x="${left - 5}" y="${bottom + 3}" text-anchor="end">0</text>
    ${drawn}${sentLine}${marks}${all.length > 4 ? labels : (labels[0] ?? null)}
  </svg>`;
}

/** One for the whole page: charts refer to it by its name. */
export const chartPatterns = markup`<svg class="patterns" width="0" height="0" aria-hidden="true">
  <defs>
    <pattern id="hatch" width="4" height="4" patternUnits="userSpaceOnUse">
      <path d="M-1 1l2-2M0 4l4-4M3 5l2-2" stroke="#fff" stroke-width="1" stroke-opacity=".75" />
    </pattern>
  </defs>
</svg>`;

export function legend(
  words: Words,
  parts: readonly ('transient' | 'permanent' | 'sent' | 'password')[],
): Markup {
  const { t } = words;
  return markup`<p class="legend">
    ${parts.map((part) => markup`<span class="key ${part}">${t(`legend.${part}`)}</span>`)}
  </p>`;
}
