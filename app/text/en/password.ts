/** Rules, strength and notes about a password. */
export const password = {
  compliant: 'It complies with Alibaba Mail’s rules.',
  'not-compliant': 'It does not comply with Alibaba Mail’s rules.',
  rule: {
    length: '8 to 64 characters',
    characterTypes: 'at least three of: uppercase, lowercase, digits, special characters',
    noAccount: 'does not contain the mailbox address or the part before the @',
  },
  kept: 'kept',
  broken: 'not kept',
  strength: 'Strength: {{word}} ({{score}} of 4, about 10^{{guessesLog10}} guesses)',
  score: { 0: 'very weak', 1: 'weak', 2: 'moderate', 3: 'good', 4: 'strong' },
  note: {
    'nine-characters':
      '8 characters comply, but Alibaba’s newer admin page asks for 9 and may refuse it.',
    'non-ascii':
      'It has characters outside ASCII: they count towards the length, are no type of their own, and the server may refuse them.',
    space: 'It has a space: spaces are no type of their own, and the server may refuse them.',
    'control-characters':
      'It has control characters, such as a tab or a line break: the server may refuse them, and they are hard to type.',
    'short-account':
      'The part before the @ is so short that it is easily contained by chance; read literally, the rule forbids that too.',
    weak: 'It complies with the rules but is easy to guess. A weak password can make Alibaba lower the sending limit.',
  },
  ask: 'Password to check for {{account}} (not shown):',
  'never-argument':
    'password {{verb}}: a password is read from standard input, never from an argument',
  verbs: 'password: check or suggest',
} as const;
