import { parseArgs } from 'node:util';
import type { Language } from '../text/text.ts';

export interface StartOptions {
  readonly sample: boolean;
  /** Where the local database lives; undefined: SENDWELL_DATA, else the usual folder. */
  readonly data: string | undefined;
  /** For this start only. */
  readonly language: Language | undefined;
  /** For the command line: print a report's page to a PDF and end. */
  readonly print: { readonly page: string; readonly pdf: string } | undefined;
}

/**
 * Reads what the person typed behind the program's name. Chromium's own switches stand among them, so what
 * is not known is passed over, never refused.
 */
export function parseStartOptions(argv: readonly string[]): StartOptions {
  const { values } = parseArgs({
    args: [...argv],
    strict: false,
    options: {
      sample: { type: 'boolean' },
      data: { type: 'string' },
      lang: { type: 'string' },
      'print-pdf': { type: 'string' },
      'print-to': { type: 'string' },
    },
  });
  const { sample, data, lang, 'print-pdf': page, 'print-to': pdf } = values;
  return {
    sample: sample === true,
    data: typeof data === 'string' && data !== '' ? data : undefined,
    language: lang === 'en' || lang === 'zh-CN' ? lang : undefined,
    print: typeof page === 'string' && typeof pdf === 'string' ? { page, pdf } : undefined,
  };
}
