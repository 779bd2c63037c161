import { useState } from 'react';
import type { Account, EpisodeLink } from '../app/api/contract.ts';
import type { Screen } from './components/shell.tsx';
import { useClickedEpisode } from './use-clicked-episode.ts';

/** Where one is in the window, and the ways from there. */
export interface Where {
  /** The one that was chosen, else the one that was read last; null while there is none. */
  readonly account: Account | null;
  /** Null: nobody went anywhere yet. */
  readonly screen: Screen | null;
  /** The connect form, for a new account or to sign in to this one again; it stands in place of any screen. */
  readonly form: 'new' | 'again' | null;
  /** A moment of the episode that was clicked outside of the window, in milliseconds since 1970 UTC. */
  readonly clickedAt: number | null;
  readonly go: (screen: Screen) => void;
  readonly openAccount: (accountId: number, screen?: Screen) => void;
  /** Opens the form for a new account. */
  readonly connect: () => void;
  /** The same, for a screen that waits for the account. */
  readonly connectFor: (screen: Screen) => void;
  readonly signIn: () => void;
  readonly leaveForm: () => void;
  /** The form has done its work. */
  readonly connected: (accountId: number) => void;
  readonly forgetClicked: () => void;
}

export function useWhere(accounts: readonly Account[]): Where {
  const [accountId, setAccountId] = useState<number | null>(null);
  const [screen, setScreen] = useState<Screen | null>(null);
  const [form, setForm] = useState<Where['form']>(null);
  const [waiting, setWaiting] = useState<Screen>('overview');
  const [clicked, setClicked] = useState<EpisodeLink | null>(null);
  const account = accounts.find(({ id }) => id === accountId) ?? readLast(accounts);

  const go = (next: Screen) => {
    setClicked(null);
    setForm(null);
    setScreen(next);
  };
  useClickedEpisode((link) => {
    setAccountId(link.accountId);
    go('overview');
    setClicked(link);
  });
  return {
    account,
    screen,
    form,
    clickedAt: clicked !== null && clicked.accountId === account?.id ? clicked.startedAt : null,
    go,
    openAccount(id, next) {
      setAccountId(id);
      if (next !== undefined) go(next);
    },
    connect() {
      setForm('new');
    },
    connectFor(next) {
      setWaiting(next);
      setForm('new');
    },
    signIn() {
      setForm('again');
    },
    leaveForm() {
      setWaiting('overview');
      setForm(null);
    },
    connected(id) {
      setAccountId(id);
      go(waiting);
      setWaiting('overview');
    },
    forgetClicked() {
      setClicked(null);
    },
  };
}

const readLast = (accounts: readonly Account[]): Account | null =>
  accounts.reduce<Account | null>(
    (best, each) =>
      best === null || (each.lastScanAt ?? 0) > (best.lastScanAt ?? 0) ? each : best,
    null,
  );
