import type { StoredAccount } from '../store/accounts.ts';
import type { ScanRecord } from '../store/scans.ts';
import { isoIn } from '../text/time.ts';
import { machineZone, notScannedSentence, type DocumentContext } from './scan-document.ts';

/**
 * What `scan --json` prints when the database failed during the scan: what is not known any more is null, and
 * nothing that was counted before is passed off as the whole.
 */
export function lostDocument(
  account: StoredAccount,
  { finishedAt, since, startedAt, report }: ScanRecord,
  { text, timeZone }: DocumentContext,
) {
  const time = (at: number): string => isoIn(timeZone ?? machineZone(), at);
  return {
    account: account.address,
    host: account.host,
    scannedAt: time(finishedAt),
    since: since === null ? null : time(since),
    folders: report.folders,
    notScanned: report.notScanned.map((item) => notScannedSentence(item, text)),
    totals: null,
    state: 'unknown',
    episodes: null,
    pace: null,
    cause: null,
    advice: null,
    notices: null,
    traffic: { ...report.traffic, seconds: (finishedAt - startedAt) / 1000 },
  };
}
