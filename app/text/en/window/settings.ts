/** The Settings screen. */
export const settings = {
  settings: {
    saved: 'Saved',
    appearance: 'Language and appearance',
    reading: 'Reading mailboxes',
    background: 'Watching in the background',
    notifications: 'Notifications',
    minutes: 'min',
    name: {
      language: 'Language',
      theme: 'Theme',
      gapMinutes: 'Gap between two episodes',
      days: 'How far back new accounts are read',
      proxy: 'Proxy for new accounts',
      closeToTray: 'Keep running when the window is closed',
      startAtLogin: 'Start when I log in',
      startMinimised: 'Start without a window',
      watchAtStart: 'Watch from the start',
      notify: 'Notify me',
      quietHours: 'Quiet hours',
    },
    hint: {
      language: 'Window, menus, dialogs and notifications change at once.',
      theme: 'Dark and light follow the system unless you choose.',
      gapMinutes: 'Rejections further apart than this count as two episodes.',
      days: 'For mailboxes that are connected from now on.',
      proxy: 'The connect form begins with this. Accounts that are there keep theirs.',
      closeToTray: 'Sendwell goes on watching and is reached by its icon in the tray.',
      startAtLogin: 'Sendwell opens by itself after you log in to this computer.',
      startMinimised: 'After a login only the icon in the tray shows.',
      watchAtStart: 'Accounts with a remembered password are watched as soon as Sendwell starts.',
      notify: 'When sending is limited, and when it can be tried again.',
      quietHours: 'Nothing is shown between two times of the day; it is on the overview later.',
    },
    cannot: {
      'no-tray': 'This desktop shows no icons in a tray, so it cannot be offered here.',
      'not-installed': 'This copy is not installed, so the system cannot start it by itself.',
      'no-notifications': 'This system shows no notifications, so they cannot be offered here.',
    },
    themes: { system: 'System', light: 'Light', dark: 'Dark' },
    ofAccount: '{{address}} has a time and folders of its own.',
    openReading: 'What is read of it',
    quiet: {
      from: 'From',
      to: 'Until',
      overnight: 'Until the next morning.',
      same: 'Choose two different times.',
      missing: 'Type both times, such as 22:00 and 07:00.',
    },
    proxyUse: 'Way to the mail server',
    proxyMissing: 'Type the address; until then the choice before it holds.',
    proxyNoSecret:
      'No user name or password in the address: the user has a field, and the password is asked for when you connect.',
    data: {
      title: 'Data on this computer',
      folder: 'Folder',
      kind: {
        database: 'Database',
        aside: 'Damaged or older files kept aside',
        logs: 'Log',
        settings: 'Settings and encrypted passwords',
        window: 'Caches of the window',
      },
      total: 'In all',
      show: 'Show the folder',
      export: 'Export everything',
      exportHint:
        'One zip with the database and the settings, for a backup or another computer. No passwords are in it.',
      exported: 'Saved as {{name}}.',
      delete: 'Delete everything',
    },
    delete: {
      title: 'Delete everything on this computer?',
      goes: 'This goes',
      goesList: {
        one: 'All accounts, notices and history in {{folder}}, also the sample’s.',
        two: 'Remembered passwords, settings, the log and damaged files that were kept aside.',
        three:
          'Running scans and watches are stopped. Sendwell starts again as for the first time.',
      },
      stays: 'This stays',
      staysList: {
        one: 'The mailboxes: nothing on a server is touched.',
        two: 'Reports and exports that you saved elsewhere.',
        three:
          'An entry of Sendwell’s in the system’s keyring, if a password was remembered. It opens nothing any more.',
      },
      type: 'To go on, type “{{word}}”',
      word: 'delete',
      confirm: 'Delete everything',
    },
    privacy: {
      title: 'Privacy',
      read: {
        title: 'What is read',
        text: 'Bounce notices in Inbox and Junk, or in the folders that you choose. From Sent, only times and the number of recipients. Folders are opened read-only; nothing is changed or marked as read.',
      },
      kept: {
        title: 'Where it is kept',
        text: 'In the folder above and nowhere else. Only your account on this computer can open its files.',
      },
      password: {
        title: 'Passwords',
        text: 'Held in memory until Sendwell is closed. Stored only if you ask for it, encrypted with a key from the system’s keyring. Never in the database, the log, a report or an export.',
      },
      never: {
        title: 'What never leaves',
        text: 'No statistics, no crash reports, no account with us. Nothing that was read is sent anywhere.',
      },
      network: {
        title: 'What the network is used for',
        text: 'The mailbox’s own server, the name service (DNS) to find it, a proxy if one is set, and the update server only when you look for an update. A web page opens only after you saw its address and agreed.',
      },
      log: {
        title: 'The log',
        text: 'What the app did and what went wrong, with the names in mail addresses and anything like a password taken out. It stays in the folder.',
      },
    },
    trouble: {
      damaged: {
        title: 'The settings could not be read',
        text: 'A crash of the computer, a full disk or another program can do that. All settings are at their default; accounts and history are not affected. Choose anew what you had changed.',
      },
      partly: {
        title: 'Some settings could not be read',
        text: 'These are at their default: {{names}}. Everything else is as you chose it; accounts and history are not affected.',
      },
      newer: {
        title: 'The settings are from a newer version of Sendwell',
        text: 'What this version knows is used. The first change keeps the newer file aside, for when you install that version again.',
      },
      unreadable: {
        title: 'The settings could not be opened',
        text: 'Another program may hold the file, or it belongs to somebody else. Until then the settings are at their default; the first change keeps the file aside. Or free it and start Sendwell again.',
      },
      keptAs: 'The old file is here:',
      inPlace: 'The file is untouched:',
    },
  },
} as const;
