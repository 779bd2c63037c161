import type { Problem } from '../../result.ts';

/**
 * One thing found in a mail file. `source` is the argument as given, plus the path below it for a folder,
 * plus `:N` (from 1) for a message of an mbox. Whoever reads log lines adds `:LINE` itself.
 */
export type FileItem =
  | {
      readonly kind: 'message';
      readonly source: string;
      readonly raw: Uint8Array;
      /** The message is larger than the limit; `raw` is its beginning. */
      readonly truncated: boolean;
    }
  /** Read the lines before asking for the next item: they come from the file as they are asked for. */
  | { readonly kind: 'log'; readonly source: string; readonly lines: AsyncIterable<string> }
  | { readonly kind: 'problem'; readonly source: string; readonly problem: Problem };
