import type { Category, ThrottlePhrase } from '../../../app/bounce/notice.ts';
import type { Answer, Moment } from '../fake-smtp.ts';

/** What the fake server answers about one recipient, and what that must be read as. */
export interface Refusal {
  readonly recipient: string;
  readonly at: Moment;
  readonly reply: string | Uint8Array;
  readonly category: Category;
  readonly phrase?: ThrottlePhrase;
}

export interface Scenario {
  readonly name: string;
  readonly refusals: readonly Refusal[];
  /** Recipients that the server takes. */
  readonly accepted?: readonly string[];
  /** The mail stays queued: the notice is a delay warning. */
  readonly delayed?: boolean;
  /** Needs SMTPUTF8 (RFC 6531). */
  readonly international?: boolean;
}

/** Mail to example.cn goes to an outside Alibaba server, mail to example.org through our own account's. */
export const routes = [
  { domain: 'example.cn', host: 'mx1.qiye.aliyun.com', direction: 'recipient-server' },
  { domain: 'example.org', host: 'smtp.qiye.aliyun.com', direction: 'own-account' },
] as const;

const bat = (words: string, verdict: string, tag = '01201311R1468S4530114229') =>
  `${words}ANTISPAM_BAT[${tag}, ay29a033002195077]: ${verdict}`;

const transientWords = '454 Transient reject by behaviour spam';
const permanentWords = '554 Reject by behaviour spam';
const atRcpt = ' at Rcpt State(Connection IP address:198.51.100.7)';
const atData = ' at DATA State(Connection IP address:198.51.100.7)';

const one = (
  name: string,
  category: Category,
  reply: string | Uint8Array,
  more: Partial<Refusal> & Pick<Scenario, 'delayed' | 'international'> = {},
): Scenario => {
  const { delayed, international, ...refusal } = more;
  return {
    name,
    ...(delayed === undefined ? {} : { delayed }),
    ...(international === undefined ? {} : { international }),
    refusals: [{ recipient: 'wang@example.cn', at: 'rcpt', reply, category, ...refusal }],
  };
};

const throttle = (
  name: string,
  reply: string | Uint8Array,
  more: Parameters<typeof one>[3] = {},
): Scenario => one(name, 'throttle', reply, { phrase: 'too-frequently', ...more });

const own = { recipient: 'li@example.org' };

/** The four documented forms and the sister phrases, in both directions. */
const throttles: readonly Scenario[] = [
  throttle('454', bat(transientWords, 'too frequently sending'), { at: 'end-of-data' }),
  throttle('454-rcpt', bat(transientWords + atRcpt, 'too frequently sendingCONTINUE')),
  throttle('554', bat(permanentWords, 'too frequently sending'), { at: 'end-of-data' }),
  throttle('554-rcpt', bat(permanentWords + atRcpt, 'too frequently sendingCONTINUE')),
  throttle('454-own-account', bat(transientWords, 'too frequently sending'), own),
  throttle(
    '554-own-account-rcpt',
    bat(permanentWords + atRcpt, 'too frequently sendingCONTINUE'),
    own,
  ),
  throttle('554-own-account-data', bat(permanentWords, 'too frequently sending'), {
    ...own,
    at: 'end-of-data',
  }),
  throttle(
    '454-much-too',
    bat(transientWords + atRcpt, 'much too frequently sendingCONTINUE', '01201311R1069S5410121220'),
    { phrase: 'much-too-frequently' },
  ),
  throttle(
    '454-unexpected-data',
    bat(transientWords + atData, 'currently unexpected sending', '01201311R5167S531'),
    { phrase: 'currently-unexpected', at: 'data' },
  ),
  throttle('454-mail', bat(transientWords, 'too frequently sending'), { at: 'mail' }),
  throttle(
    '554-several-lines',
    [
      '554-Reject by behaviour spam',
      '554-ANTISPAM_BAT[01201311R1568S9753124680, c01a12345]:',
      '554 too frequently sending',
    ].join('\r\n'),
  ),
  throttle('454-delayed', bat(transientWords, 'too frequently sending'), { delayed: true }),
  throttle('454-delayed-rcpt', bat(transientWords + atRcpt, 'too frequently sendingCONTINUE'), {
    delayed: true,
  }),
  throttle('454-delayed-own-account', bat(transientWords, 'too frequently sending'), {
    ...own,
    delayed: true,
    at: 'end-of-data',
  }),
  throttle('554-to-an-international-address', bat(permanentWords, 'too frequently sending'), {
    recipient: '王小明@example.cn',
    international: true,
  }),
];

