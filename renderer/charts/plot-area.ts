/** Where the bars stand inside the drawing, in CSS pixels. Fixed, so that nothing moves when data arrives. */
export const chartHeight = 236;
export const scaleWidth = 40;
export const axisHeight = 24;
export const topMargin = 8;

export interface PlotArea {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export const plotArea = (width: number): PlotArea => ({
  left: scaleWidth,
  top: topMargin,
  width: Math.max(1, width - 2 * scaleWidth),
  height: chartHeight - topMargin - axisHeight,
});

/** The bucket under a point `x` pixels right of the plot's left edge; beyond the edges the nearest one. */
export function bucketAt(x: number, plotWidth: number, count: number): number {
  const index = Math.floor((x / plotWidth) * count);
  return Math.max(0, Math.min(count - 1, index));
}

/** The middle of a bucket, in pixels right of the plot's left edge. */
export const middleOf = (index: number, plotWidth: number, count: number): number =>
  ((index + 0.5) / Math.max(1, count)) * plotWidth;

export interface Selection {
  readonly anchor: number;
  readonly end: number;
}

export const firstOf = ({ anchor, end }: Selection): number => Math.min(anchor, end);
export const lastOf = ({ anchor, end }: Selection): number => Math.max(anchor, end);
