/** Where the database on this computer cannot be used. */
export const store = {
  store: {
    fresh: 'Keep the damaged file aside and start afresh',
    freshNewer: 'Keep this file aside and start afresh',
    freshText:
      'A fresh start knows no account and no history: connect the mailboxes again and scan. Notices that a mailbox no longer holds stay in the file kept aside.',
    detail: 'What the database said',
    trying: 'Trying',
    triesIn_one: 'Tries by itself in {{count}} second',
    triesIn_other: 'Tries by itself in {{count}} seconds',
    keptTitle: 'A new database was started',
    keptText:
      'The old file was renamed, together with the files that belong to it. Nothing was deleted. Connect the mailboxes again and scan.',
    keptAs: 'The old file is here',
    goOn: 'Go on',
  },
} as const;
