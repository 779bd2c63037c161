/** What the app says while its window may be closed: notifications and the tray. */
export const background = {
  alert: {
    limited: 'Sending limited since {{since}}, try again from {{retryAt}}',
    longer: 'Still limited since {{since}}, now try again from {{retryAt}}',
    again: 'The wait is over: sending may be tried again',
    notWatched: 'A mailbox is not watched at present',
    advice: {
      none: 'The time is an estimate.',
      pause: 'Pause sending until then. The time is an estimate.',
      'stop-for-a-day': 'Stop sending for the day. The time is an estimate.',
      'contact-support':
        'Pausing alone did not help: contact Alibaba’s support. The time is an estimate.',
    },
    notWhole: 'The last look stopped before the end, so there may be more.',
    quietSince: 'No rejection was observed after {{endedAt}}. Begin at a gentle, even pace.',
    notKnown:
      'What came in since {{lastLook}} was not read, so it is not known whether sending works.',
    notKnownAtAll: 'Newer mail was not read, so it is not known whether sending works.',
    many: {
      limited_one: 'Sending limited for {{count}} account',
      limited_other: 'Sending limited for {{count}} accounts',
      again_one: 'The wait is over for {{count}} account',
      again_other: 'The wait is over for {{count}} accounts',
      notWatched_one: '{{count}} mailbox is not watched at present',
      notWatched_other: '{{count}} mailboxes are not watched at present',
    },
    line: {
      limited: '{{account}}: since {{since}}, try again from {{retryAt}}',
      again: '{{account}}: limited from {{since}} to {{endedAt}}',
      notWatched: '{{account}}: {{problem}}',
    },
    more_one: 'and {{count}} more',
    more_other: 'and {{count}} more',
  },
  tray: {
    account: '{{account}}: {{state}}',
    state: {
      limited: 'Sending limited since {{since}}, try again from {{retryAt}}',
      recovering: 'No throttle since {{endedAt}}',
      healthy: 'No throttle seen',
      unknown: 'Not known',
      connecting: 'Connecting',
      waiting: 'Connection lost, again {{at}}',
      stopped: 'Not watched: {{problem}}',
      paused: 'Paused',
    },
    none: 'No mailbox is watched',
    more_one: 'and {{count}} more',
    more_other: 'and {{count}} more',
    open: 'Open Sendwell',
    scan: 'Scan now',
    pause: 'Pause watching',
    resume: 'Go on watching',
    quit: 'Quit',
    tooltip: {
      limited_one: 'Sendwell: sending limited for {{count}} mailbox',
      limited_other: 'Sendwell: sending limited for {{count}} mailboxes',
      unknown: 'Sendwell: the state of a mailbox is not known',
      watching_one: 'Sendwell: watching {{count}} mailbox',
      watching_other: 'Sendwell: watching {{count}} mailboxes',
      quiet: 'Sendwell: no mailbox is watched',
    },
  },
  closed: {
    title: 'Sendwell goes on in the tray',
    watching:
      'Mailboxes are still watched. Open or quit Sendwell by its sign there, or start it again.',
    idle: 'No mailbox is watched. Open or quit Sendwell by its sign there, or start it again.',
  },
  login: {
    title: 'Start at login is not set up here',
    checkout: 'This Sendwell runs from a checkout. Only an installed one starts at login.',
    failed: 'The system did not take the entry. Start Sendwell from the system’s own settings.',
  },
} as const;
