import { scanDocument, type DocumentBasis } from '../report/scan-document.ts';
import type { StoredAccount } from '../store/accounts.ts';
import type { Store } from '../store/store.ts';
import { scanLines } from './scan-lines.ts';
import type { Terminal } from './terminal.ts';

export const inJson = (document: object): string => `${JSON.stringify(document, null, 2)}\n`;

/** What is known of an account, as one JSON document or as lines for people. */
export async function printDocument(
  terminal: Terminal,
  json: boolean,
  store: Store,
  account: StoredAccount,
  basis: DocumentBasis,
): Promise<void> {
  const context = { ...terminal, now: terminal.clock().getTime() };
  const document = scanDocument(store, account, basis, context);
  const lines = (): string => `${scanLines(document, terminal.text).join('\n')}\n`;
  await terminal.write(json ? inJson(document) : lines());
}
