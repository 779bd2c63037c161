import { useState } from 'react';
import type { Chart, Overview, ScanStatus } from '../../../app/api/contract.ts';
import { client } from '../../client.ts';
import { type Asked, useAnswer } from '../../use-answer.ts';
import { useLatestAnswer } from '../../use-latest-answer.ts';
import { revisionOf } from '../../use-scan-end.ts';
import type { SharedView } from '../../view/use-views.ts';
import { filterAt } from '../../view/view.ts';

/**
 * What is known of an account, whatever its charts show; asked again when a scan finds more, when something was
 * added (`revision`), and as time goes on, since the state depends on the clock ("limited until").
 */
export function useOverview(
  accountId: number,
  gapMinutes: number,
  scan: ScanStatus | null,
  revision: string,
): { readonly asked: Asked<Overview>; readonly retry: () => void; readonly key: string } {
  const [tries, setTries] = useState(0);
  const key = [accountId, gapMinutes, revisionOf(scan), revision, tries].join();
  const asked = useAnswer(key, () => client.overview({ accountId, gapMinutes }));
  return {
    asked,
    key,
    retry: () => {
      setTries((before) => before + 1);
    },
  };
}

/** What the charts draw for the shared view: a new question with each step of the zoom, and none between. */
export function useChart(
  accountId: number,
  { view, now }: SharedView,
  known: string,
): Asked<Chart> {
  const filter = filterAt(view, now);
  const key = JSON.stringify([accountId, filter, known]);
  return useLatestAnswer(key, () => client.chart({ accountId, filter, bucketSize: 'auto' }));
}
