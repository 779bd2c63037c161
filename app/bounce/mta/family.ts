import type { LetterText } from '../human-text.ts';
import type { Letter } from '../letter.ts';
import type { SmtpStage } from '../notice.ts';
import type { ToldOriginal } from '../original.ts';

/** What a human text says of one recipient. */
export interface TextCase {
  readonly recipient: string | null;
  /** The most authoritative first. */
  readonly texts: readonly string[];
  readonly remoteMta?: string | null;
  readonly stage?: SmtpStage | null;
}

export interface TextReading {
  readonly cases: readonly TextCase[];
  /** A text that speaks of all recipients: a transcript, a common reason. */
  readonly shared?: readonly string[];
  readonly reportingMta?: string | null;
  readonly told?: ToldOriginal;
}

/** One kind of server and the layout of its notices. */
export interface Family {
  readonly name: string;
  /** By sender, subject and first words; asked once for each letter, so it must be cheap. */
  readonly recognises: (letter: Letter) => boolean;
  readonly read: (text: LetterText, letter: Letter) => TextReading;
  /** The layout's own words for "still trying". */
  readonly delayed?: RegExp;
  /** Alibaba's own notices: with no host named they speak of the account that receives them. */
  readonly alibaba?: boolean;
}
