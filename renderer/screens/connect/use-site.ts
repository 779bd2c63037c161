import { useDebouncedValue } from '@mantine/hooks';
import { useEffect, useState } from 'react';
import type { Answer, Site } from '../../../app/api/contract.ts';
import { client } from '../../client.ts';

export interface FoundSite {
  /** The address that was looked up; null before the first answer. */
  readonly address: string | null;
  readonly site: Site | null;
  readonly evidence: Answer<'site:find'>['evidence'];
}

const nothing: FoundSite = { address: null, site: null, evidence: 'none' };

export function looksLikeAddress(address: string): boolean {
  return /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/.test(address);
}

/** Looks for the address's site once typing rests; `askNow` (on blur) does not wait for that. */
export function useFoundSite(address: string): {
  readonly found: FoundSite;
  readonly looking: boolean;
  readonly askNow: () => void;
} {
  const [rested] = useDebouncedValue(address, 600);
  const [left, setLeft] = useState('');
  const [found, setFound] = useState<FoundSite>(nothing);
  const asked = left === address ? address : rested;
  const worth = asked === address && looksLikeAddress(asked);

  useEffect(() => {
    if (!worth) return;
    let current = true;
    client
      .findSite(asked)
      .catch(() => ({ site: null, evidence: 'none' as const }))
      .then((answer) => {
        if (current) setFound({ address: asked, ...answer });
      })
      .catch(() => undefined);
    return () => {
      current = false;
    };
  }, [asked, worth]);

  return {
    found: found.address === address ? found : nothing,
    looking: worth && found.address !== address,
    askNow: () => {
      setLeft(address);
    },
  };
}

/** The sites that can be chosen by hand; empty until main has answered. */
export function useSites(): readonly Site[] {
  const [sites, setSites] = useState<readonly Site[]>([]);
  useEffect(() => {
    let current = true;
    void client.sites().then((list) => {
      if (current) setSites(list);
    });
    return () => {
      current = false;
    };
  }, []);
  return sites;
}
