/** The Password screen beside the guide. */
export const password = {
  password: {
    title: 'Password',
    sample: 'The sample mailbox has no password to change. Checking and suggestions work here too.',
    start: {
      title: 'Change the password, step by step',
      text: 'There is no way to change it from a mail program, so you do it in webmail. Sendwell leads through the order that protects you: pause everything that knows the old password, change, check once, then resume one at a time.',
      why: 'Why the order matters: phones and programs that still try the old password can lock the account for an hour.',
      time: 'About ten minutes. You can stop at any step and go on later, also after a restart.',
      button: 'Start',
    },
    check: {
      title: 'Check the password in use now',
      text: 'Typed once, judged on this computer, not kept and not sent anywhere. Only the verdict stays.',
      field: 'Password in use now',
      button: 'Check it',
      again: 'Check again',
      good: 'It complies with the rules and is hard to guess.',
      weak: 'It complies with the rules but is easy to guess. Changing it is worth the ten minutes.',
      bad: 'It does not comply with Alibaba Mail’s rules. It may be from before these rules; change it.',
      last: 'Last checked {{when}}',
      empty: 'Type the password to check.',
    },
    field: {
      show: 'Show or hide the password',
      rules: 'Alibaba Mail’s rules',
      kept: 'kept',
      open: 'not yet',
      strength: 'Strength',
      estimating: 'estimating',
      guesses: 'about {{number}} guesses',
    },
    suggest: {
      title: 'Suggestions',
      text: 'Made on this computer from its cryptographic random source. No letters that look alike.',
      characters: '16 characters',
      phrase: 'Five words',
      use: 'Use',
      more: 'Other suggestions',
      copy: 'Copy',
      copyLabel: 'Copy: {{name}}',
      useLabel: 'Use: {{name}}',
      copied: 'Copied. Cleared in 30 seconds',
      copyFailed: 'The clipboard is not available. Type it instead.',
    },
    remember: {
      title: 'Remember the mailbox password',
      off: 'Off. Sendwell asks for the password after each start.',
      on: 'On. The password is encrypted with a key from this computer’s keyring, so that “Scan now” works after a restart.',
      refused:
        'A remembered password was changed or refused and is not tried any more. Sign in again to replace it, or forget it.',
      unreadable:
        'A password was remembered under another keyring and cannot be read with this one. It is left as it is. Sign in again to replace it, or forget it.',
      signIn: 'Sign in first; then it can be remembered.',
      switch: 'Remember it on this computer',
      forget: 'Forget it',
      problem: {
        'no-keyring':
          'Not offered here: this system has no keyring that Sendwell can use. On Linux that is GNOME Keyring or KWallet.',
        'built-in-key':
          'Not offered here: without a real keyring the password would be encrypted with a key that everybody knows.',
        broken: 'Not offered here: the keyring did not give back what it was given to keep.',
        'not-written':
          'This could not be written to the data folder. The disk may be full, or the folder protected.',
      },
    },
    rotation: {
      title: 'Forced change',
      text: 'Some administrators have passwords run out. Enter the interval, and this screen reminds you.',
      label: 'The password must be changed',
      never: 'Not set',
      every_one: 'every month',
      every_other: 'every {{count}} months',
      due: 'Runs out on {{day}}.',
      soon: 'Runs out on {{day}}, in {{time}}. Better change it before, without haste.',
      over: 'Ran out on {{day}}. Mail programs may be refused until it is changed.',
      unknown: 'When it was changed last is not known. Enter the day below.',
    },
    changes: {
      title: 'Changes so far',
      none: 'None known yet. The guide records one with its time.',
      entered: 'Changed on {{when}}',
      remove: 'Remove the change of {{when}}',
      add: 'Enter an earlier change',
      save: 'Enter',
    },
    effect: {
      title: 'Before and after',
      text: 'Throttle episodes per week around the change of {{day}}.',
      before: 'Before',
      after: 'After',
      perWeek: 'per week',
      basis_one: '{{count}} episode in {{weeks}} weeks',
      basis_other: '{{count}} episodes in {{weeks}} weeks',
      waiting:
        'Two weeks before and two weeks after a change have to be read before a comparison says anything.',
      fewer:
        'Fewer since the change. That fits a weak password as the cause; it does not prove it.',
      same: 'About as many as before. The password was hardly the cause.',
      more: 'More than before. Look for another cause on the overview.',
    },
  },
} as const;
