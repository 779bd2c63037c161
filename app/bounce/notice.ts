/** What one bounce notice says. Field names are those of the command line's JSON (docs/cli.md), a public promise. */

export const categories = [
  'throttle',
  'other-rate-limit',
  'volume-quota',
  'spam-content',
  'policy',
  'user-unknown',
  'mailbox-full',
  'too-large',
  'host-unreachable',
  'expired',
  'relay-denied',
  'other',
] as const;
export type Category = (typeof categories)[number];

export const actions = ['failed', 'delayed', 'delivered', 'expanded', 'relayed'] as const;
/** RFC 3464 section 2.3.3. */
export type Action = (typeof actions)[number];

export const phrases = ['too-frequently', 'much-too-frequently', 'currently-unexpected'] as const;
export type ThrottlePhrase = (typeof phrases)[number];

export const stages = ['mail', 'rcpt', 'data'] as const;
export type SmtpStage = (typeof stages)[number];

export const directions = ['own-account', 'recipient-server', 'unknown'] as const;
/** Whose sending Alibaba limits: our account, or a host that writes to Alibaba's users. */
export type Direction = (typeof directions)[number];

export interface Throttle {
  /** Null when only one of the two signals was seen; such a line is 'possible' and never counted. */
  readonly phrase: ThrottlePhrase | null;
  /** False for 4xx, true for 5xx, null without a quoted reply. */
  readonly permanent: boolean | null;
  readonly stage: SmtpStage | null;
  readonly connectionIp: string | null;
  readonly tag: string | null;
  readonly node: string | null;
  readonly direction: Direction;
}

/** One recipient's verdict. */
export interface Failure {
  /** Lower-cased. */
  readonly recipient: string | null;
  readonly action: Action | null;
  readonly category: Category;
  readonly confidence: 'certain' | 'possible';
  /** The SMTP reply that the notice quotes, 400 to 599. */
  readonly replyCode: number | null;
  /** RFC 3463; null when the notice has none. */
  readonly enhancedStatus: string | null;
  readonly remoteMta: string | null;
  /** The deciding text, decoded, white space collapsed. */
  readonly diagnostic: string | null;
  readonly throttle: Throttle | null;
}

/** The mail that bounced, as far as the notice returns it. */
export interface OriginalMail {
  /** With its angle brackets. */
  readonly messageId: string | null;
  readonly subject: string | null;
  readonly from: string | null;
  /** ISO 8601 with the offset of its Date header. */
  readonly sentAt: string | null;
  /** Message-ID host, X-Mailer and User-Agent: which program wrote it. */
  readonly program: string | null;
}

export interface Notice {
  readonly isBounce: boolean;
  /** The bounce came inside another message, forwarded by a filter or a colleague. */
  readonly forwarded: boolean;
  /** ISO 8601 with the offset of the notice's Date header; null when it has none that can be read. */
  readonly bouncedAt: string | null;
  /** Why the message could not be read; null when it was. */
  readonly unreadable: UnreadableReason | null;
  readonly reportingMta: string | null;
  readonly original: OriginalMail;
  readonly failures: readonly Failure[];
}

export const unreadableReasons = [
  'no-access',
  'empty',
  'not-mail',
  'too-large',
  'too-deep',
  'too-many-parts',
  'took-too-long',
] as const;
export type UnreadableReason = (typeof unreadableReasons)[number];

export const noOriginal: OriginalMail = {
  messageId: null,
  subject: null,
  from: null,
  sentAt: null,
  program: null,
};

/** A message that is no bounce, or was not read for a reason. */
export const noBounce = (unreadable: UnreadableReason | null): Notice => ({
  isBounce: false,
  forwarded: false,
  bouncedAt: null,
  unreadable,
  reportingMta: null,
  original: noOriginal,
  failures: [],
});
