import { openSample, sampleAddress } from '../mailbox/sample/index.ts';
import { day } from '../health/episodes.ts';
import type { Result } from '../result.ts';
import type { StoredAccount } from '../store/accounts.ts';
import type { Store } from '../store/store.ts';
import { scan, type ScanOutcome, type ScanRequest } from './scan.ts';

/** Everything in the sample is dated relative to now, so a later one is another mailbox: the former is dropped. */
export function freshSampleAccount(store: Store): StoredAccount {
  for (const account of store.accounts.list())
    if (account.sample) store.accounts.remove(account.id);
  return store.accounts.save({
    address: sampleAddress,
    host: 'sample',
    port: 0,
    sample: true,
    ca: null,
  });
}

/** Reads the sample mailbox through the very same scan as a live one. */
export function scanSample(
  request: Pick<ScanRequest, 'store' | 'account' | 'signal' | 'clock' | 'onProgress'>,
): Promise<Result<ScanOutcome>> {
  const now = request.clock();
  return scan({
    ...request,
    mailbox: openSample(now),
    reconnect: null,
    since: new Date(now.getTime() - 90 * day),
    folders: [],
  });
}
