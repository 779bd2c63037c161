/** What one message may cost. Mail comes from strangers: each bound names the attack it stops. */
export interface Limits {
  /** Bytes looked at from the message's start; stops memory exhaustion by one huge message. */
  readonly maxBytes: number;
  /** Bytes of one header block; stops a header line that never ends. */
  readonly maxHeaderBytes: number;
  /** Levels of multipart and message nesting; stops recursion bombs. */
  readonly maxDepth: number;
  /** Parts in all; stops a message of 100,000 empty parts. */
  readonly maxParts: number;
  /** Characters of text looked at in one part; stops text that makes every rule scan megabytes. */
  readonly maxText: number;
  /** Recipients reported; stops a report with a million groups. */
  readonly maxFailures: number;
}

export const defaultLimits: Limits = {
  maxBytes: 2 * 1024 * 1024,
  maxHeaderBytes: 128 * 1024,
  maxDepth: 12,
  maxParts: 200,
  maxText: 96 * 1024,
  maxFailures: 1000,
};

/** Characters of one deciding text; servers' replies are below 1,000 (RFC 5321 section 4.5.3.1.5: 512 a line). */
export const maxDiagnostic = 2000;
/** Characters of one line that a layout looks at; stops single-line megabytes from reaching line patterns. */
export const maxLine = 4000;
