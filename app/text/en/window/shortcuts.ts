import { frame } from './frame.ts';

const { label: _label, skip: _skip, ...screens } = frame.nav;

/** What each shortcut does (app/api/shortcuts.ts), for the sheet, and for the menu where it stands there. */
export const shortcuts = {
  shortcut: {
    title: 'Keyboard shortcuts',
    or: 'or',
    group: { go: 'Go to', do: 'Do', view: 'Window' },
    name: {
      ...screens,
      scan: 'Scan now',
      search: 'Search',
      'open-files': 'Open mail files…',
      'add-account': 'Connect a mailbox…',
      'switch-account': 'Switch account',
      'explain-text': 'Explain the pasted text',
      close: 'Close what is on top; step back in the chart',
      'zoom-in': 'Larger',
      'zoom-out': 'Smaller',
      'zoom-reset': 'Actual size',
      shortcuts: 'Keyboard shortcuts',
    },
    key: {
      Mod: 'Ctrl',
      Shift: 'Shift',
      Escape: 'Esc',
      Enter: 'Enter',
    },
  },
} as const;
