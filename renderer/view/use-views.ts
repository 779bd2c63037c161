import { useState } from 'react';
import { useNow } from '../use-now.ts';
import { type View, wholeView } from './view.ts';

export interface SharedView {
  readonly view: View;
  /** Where "now" is for spans that move on with the clock; it moves in steps, so that little is asked again. */
  readonly now: number;
  readonly change: (next: (view: View) => View) => void;
}

const step = 300_000;

/** What each account's views show. It stands above the screens, so that it is there when one comes back. */
export function useViews(): (accountId: number) => SharedView {
  const [views, setViews] = useState<ReadonlyMap<number, View>>(new Map());
  const now = (Math.floor(useNow(60_000) / step) + 1) * step;
  return (accountId) => ({
    view: views.get(accountId) ?? wholeView,
    now,
    change: (next) => {
      setViews((before) =>
        new Map(before).set(accountId, next(before.get(accountId) ?? wholeView)),
      );
    },
  });
}
