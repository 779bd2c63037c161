/** Shades of one hue above "none"; as many as an eye can tell apart and name. */
export const heatLevels = 5;

/**
 * 0 for none, else 1 to 5. Along the square root, since rejections come in bursts: on an even scale one bad
 * hour would leave all others pale.
 */
export function heatLevel(count: number, largest: number): number {
  if (count <= 0 || largest <= 0) return 0;
  return Math.max(1, Math.ceil(Math.sqrt(count / largest) * heatLevels));
}

/** Where each shade ends: the largest count that still has it. */
export const levelEnds = (largest: number): readonly number[] =>
  Array.from({ length: heatLevels }, (_, index) =>
    Math.floor(((index + 1) / heatLevels) ** 2 * largest),
  );

export const heatPaint = (level: number): string => `var(--sw-heat-${level})`;
