export const samplePaths = { inbox: 'INBOX', junk: '垃圾邮件', sent: '已发送' } as const;
export type SamplePath = (typeof samplePaths)[keyof typeof samplePaths];

/** One message of the sample and where it lies. */
export interface Entry {
  readonly folder: SamplePath;
  readonly receivedAt: Date;
  /** The whole message, one byte a character. */
  readonly raw: string;
}

/** What the sample's author knows about a bounce, for tests: the reader has to find it out by itself. */
export interface BounceTruth {
  readonly messageId: string;
  readonly at: Date;
  /** Failures and delay warnings named, one a recipient. */
  readonly failures: number;
  /** The warnings among them that a failure follows: not counted beside it. */
  readonly superseded: number;
  readonly throttle: {
    readonly episode: number;
    readonly transient: number;
    readonly permanent: number;
  } | null;
}

export interface Story {
  readonly entries: readonly Entry[];
  readonly bounces: readonly BounceTruth[];
}
