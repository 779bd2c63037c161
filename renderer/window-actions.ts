import type { WindowAction } from '../app/api/shortcuts.ts';
import { assertNever } from '../app/result.ts';
import { client } from './client.ts';
import type { Screen } from './components/shell.tsx';

/** What the workspace can do; null where it cannot now. */
export interface WindowDeeds {
  readonly go: (screen: Screen) => void;
  readonly connect: () => void;
  readonly scan: (() => void) | null;
  readonly search: () => void;
  readonly openFiles: () => void;
  readonly toggleShortcuts: () => void;
}

/** One place says what each shortcut and menu entry does. */
export function perform(action: WindowAction, deeds: WindowDeeds): void {
  switch (action) {
    case 'overview':
    case 'notices':
    case 'password':
    case 'audit':
    case 'explain':
    case 'settings':
    case 'help':
      deeds.go(action);
      return;
    case 'scan':
      deeds.scan?.();
      return;
    case 'search':
      deeds.search();
      return;
    case 'open-files':
      deeds.openFiles();
      return;
    case 'add-account':
      deeds.connect();
      return;
    case 'switch-account':
      // As if it were clicked: the menu then takes the focus.
      document.querySelector<HTMLElement>('.sw-account')?.click();
      return;
    case 'zoom-in':
      void client.zoom('in');
      return;
    case 'zoom-out':
      void client.zoom('out');
      return;
    case 'zoom-reset':
      void client.zoom('reset');
      return;
    case 'shortcuts':
      deeds.toggleShortcuts();
      return;
    default:
      assertNever(action);
  }
}

/** The search field of the screen that is shown. */
export function searchField(): HTMLInputElement | null {
  return document.querySelector<HTMLInputElement>('main input[type=search]');
}