/** Alibaba's other refusals, which must not be taken for throttles. */
const lookAlikes: readonly Scenario[] = [
  one('spf', 'policy', bat(permanentWords + atRcpt, 'spf check failedCONTINUE', '01201311R846a')),
  one('bad-sending', 'policy', `${permanentWords}${atData}ANTISPAM_BAT[]: bad sending`, {
    at: 'end-of-data',
  }),
  one('rbl', 'policy', `${permanentWords}${atData}ANTISPAM_BAT[]:list on rbl sites`, {
    at: 'data',
  }),
  one(
    '504-rcpt-attempts',
    'volume-quota',
    '504 the number of RCPT attempts is achieved the maximum threshold',
  ),
  one(
    '505-total-rcpts',
    'volume-quota',
    '505 the total of RCPTs is achieved the maximum threshold',
    own,
  ),
  one('552-daily', 'volume-quota', '552 Daily sending quota exceeded', {
    at: 'end-of-data',
    ...own,
  }),
  one('552-monthly', 'volume-quota', '552 Monthly sending quota exceeded', own),
  one(
    '436-mail-from',
    'policy',
    '436 "MAIL FROM" doesn\'t conform with authentication [@sm060104]',
    {
      at: 'mail',
      ...own,
    },
  ),
  one(
    'content',
    'spam-content',
    '554 Reject by content spam [@sm190603] ANTISPAM_CAT: spam content',
    {
      at: 'end-of-data',
    },
  ),
  one('559-rcptto', 'user-unknown', '559 Invalid rcptto [@sm070102]'),
  one('556-rcpts', 'policy', '556 number of RCPTs is over size'),
  one('561-honeypot', 'policy', '561 Honeypot rcptto [@out060104]'),
  one('504-setting', 'policy', '504 Invalid setting [@sm190210]'),
  ...['Ip', 'Connection', 'Sender', 'Domain'].map((what) =>
    one(
      `550-${what.toLowerCase()}-frequency`,
      'other-rate-limit',
      `550 ${what} frequency limited`,
      what === 'Connection' ? { at: 'hello' } : {},
    ),
  ),
];

/** Everyday bounces. */
const ordinary: readonly Scenario[] = [
  one(
    'user-unknown',
    'user-unknown',
    '550 5.1.1 <wang@example.cn>: Recipient address rejected: User unknown',
  ),
  one('user-unknown-alibaba', 'user-unknown', "554 RCPT (wang@example.cn) dosn't exist"),
  one('mailbox-full', 'mailbox-full', '552 5.2.2 The mailbox is over its quota', {
    at: 'end-of-data',
  }),
  one('too-large', 'too-large', '552 5.3.4 Message size exceeds fixed limit', {
    at: 'end-of-data',
  }),
  one('relay-denied', 'relay-denied', '554 5.7.1 <wang@example.cn>: Relay access denied'),
  one(
    'spam-several-lines',
    'spam-content',
    [
      '550-5.7.1 Our system has detected that this message is',
      '550-5.7.1 likely unsolicited mail. To reduce the amount of spam sent,',
      '550 5.7.1 this message has been blocked.',
    ].join('\r\n'),
    {
      at: 'end-of-data',
    },
  ),
  one('chinese-reply-utf8', 'mailbox-full', '552 5.2.2 收件人邮箱已满'),
  one(
    'chinese-reply-gb18030',
    'user-unknown',
    gb18030(
      '550 5.1.1 user unknown: ',
      [0xd3, 0xc3, 0xbb, 0xa7, 0xb2, 0xbb, 0xb4, 0xe6, 0xd4, 0xda],
    ),
  ),
];

/** `用户不存在` and the like: Node has no encoder for it, so the bytes are given. */
function gb18030(ascii: string, bytes: readonly number[]): Uint8Array {
  return Buffer.concat([Buffer.from(ascii), Buffer.from(bytes)]);
}

const rcpt = (
  recipient: string,
  category: Category,
  reply: string,
  phrase?: ThrottlePhrase,
): Refusal => ({ recipient, at: 'rcpt', reply, category, ...(phrase ? { phrase } : {}) });

const verdicts = [
  (to: string) =>
    rcpt(
      to,
      'throttle',
      bat(permanentWords + atRcpt, 'too frequently sendingCONTINUE'),
      'too-frequently',
    ),
  (to: string) =>
    rcpt(to, 'user-unknown', `550 5.1.1 <${to}>: Recipient address rejected: User unknown`),
  (to: string) => rcpt(to, 'mailbox-full', '552 5.2.2 The mailbox is over its quota'),
  (to: string) =>
    rcpt(to, 'policy', bat(permanentWords + atRcpt, 'spf check failedCONTINUE', '01201311R846a')),
  (to: string) =>
    rcpt(
      to,
      'throttle',
      bat(transientWords + atRcpt, 'much too frequently sending'),
      'much-too-frequently',
    ),
] as const;

const each = (count: number): Refusal[] =>
  Array.from({ length: count }, (_, n) =>
    verdicts[n % verdicts.length]!(`user${n + 1}@example.cn`),
  );

/** One notice, many recipients, each with its own verdict. */
const several: readonly Scenario[] = [
  { name: 'two-verdicts', refusals: each(2), accepted: ['taken@example.cn'] },
  { name: 'five-verdicts', refusals: each(5) },
  { name: 'twenty-five-recipients', refusals: each(25) },
  {
    name: 'twenty-five-throttled',
    refusals: Array.from({ length: 25 }, (_, n) => verdicts[0](`user${n + 1}@example.cn`)),
  },
];

export const scenarios: readonly Scenario[] = [
  ...throttles,
  ...lookAlikes,
  ...ordinary,
  ...several,
];

/** The fake server's part of a scenario. */
export function answerOf(scenario: Scenario): Answer {
  const [first] = scenario.refusals;
  return ({ at, address }) => {
    if (at === 'rcpt')
      return scenario.refusals.find((one) => one.at === 'rcpt' && one.recipient === address)?.reply;
    return first?.at === at ? first.reply : undefined;
  };
}
