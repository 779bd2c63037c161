import { statSync } from 'node:fs';
import { extname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
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
  /** Checks itself in a temporary folder and ends (app/shell/self-test.ts). */
  readonly selfTest: boolean;
  /** The system started the app at login (app/shell/login/). */
  readonly atLogin: boolean;
  /** After everything was deleted: what Chromium held then goes now, before it opens it again. */
  readonly finishDeleting: boolean;
}

const options = {
  sample: { type: 'boolean' },
  data: { type: 'string' },
  lang: { type: 'string' },
  'self-test': { type: 'boolean' },
  'at-login': { type: 'boolean' },
  'print-pdf': { type: 'string' },
  'print-to': { type: 'string' },
  'finish-deleting': { type: 'boolean' },
} as const;

const parse = (argv: readonly string[]) =>
  parseArgs({ args: [...argv], strict: false, allowPositionals: true, options });

/**
 * Reads what the person typed behind the program's name. Chromium's own switches stand among them, so what
 * is not known is passed over, never refused.
 */
export function parseStartOptions(argv: readonly string[]): StartOptions {
  const { values } = parse(argv);
  const { sample, data, lang, 'print-pdf': page, 'print-to': pdf, 'self-test': selfTest } = values;
  return {
    sample: sample === true,
    data: typeof data === 'string' && data !== '' ? data : undefined,
    language: lang === 'en' || lang === 'zh-CN' ? lang : undefined,
    print: typeof page === 'string' && typeof pdf === 'string' ? { page, pdf } : undefined,
    selfTest: selfTest === true,
    atLogin: values['at-login'] === true,
    finishDeleting: values['finish-deleting'] === true,
  };
}

/** The kinds that the app offers to open (electron-builder.yml's file associations, and logs). */
const kinds: ReadonlySet<string> = new Set(['.eml', '.mbox', '.log', '.txt']);
/** As many as the contract's event holds; somebody may select a whole folder. */
export const mostFiles = 1000;
const longestPath = 4096;

/**
 * The mail files among a start's arguments, as absolute paths of files that are there. The arguments are
 * input: any program of this person may start the app a second time with any words, so only a plain file of a
 * known kind comes through, and no switch is taken from them.
 * @param folder where the arguments were typed
 */
export function filesToOpen(argv: readonly string[], folder: string): string[] {
  const found = new Set<string>();
  for (const word of parse(argv).positionals) {
    const path = pathOf(word, folder);
    if (path !== null) found.add(path);
    if (found.size === mostFiles) break;
  }
  return [...found];
}

/** File managers on Linux hand over `file:` addresses. */
function pathOf(word: string, folder: string): string | null {
  if (word.length > longestPath || word.includes('\0')) return null;
  try {
    const path = /^file:/i.test(word) ? fileURLToPath(word) : resolve(folder, word);
    const known = kinds.has(extname(path).toLowerCase()) && path.length <= longestPath;
    return known && statSync(path).isFile() ? path : null;
  } catch {
    return null;
  }
}
