export const watch = {
  watch: {
    switch: 'Watch',
    hint: 'Keeps one read-only connection and reads new mail as it arrives, until the app is closed or this is switched off.',
    state: {
      off: 'Not watched',
      connecting: 'Connecting',
      reading: 'Reading',
      watching: 'Watching',
      waiting: 'Again {{at}}',
      stopped: 'Stopped',
    },
    instant:
      'The server tells of new mail in the Inbox at once. Other folders are looked at every ten minutes.',
    asked:
      'The server does not tell of new mail by itself: the Inbox is asked every two minutes, other folders every ten.',
    lastLook: 'Last looked {{ago}}.',
    noLook: 'Not looked yet.',
    read_one: '{{formatted}} message read since {{since}}, bounce notices among them: {{notices}}.',
    read_other:
      '{{formatted}} messages read since {{since}}, bounce notices among them: {{notices}}.',
    notRead: 'Not read:',
    waiting: 'The connection was lost. It is tried again by itself, with growing pauses.',
    stopped: 'Nothing is tried again by itself.',
  },
} as const;
