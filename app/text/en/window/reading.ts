export const reading = {
  reading: {
    open: 'What is read',
    title: 'What is read of {{address}}',
    loading: 'Loading what was chosen',
    days: 'How far back',
    daysHint: 'A longer time reads only what is older. Nothing is read twice.',
    window: {
      days: 'The last {{days}} days',
      year: 'The last year',
      all: 'Everything, to the first message',
    },
    folders: 'Folders searched for bounce notices',
    foldersHint:
      'As the server listed them at the last scan. Inbox and Junk are where notices arrive.',
    noFolders: 'The folders are known after the first scan. Until then it is Inbox and Junk.',
    sent: 'Only times and the number of recipients are taken, for the sending pace',
    moreFolders: 'The first {{count}} folders are shown.',
    one: 'Choose at least one folder.',
    save: 'Save',
    saved: 'The next scan reads this.',
    role: {
      inbox: 'Inbox',
      junk: 'Junk',
      sent: 'Sent',
      drafts: 'Drafts',
      trash: 'Deleted',
      other: '',
    },
  },
} as const;
