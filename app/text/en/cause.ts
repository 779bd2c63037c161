/** Why sending may be limited: the four causes, how sure, and each piece of evidence as a sentence. */
export const cause = {
  name: {
    pace: 'Sending pace',
    'weak-password': 'Weak password',
    'stolen-account': 'Stolen account',
    'forged-sender': 'Forged sender',
  },
  likelihood: { likely: 'likely', possible: 'possible', unlikely: 'unlikely' },
  evidence: {
    'no-own-episode': 'No rejection that limits this account was observed.',
    'sent-not-read': 'No Sent folder was read, so what this mailbox sent is not known.',
    'pace-above-minute':
      'Up to {{messages}} messages stood in Sent in the 60 seconds before an episode; at most {{before}} had gone through in as long without a rejection. So it was, in one stretch or another, before {{episodes}} of {{all}} episodes.',
    'pace-above-hour':
      'Up to {{messages}} messages stood in Sent in the 60 minutes before an episode; at most {{before}} had gone through in as long without a rejection. So it was, in one stretch or another, before {{episodes}} of {{all}} episodes.',
    'pace-above-day':
      'Up to {{messages}} messages stood in Sent in the 24 hours before an episode; at most {{before}} had gone through in as long without a rejection. So it was, in one stretch or another, before {{episodes}} of {{all}} episodes.',
    'pace-not-above':
      'Before none of the {{all}} episodes more stood in Sent than had gone through without a rejection.',
    'no-quiet-stretch':
      'No stretch of sending without a rejection was observed that the pace could be compared with.',
    'originals-unknown':
      'The notices do not say which mails bounced, so they cannot be looked up in Sent.',
    'originals-in-sent': '{{share}} of the mails that were throttled stand in Sent.',
    'outside-program':
      'Only {{share}} of the mails that were throttled stand in Sent: a program is sending outside this mailbox’s Sent folder, so the true pace is higher than what is shown.',
    'resumed-after-pause':
      'After {{count}} of the episodes sending went on and nothing was rejected for a day.',
    'throttled-at-low-pace':
      'Before {{count}} of {{all}} episodes no more stood in Sent than had gone through without a rejection.',
    'password-not-checked':
      'The password was not checked here, so nothing is known about its strength.',
    'password-breaks-rules':
      'The check of {{checkedAt}} found that the password breaks Alibaba’s rules.',
    'password-weak':
      'The check of {{checkedAt}} found the password easy to guess (strength {{score}} of 4).',
    'password-checked':
      'The check of {{checkedAt}} found that the password keeps Alibaba’s rules (strength {{score}} of 4).',
    'password-changed': 'The password was changed at {{changedAt}}.',
    'ceased-after-change':
      'All {{count}} episodes came before the password was changed at {{changedAt}}, none after it.',
    'originals-sent-here':
      '{{count}} of the mails that were throttled stand in Sent, {{missing}} do not.',
    'originals-not-sent-here':
      '{{count}} mails that this account’s server throttled do not stand in Sent; {{sent}} others do.',
    'ips-not-known':
      'They came from connecting IPs ({{count}}) that no mail in Sent came from: {{names}}.',
    'ips-without-comparison':
      'Their connecting IPs ({{count}}); no mail in Sent tells which ones are usual: {{names}}.',
    'programs-not-known':
      'They were written by programs ({{count}}) that wrote no mail in Sent: {{names}}.',
    'programs-without-comparison':
      'The programs that wrote them ({{count}}); no mail in Sent tells which ones are usual: {{names}}.',
    'same-sources':
      'They came from the same connecting IPs and programs, at the same hours, as what stands in Sent.',
    'unusual-hours':
      '{{count}} of {{all}} came at hours at which next to nothing is sent from here.',
    'smtp-explains-too':
      'A program of your own that sends over SMTP leaves nothing in Sent either and would explain this as well.',
    'look-at-login-log':
      'The login log in webmail tells: logins from places or programs that nobody here uses speak for a theft.',
    'no-foreign-bounce': 'No bounce was found for mail that something unknown here had written.',
    'foreign-bounces':
      '{{count}} mails that stand in no Sent folder bounced at other servers than this account’s own, for {{domains}} recipient domains.',
    'foreign-message-ids':
      'Their Message-IDs come from {{count}} programs that are not known to send from here: {{names}}.',
    'own-account-not-limited': 'This account’s own server rejected nothing.',
    'own-account-limited-too':
      'This account’s own server rejected mail as well, in {{count}} episodes.',
    'login-log-decides':
      'If the login log in webmail shows nothing unusual, the address was forged; then no password was lost.',
  },
} as const;
