/** Every word that somebody may not know, once; the tips on the screens and Help's list show the same. */
export const glossary = {
  glossary: {
    bounceNotice: {
      word: 'bounce notice',
      text: 'A message from a mail server that says that a mail could not be delivered, to whom and why.',
    },
    throttled: {
      word: 'throttled, “too frequently sending”',
      text: 'Alibaba’s server refused a mail because of how often this account sends. Neither the mail nor its recipient is at fault.',
    },
    episode: {
      word: 'episode',
      text: 'Throttle rejections that lie close together in time, counted as one stretch of being limited.',
    },
    rejection: {
      word: 'temporary / permanent rejection',
      text: 'Temporary (454): the server lets one try again later. Permanent (554): this mail was given up, a later one may go through.',
    },
    pace: {
      word: 'sending pace',
      text: 'How many mails and recipients were sent in a minute, an hour or 24 hours.',
    },
    observed: {
      word: 'observed',
      text: 'Seen in this mailbox. Alibaba does not publish its limits, so no figure here is one of them.',
    },
    mailboxPassword: {
      word: 'mailbox password (webmail)',
      text: 'The password to sign in on the webmail page.',
    },
    clientPassword: {
      word: 'third-party client security password',
      text: 'A second password of 16 characters, for mail programs alone. Once it is on, they are refused with the webmail password.',
    },
    adminConsole: {
      word: 'admin console',
      text: 'Where a company’s administrator manages its mailboxes at Alibaba.',
    },
    connectingIp: {
      word: 'connecting IP',
      text: 'The address on the internet from which the refused mail was handed in. It tells which server or office sent it.',
    },
    people: {
      word: 'recipient / sender',
      text: 'To whom a mail was to go, and in whose name it was sent.',
    },
    folders: {
      word: 'Sent, Junk, Inbox',
      text: 'The folders that matter: notices arrive in Inbox or Junk, what was sent stands in Sent.',
    },
    coverage: {
      word: 'coverage',
      text: 'How much of what was asked for has been read. What was not read is never called healthy.',
    },
    retryFrom: {
      word: 'try again from',
      text: 'The earliest time at which trying again makes sense: an estimate from the last rejection and Alibaba’s advice.',
    },
    misuse: {
      word: 'stolen account / forged sender',
      text: 'Stolen: somebody signs in and sends with your account. Forged: somebody writes your address on mail that never passed through it.',
    },
    weakPassword: {
      word: 'weak password',
      text: 'One that is easily guessed. Alibaba lowers the limit of an account that has one.',
    },
    lockout: {
      word: 'account locked for an hour',
      text: 'After too many wrong passwords, nobody can sign in for an hour, also not with the right one.',
    },
    evidence: {
      word: 'evidence',
      text: 'What speaks for or against a cause, each with a way to what it rests on.',
    },
    auditReport: {
      word: 'audit report',
      text: 'One document on many mailboxes: which are limited, since when, and on what evidence.',
    },
    imap: {
      word: 'IMAP',
      text: 'How mail programs read a mailbox on its server. Sendwell uses the commands that only read.',
    },
    stage: {
      word: 'stage',
      text: 'Where in the hand-over the server refused: at the sender (MAIL), a recipient (RCPT) or the content (DATA).',
    },
  },
} as const;
