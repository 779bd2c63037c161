import { useState } from 'react';
import type { Overview, ScanStatus } from '../../../app/api/contract.ts';
import { client } from '../../client.ts';
import { type Asked, useAnswer } from '../../use-answer.ts';
import { useNow } from '../../use-now.ts';
import { revisionOf } from '../../use-scan-end.ts';

export type BucketSize = Overview['bucketSize'];

export interface View {
  readonly from: number | null;
  readonly to: number | null;
  readonly bucketSize: BucketSize | 'auto';
}

export const wholeTime: View = { from: null, to: null, bucketSize: 'auto' };

/** The overview of a stretch of time; asked again when a scan finds more, and when a wait is over. */
export function useOverview(
  accountId: number,
  scan: ScanStatus | null,
): {
  readonly asked: Asked<Overview>;
  readonly view: View;
  readonly setView: (view: View) => void;
  readonly retry: () => void;
} {
  const [view, setView] = useState<View>(wholeTime);
  const [tries, setTries] = useState(0);
  // The state depends on the clock ("limited until"): asking every five minutes keeps it true.
  const slot = Math.floor(useNow(60_000) / 300_000);
  const key = [
    accountId,
    view.from,
    view.to,
    view.bucketSize,
    revisionOf(scan),
    slot,
    tries,
  ].join();
  const asked = useAnswer(key, () => client.overview({ accountId, ...view }));
  return {
    asked,
    view,
    setView,
    retry: () => {
      setTries((before) => before + 1);
    },
  };
}
