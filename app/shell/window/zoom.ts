import type { Argument } from '../../api/contract.ts';

/** The steps that browsers made familiar. */
export const zoomSteps = [0.5, 0.67, 0.75, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3] as const;

/** In, out, or back to the actual size. */
export type ZoomStep = Argument<'app:zoom'>;

/** The next factor; at either end the same one again. */
export function zoomed(factor: number, step: ZoomStep): number {
  if (step === 'reset') return 1;
  // Chromium gives back what it was told with a rounding error.
  const margin = 0.005;
  return step === 'in'
    ? (zoomSteps.find((each) => each > factor + margin) ?? 3)
    : ([...zoomSteps].reverse().find((each) => each < factor - margin) ?? 0.5);
}
