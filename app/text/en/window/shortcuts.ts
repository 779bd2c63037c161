/** What each shortcut does (app/api/shortcuts.ts), for the sheet, and for the menu where it stands there. */
export const shortcuts = {
  shortcut: {
    title: 'Keyboard shortcuts',
    or: 'or',
    group: { go: 'Go to', do: 'Do', view: 'Window' },
    name: {
      overview: 'Overview',
      notices: 'Notices',
      password: 'Password',
      audit: 'Audit',
      explain: 'Explain',
      settings: 'Settings',
      help: 'Help',
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
