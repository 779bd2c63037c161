import type { StoredAccount } from '../store/accounts.ts';
import { isoIn } from '../text/time.ts';
import {
  machineZone,
  notScannedSentence,
  type DocumentBasis,
  type DocumentContext,
} from './scan-document.ts';

/**
 * What `scan --json` prints when the database failed before or during the scan: what is not known any more is null, and
 * nothing that was counted before is passed off as the whole.
 */
export function lostDocument(
  account: Pick<StoredAccount, 'address' | 'host'>,
  { scannedAt, since, folders, notScanned, traffic, seconds }: DocumentBasis,
  { text, timeZone }: Pick<DocumentContext, 'text' | 'timeZone'>,
) {
  const time = (at: number | null): string | null =>
    at === null ? null : isoIn(timeZone ?? machineZone(), at);
  return {
    account: account.address,
    host: account.host === '' ? null : account.host,
    scannedAt: time(scannedAt),
    since: time(since),
    folders,
    notScanned: notScanned.map((item) => notScannedSentence(item, text)),
    totals: null,
    state: 'unknown',
    episodes: null,
    pace: null,
    cause: null,
    advice: null,
    notices: null,
    traffic: { ...traffic, seconds },
  };
}
