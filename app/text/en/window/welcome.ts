/** The first run: three ways in, and what the other screens say while there is no account. */
export const welcome = {
  welcome: {
    title: 'See when Alibaba Mail throttled a mailbox',
    lead: 'And why, on what evidence, and when sending may go on.',
    connect: {
      title: 'Connect a mailbox',
      text: 'Reads its bounce notices and shows when sending was limited, how badly, and when to try again.',
      button: 'Connect a mailbox',
    },
    files: {
      title: 'Open mail files',
      text: 'Explains bounce notices and logs that you have as files. No account and no network are needed.',
      folder: 'A folder',
      drop: 'or drop them on this window',
    },
    sample: {
      title: 'Look at the sample',
      text: 'A made-up mailbox with three throttle episodes, read like a real one and without a network.',
    },
  },
  needs: {
    bar: 'No mailbox is connected',
    notices: {
      title: 'The notices stand in a mailbox.',
      text: 'Once one is connected, every bounce notice in it is listed here with its verdict.',
    },
    password: {
      title: 'A password belongs to a mailbox.',
      text: 'Once one is connected, its password can be checked here and changed step by step without a lockout.',
    },
    audit: {
      title: 'An audit compares mailboxes.',
      text: 'Once some are connected, their states stand here side by side, with one report for all.',
    },
  },
} as const;
