/** Where the bars stand inside the drawing, in CSS pixels. Fixed, so that nothing moves when data arrives. */
export const scaleWidth = 44;
export const axisHeight = 24;
export const topMargin = 14;

export interface PlotArea {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export const plotArea = (width: number, height: number): PlotArea => ({
  left: scaleWidth,
  top: topMargin,
  width: Math.max(1, width - 2 * scaleWidth),
  height: Math.max(1, height - topMargin - axisHeight),
});

/** Into how many equal steps both scales are parted, so that they share their lines. */
export const scaleSteps = 4;
const roundSteps = [1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10];

/** The top of a scale that holds `largest` in four steps of a round, whole number each. */
export function scaleTop(largest: number): number {
  const step = Math.max(1, largest / scaleSteps);
  const power = 10 ** Math.floor(Math.log10(step));
  const round = roundSteps.map((size) => Math.round(size * power * 10) / 10);
  const chosen = round.find((size) => Number.isInteger(size) && size >= step) ?? 10 * power;
  return chosen * scaleSteps;
}
