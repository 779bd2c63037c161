import type { FileItem } from '../mailbox/files/index.ts';
import { ok, type Result } from '../result.ts';
import { openStore } from '../store/store.ts';
import { importFiles, type ImportOutcome, type ImportRequest } from './import.ts';
import { standing, type Standing } from './overview.ts';

/** What mail files and logs say together, without a mailbox. */
export interface Explanation {
  readonly outcome: ImportOutcome;
  readonly standing: Standing;
}

/**
 * Judges files as if they were a mailbox of their own: they are imported into a database that lives as long as the
 * question, on disk only where it grows large.
 */
export async function explainItems(
  request: Pick<ImportRequest, 'items' | 'signal' | 'now' | 'offsetOfLocal' | 'onNotice'> & {
    readonly offsetAt: (at: number) => number;
  },
): Promise<Result<Explanation>> {
  const opened = await openStore('');
  if (!opened.ok) return opened;
  const store = opened.value;
  try {
    const { id } = store.accounts.save({
      ...{ address: 'files', host: '', port: 0, sample: false, ca: null },
    });
    const outcome = await importFiles({ ...request, store, accountId: id, address: null });
    const known = standing(store, id, {
      ...{ now: request.now.getTime(), since: null, offsetAt: request.offsetAt },
    });
    return ok({ outcome, standing: known });
  } finally {
    store.close();
  }
}

/** Pasted text as the one item of a file without a name. */
export function textItem(text: string): AsyncIterable<FileItem> {
  const item: FileItem = looksLikeMail(text)
    ? { kind: 'message', source: '-', raw: new TextEncoder().encode(text), truncated: false }
    : { kind: 'log', source: '-', lines: inOrder(text.split(/\r?\n/)) };
  return inOrder([item]);
}

/** A message pasted whole begins with header fields, and has a From and an empty line. */
const looksLikeMail = (text: string): boolean => {
  const header = text.trimStart().split(/\r?\n\r?\n/, 1)[0] ?? '';
  return (
    header.length < text.trim().length &&
    /^(?:[A-Za-z][A-Za-z0-9-]{1,60}:|From )/.test(header) &&
    /^(?:from|return-path|received):/im.test(header) &&
    /^(?:subject|date|message-id|content-type):/im.test(header)
  );
};

async function* inOrder<T>(values: readonly T[]): AsyncIterable<T> {
  for (const value of values) yield await Promise.resolve(value);
}
