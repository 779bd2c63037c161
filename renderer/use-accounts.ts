import { useCallback, useEffect, useState } from 'react';
import type { Account } from '../app/api/contract.ts';
import { client } from './client.ts';

/** The accounts that main knows; null until it has answered. */
export function useAccounts(): {
  readonly accounts: readonly Account[] | null;
  readonly refresh: () => Promise<void>;
} {
  const [accounts, setAccounts] = useState<readonly Account[] | null>(null);
  const refresh = useCallback(async () => {
    setAccounts(await client.accounts());
  }, []);
  useEffect(() => {
    let current = true;
    void client.accounts().then((list) => {
      if (current) setAccounts(list);
    });
    return () => {
      current = false;
    };
  }, []);
  return { accounts, refresh };
}
