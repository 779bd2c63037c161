/** Help: short answers, and what stands about the program itself. */
export const help = {
  help: {
    search: 'Search in Help',
    none: 'Nothing in Help holds “{{text}}”.',
    contents: 'Contents',
    clear: 'Show all of Help',
    words: 'Words',
    topic: {
      refused: {
        title: 'Why mail is refused, and what helps',
        text: 'Alibaba Mail answers “too frequently sending” when an account sends more than it lets through in a minute, an hour or a day, or when its password is weak: then it lowers the limit.',
        point: {
          pause:
            'Limited by the minute or the hour: pause, then try again. Limited by the day: stop for the day and try again after 24 hours.',
          password: 'A weak password: change it. The restriction then lifts by itself.',
          stolen:
            'Many bounces for mail that nobody sent: look at the login log in webmail. A logon that was not yours means a stolen account; nothing unusual there means a forged sender.',
          bulk: 'For bulk, registration and monitoring mail Alibaba points to its product Direct Mail.',
          address: 'The recipient’s address is good. Do not mark it as bad.',
        },
      },
      observed: {
        title: 'What “observed” means',
        text: 'Alibaba does not publish its limits. Every figure here is what this mailbox itself was seen to send or to get back, never a limit of Alibaba’s.',
        point: {
          pace: 'The highest pace without a rejection went through once. More may go through, and next time less.',
          wait: 'When to try again follows from the last rejection and Alibaba’s general advice. It is an estimate.',
        },
      },
      reads: {
        title: 'What a scan reads, and what it never does',
        text: 'A scan looks at a few header lines of each message and opens only what looks like a bounce notice.',
        point: {
          folders:
            'Inbox and Junk are searched. From Sent only times and the number of recipients are taken.',
          unchanged:
            'Folders are opened read-only. Nothing is changed, moved, deleted, sent or marked as read.',
          safe: 'The connection is always encrypted and its certificate always checked.',
          local:
            'What is found stays on this computer. There is no telemetry; only the mail server, the name service and, when asked, the update server are contacted.',
          logon:
            'Alibaba may mail about a logon from an unusual place. That is the scan, if the time fits.',
        },
      },
      missing: {
        title: 'Why there can be more rejections than shown',
        text: 'A program that sends over SMTP sees a rejection only in its own log; no mail about it reaches the mailbox. The chart is then a lower bound.',
        point: {
          logs: 'Drop such logs on the window, or paste their lines under Explain, and add them to the account’s history.',
          deleted: 'Notices that were deleted before the scan cannot be counted either.',
          coverage: 'What was not read stands below the overview, under “What was read”.',
        },
      },
      passwords: {
        title: 'The two passwords, and where to find them',
        text: 'A mailbox can have two passwords. Which one a mail program needs depends on whether the second one is on.',
        point: {
          mailbox:
            'Mailbox password (webmail): to sign in on the web page. Change it under Webmail › Settings › Account and Security › Account Security › Change Password.',
          client:
            'Third-party client security password: 16 characters, shown once. Once it is on, mail programs must use it and the webmail password is refused. Webmail › Settings › View More Settings › Account and Security › Account Security › Third-Party Client Logon Security Management.',
          admin:
            'An administrator resets the mailbox password under Admin console › Organization and Users › Mailbox Management › name › Reset Password.',
        },
      },
      lockout: {
        title: 'How not to be locked out',
        text: 'Too many wrong passwords lock an account for one hour. After a change, each phone and program that still tries the old one counts.',
        point: {
          order:
            'The order that protects: pause every program that signs in, change the password, update one program after the other, resume.',
          locked:
            'When it happened: stop all programs and wait for the hour to pass. Nothing else shortens it.',
          once: 'Sendwell tries a password once and never repeats a refused one by itself.',
        },
      },
      data: {
        title: 'Where the data lies',
        text: 'Everything that was found, the settings and the log lie in one folder on this computer:',
        point: {
          password:
            'Passwords are kept only if you asked for it, and only where the system’s keyring can encrypt them.',
          remove: 'An account and everything read from it is removed from the account menu above.',
        },
      },
      support: {
        title: 'How to get support from Alibaba',
        text: 'When pausing does not help or you have special needs, Alibaba’s support can look at the account. Its page on this error leads there.',
        point: {
          bundle:
            'Open an episode on the overview and choose “Copy for support”: times, IPs, tags and replies in one text.',
          notice: 'Attach one notice: open it under Notices and save it as .eml.',
        },
      },
    },
    action: {
      password: 'Go to Password',
      explain: 'Go to Explain',
      settings: 'Go to Settings',
      webmail: 'Open webmail',
      alibaba: 'Alibaba’s page on this error',
    },
    shortcuts: {
      title: 'Keyboard',
      text: 'Everything can be reached with the keyboard. This list also opens with “?”.',
      open: 'Show keyboard shortcuts',
    },
  },
  about: {
    title: 'About Sendwell',
    version: 'Version',
    licence: 'MIT licence. Made by the Sendwell founders; not a product of Alibaba’s.',
    log: 'Show the log’s folder',
    logText: 'Addresses and passwords are removed before anything is written to the log.',
    diagnostics: 'Show diagnostics',
    diagnosticsTitle: 'Diagnostics',
    diagnosticsText:
      'This, and nothing else, is copied. It holds no addresses, hosts, subjects, passwords or paths.',
    copyDiagnostics: 'Copy diagnostics',
    licences: 'Show the licences of parts',
    hideLicences: 'Hide the licences of parts',
    licencesTitle: 'What Sendwell is made of',
  },
  term: { what: 'What does “{{word}}” mean?' },
} as const;
