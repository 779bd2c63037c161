import type { SessionPasswords } from '../../secrets/session-passwords.ts';
import type { StoredAccount } from '../../store/accounts.ts';
import type { Store } from '../../store/store.ts';
import type { Account } from '../contract.ts';
import { clip } from './clip.ts';

export function toAccount(
  { id, address, host, port, sample }: StoredAccount,
  store: Store,
  passwords: SessionPasswords,
): Account {
  return {
    id,
    address: clip(address, 320),
    host: clip(host, 253),
    port,
    sample,
    canScan: sample || passwords.has(id),
    lastScanAt: store.scans.last(id)?.finishedAt ?? null,
  };
}
