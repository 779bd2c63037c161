/** Sentences about notices, what was not read, advice. */
export const notice = {
  category: {
    throttle: 'throttled, "too frequently sending"',
    'other-rate-limit': 'rate limit of another provider',
    'volume-quota': 'sending quota used up',
    'spam-content': 'content taken for spam',
    policy: 'refused by policy',
    'user-unknown': 'recipient unknown',
    'mailbox-full': 'mailbox full',
    'too-large': 'message too large',
    'host-unreachable': 'server not reachable',
    expired: 'given up after retries',
    'relay-denied': 'relaying denied',
    other: 'another reason',
  },
  summary: {
    'not-bounce': 'This is no bounce notice.',
    unreadable: 'This message could not be read: {{reason}}.',
    bounce: 'A bounce notice that names no recipient.',
    one: 'Mail to {{recipient}} was refused: {{category}}.',
    'one-delayed': 'Mail to {{recipient}} is delayed: {{category}}.',
    'one-throttle':
      'Alibaba Mail refused mail to {{recipient}} as sent too frequently ({{code}}); the address itself is good.',
    'one-possible':
      'Mail to {{recipient}} may have been throttled; the notice shows only one of two signals, so it is not counted.',
    several_one: 'Mail to {{count}} recipient failed: {{categories}}.',
    several_other: 'Mail to {{count}} recipients failed: {{categories}}.',
    part: '{{category}} ({{count}})',
    someone: 'a recipient',
  },
  unreadable: {
    'no-access': 'this account may lack the permission, or the file may be damaged',
    empty: 'it is empty',
    'not-mail': 'it is no mail',
    'too-large': 'it is too large',
    'too-deep': 'its parts are nested too deeply',
    'too-many-parts': 'it has too many parts',
    'took-too-long': 'reading it took too long',
  },
  notScanned: {
    mailbox: 'The mailbox itself was not read: what is known comes from imported files alone.',
    'mailbox-now':
      'The mailbox was not read this time: files were imported into what was known of it.',
    undated_one:
      '{{count, number}} imported rejection has no time that can be believed, so it is not counted.',
    undated_other:
      '{{count, number}} imported rejections have no time that can be believed, so they are not counted.',
    'foreign-sender_one':
      '{{count, number}} rejection in a log was left out because another sender’s mail was rejected.',
    'foreign-sender_other':
      '{{count, number}} rejections in logs were left out because other senders’ mail was rejected.',
    file: '"{{subject}}" could not be imported.',
    'before-window_one':
      '{{count, number}} message was not read because it arrived before the time window.',
    'before-window_other':
      '{{count, number}} messages were not read because they arrived before the time window.',
    folder: 'Folder "{{subject}}" was not read because it could not be opened.',
    'other-folders_one':
      '{{count, number}} other folder was not read because it was not asked for.',
    'other-folders_other':
      '{{count, number}} other folders were not read because they were not asked for.',
    cancelled: 'The scan was stopped; what was not read is read by the next scan.',
    cancelled_one:
      'The scan was stopped with {{count, number}} message left; the next scan reads it.',
    cancelled_other:
      'The scan was stopped with {{count, number}} messages left; the next scan reads them.',
    problem: 'The scan ended early; what was not read is read by the next scan.',
    problem_one:
      'The scan ended early with {{count, number}} message left; the next scan reads it.',
    problem_other:
      'The scan ended early with {{count, number}} messages left; the next scan reads them.',
    unreadable_one: '{{count, number}} message could not be read.',
    unreadable_other: '{{count, number}} messages could not be read.',
    'no-sent-folder': 'No Sent folder was found, so the sending pace is not known.',
  },
  alsoDo: {
    'change-password': 'Change the mailbox password.',
    'slow-down': 'Send more slowly from now on than before the episodes.',
    'direct-mail':
      'This looks like bulk or system mail: Alibaba does not mean mailboxes for it and points to its Direct Mail service.',
    'review-account':
      'Look at the login log, filter rules, auto-forwarding and the security phone in webmail.',
  },
  advice: {
    'no-throttle': 'No throttle notice that limits this account was found.',
    over: 'The pause that Alibaba advises has passed since the last rejection.',
    'short-episode':
      'The last episode was short: pause an hour after the last rejection, then retry. The time is an estimate.',
    'long-episode':
      'The last episode went on for three hours or more: stop for the day and retry 24 hours after the last rejection. The time is an estimate.',
    'repeated-within-a-day':
      'The last episode began within a day of the one before: stop for the day and retry 24 hours after the last rejection. The time is an estimate.',
    'repeated-despite-advice':
      'Five or more episodes in 14 days although the pauses were kept: ask Alibaba’s support.',
  },
} as const;
