import { useEffect, useState } from 'react';
import type { WindowAction } from '../app/api/shortcuts.ts';
import type { Screen } from './components/shell.tsx';
import { useShortcuts } from './use-shortcuts.ts';
import { perform, searchField } from './window-actions.ts';

/** A form that is being filled in is left by its own button only: what was typed would be lost. */
const overForm: ReadonlySet<WindowAction> = new Set([
  'zoom-in',
  'zoom-out',
  'zoom-reset',
  'shortcuts',
  'open-files',
]);

export interface Workplace {
  readonly go: (screen: Screen) => void;
  readonly connect: () => void;
  /** Null while there is nothing to scan. */
  readonly scan: (() => void) | null;
  readonly openFiles: () => void;
  /** Where to search when the present screen holds no field for it. */
  readonly searchIn: Screen;
  readonly inForm: boolean;
}

/** Lets keys and menu act on the workspace; the list of shortcuts is theirs too. */
export function useWindowActions({ searchIn, inForm, ...deeds }: Workplace): {
  readonly sheet: boolean;
  readonly showSheet: (shown: boolean) => void;
} {
  const [sheet, showSheet] = useState(false);
  const [searching, setSearching] = useState(0);
  // After the screen that holds the field has been drawn.
  useEffect(() => {
    if (searching > 0) searchField()?.focus();
  }, [searching]);
  useShortcuts((action) => {
    if (inForm && !overForm.has(action)) return;
    perform(action, {
      ...deeds,
      search: () => {
        if (searchField() === null) deeds.go(searchIn);
        setSearching((before) => before + 1);
      },
      toggleShortcuts: () => {
        showSheet((before) => !before);
      },
    });
  });
  return { sheet, showSheet };
}
