/** What every notice is made from; each layout in this folder turns it into one raw message. */
export interface OutgoingMail {
  readonly messageId: string;
  readonly subject: string;
  readonly to: readonly string[];
  readonly sentAt: Date;
  /** The whole message, one byte a character. */
  readonly raw: string;
}

export interface Rejection {
  readonly recipient: string;
  /** What the other server answered, starting with its code; or the reporting server's own words. */
  readonly reply: string;
  /** Null where no server answered, or the notice does not say which. */
  readonly remote: { readonly host: string; readonly ip: string } | null;
  readonly status: string;
  readonly action: 'failed' | 'delayed' | 'delivered';
  readonly command: 'MAIL FROM' | 'RCPT TO' | 'DATA' | 'end of DATA' | null;
}

export interface NoticeFacts {
  readonly id: string;
  readonly at: Date;
  readonly reporter: { readonly host: string; readonly ip: string };
  readonly original: OutgoingMail;
  readonly rejections: readonly Rejection[];
}

export type Layout = (facts: NoticeFacts) => string;

/** The header fields of the mail that bounced, without its body. */
export const headersOf = (original: OutgoingMail): string =>
  `${original.raw.slice(0, original.raw.indexOf('\r\n\r\n'))}\r\n`;
