/** In device-independent pixels, the origin being the main display's. */
export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** What is needed of Electron's Display. */
export interface DisplayArea {
  readonly bounds: Rect;
  /** Without panels and docks. */
  readonly workArea: Rect;
  readonly scaleFactor: number;
}

export interface Place {
  /** Of the window when it is neither maximised nor full screen. */
  readonly bounds: Rect;
  readonly maximised: boolean;
}

/** A name for the displays at hand and how they stand to each other: at the desk it is another than on the way. */
export const arrangementOf = (displays: readonly DisplayArea[]): string =>
  displays
    .map(({ bounds: { x, y, width, height }, scaleFactor }) =>
      [x, y, width, height, scaleFactor].join(' '),
    )
    .sort()
    .join(', ');

/**
 * Where a window can stand again. One that is whole on the displays at hand stays, also across two of them; any other
 * moves to the one that shows most of it, or lies nearest, and shrinks to what is free there.
 * @returns null where there is no display to stand on
 */
export function placeOn(bounds: Rect, displays: readonly DisplayArea[]): Rect | null {
  const areas = displays.map(({ workArea }) => workArea).filter(isReal);
  const shown = areas.reduce((sum, area) => sum + overlap(bounds, area), 0);
  if (shown >= bounds.width * bounds.height) return bounds;
  const [best] = [...areas].sort(
    (a, b) => overlap(bounds, b) - overlap(bounds, a) || distance(bounds, a) - distance(bounds, b),
  );
  if (!best) return null;
  const width = Math.min(bounds.width, best.width);
  const height = Math.min(bounds.height, best.height);
  return {
    x: clamp(bounds.x, best.x, best.x + best.width - width),
    y: clamp(bounds.y, best.y, best.y + best.height - height),
    width,
    height,
  };
}

const isReal = ({ width, height }: Rect): boolean => width > 0 && height > 0;

const clamp = (value: number, least: number, most: number): number =>
  Math.min(Math.max(value, least), most);

/** The shared area of two rectangles, in square pixels. */
function overlap(a: Rect, b: Rect): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return Math.max(0, width) * Math.max(0, height);
}

/** Between the two centres. */
const distance = (a: Rect, b: Rect): number =>
  Math.hypot(a.x + a.width / 2 - b.x - b.width / 2, a.y + a.height / 2 - b.y - b.height / 2);
