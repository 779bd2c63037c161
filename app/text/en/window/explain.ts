export const explain = {
  explain: {
    title: 'Explain an error',
    lead: 'Paste what a program or a bounce notice said. The verdict and the advice are the same as for a mailbox.',
    input: 'Error, log or files',
    field: 'Error text or log',
    placeholder:
      '554 Reject by behaviour spam at Rcpt State(Connection IP address:203.0.113.9)ANTISPAM_BAT[…]: too frequently sending',
    submit: 'Explain',
    or: 'or drop .eml, mbox and log files anywhere on the window',
    files: 'Choose files',
    folder: 'Choose a folder',
    clear: 'Start over',
    local: 'Everything is read on this computer. Nothing is sent anywhere.',
    tooLong:
      'More than {{most}} characters is too much to paste. Save it as a .log file and drop it here.',
    reading: 'Reading',
    drop: 'Drop to explain',
    dropText: 'Mail files (.eml, mbox), logs, and folders of these',
    verdict: {
      throttled_one:
        'Throttled: {{throttled}} of {{bounces}} rejection is for sending too frequently.',
      throttled_other:
        'Throttled: {{throttled}} of {{bounces}} rejections are for sending too frequently.',
      over_one: 'It was throttled, and the time to wait has passed.',
      over_other: 'It was throttled, and the time to wait has passed.',
      other_one: 'Not throttled: the one rejection has another reason.',
      other_other: 'Not throttled: all {{bounces}} rejections have other reasons.',
      none_one: 'No rejection was found.',
      none_other: 'No rejection was found in {{messages}} messages.',
      nothing_one: 'Nothing was found that could be read.',
      nothing_other: 'Nothing was found that could be read.',
    },
    action: {
      throttled: 'Pause sending.',
      over: 'Send at a gentle, even pace for the next days.',
      other: 'See below what each of them says.',
      none: 'Paste the lines that hold the server’s answer; they often begin with 4 or 5.',
      nothing: 'Try mail files (.eml, mbox) or text logs (.log, .txt).',
    },
    basisText: 'This rests on the pasted text alone.',
    basisFiles_one: 'This rests on {{formatted}} message or line alone.',
    basisFiles_other: 'This rests on {{formatted}} messages or lines alone.',
    lastAt: 'The last rejection in it was {{at}}.',
    noTime: 'It holds no time, so when to try again is counted from now on.',
    moreProblems_one: '{{formatted}} more file could not be read.',
    moreProblems_other: '{{formatted}} more files could not be read.',
    notices: 'What was found',
    more: 'Every field',
    less: 'Less',
    import: {
      title: 'Add to this account’s history',
      text: 'Programs that send over SMTP see rejections only in their own log. Added to {{address}}, they count in its chart and episodes, marked with where they came from.',
      titleNone: 'Add to a mailbox’s history',
      none: 'Connect the mailbox that these belong to, and they can count in its chart and episodes. This result stays here meanwhile.',
      account: 'Account to add to',
      button: 'Add',
      done_one:
        '{{added}} notice was added, {{throttled}} throttled in all; {{known}} already known.',
      done_other:
        '{{added}} notices were added, {{throttled}} throttled in all; {{known}} already known.',
    },
  },
} as const;
