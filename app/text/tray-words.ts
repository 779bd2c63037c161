import type { i18n } from 'i18next';
import { outlookAt, type Observed } from '../health/outlook.ts';
import type { Problem } from '../result.ts';
import { titleOf } from './alert-words.ts';
import { momentFor } from './moment.ts';

/** One mailbox as the tray shows it. Times are milliseconds since 1970 UTC. */
export interface TrayAccount {
  readonly accountId: number;
  readonly address: string;
  readonly watch: 'on' | 'waiting' | 'stopped' | 'paused';
  /** Null before the first look. */
  readonly observed: Observed | null;
  /** While 'waiting': when it is tried again. */
  readonly nextAt: number | null;
  /** While 'stopped': why. */
  readonly problem: Problem | null;
}

/** The most urgent of all mailboxes: 'quiet' where none is watched. */
export type TrayState = 'limited' | 'unknown' | 'watching' | 'quiet';

/** A look is due every ten minutes; what is older than two of them says nothing of now. */
export const staleAfter = 20 * 60_000;

type One = Exclude<TrayState, 'quiet'>;

/** How one mailbox stands. Between two tries of a connection it stays what it was, so that the icon does not flicker. */
export function trayStateOf({ watch, observed }: TrayAccount, now: number): One | 'quiet' {
  if (observed && isLimited(observed, now)) return 'limited';
  if (watch === 'paused') return 'quiet';
  if (watch === 'stopped') return 'unknown';
  if (observed === null) return watch === 'waiting' ? 'unknown' : 'watching';
  const { lastScan } = observed;
  const stale = lastScan === null || now - lastScan.finishedAt > staleAfter;
  return stale || outlookAt(observed, now).state === 'unknown' ? 'unknown' : 'watching';
}

const isLimited = (observed: Observed, now: number): boolean =>
  now < (outlookAt(observed, now).limit?.retryAt ?? -Infinity);

const urgency: readonly TrayState[] = ['limited', 'unknown', 'watching', 'quiet'];

export function trayState(accounts: readonly TrayAccount[], now: number): TrayState {
  const states = new Set(accounts.map((account) => trayStateOf(account, now)));
  return urgency.find((state) => states.has(state)) ?? 'quiet';
}

/** The most urgent first. */
export const inOrder = (accounts: readonly TrayAccount[], now: number): TrayAccount[] =>
  [...accounts].sort(
    (a, b) => urgency.indexOf(trayStateOf(a, now)) - urgency.indexOf(trayStateOf(b, now)),
  );

/** "owner@example.com: Sending limited since 14:05, try again from 15:05". */
export function trayLine(text: i18n, account: TrayAccount, now: number): string {
  const t = text.getFixedT(null, 'background');
  return t('tray.account', { account: account.address, state: stateWords(text, account, now) });
}

function stateWords(text: i18n, account: TrayAccount, now: number): string {
  const t = text.getFixedT(null, 'background');
  const moment = momentFor(text.language);
  const { watch, observed, nextAt, problem } = account;
  const outlook = observed && outlookAt(observed, now);
  const limit = outlook?.limit ?? null;
  if (limit && now < limit.retryAt) {
    const { startedAt, retryAt } = limit;
    return t('tray.state.limited', {
      since: moment(startedAt, now),
      retryAt: moment(retryAt, now),
    });
  }
  if (watch === 'paused') return t('tray.state.paused');
  if (watch === 'stopped')
    return t('tray.state.stopped', { problem: problem ? titleOf(text, problem) : '' });
  if (watch === 'waiting' && nextAt !== null)
    return t('tray.state.waiting', { at: moment(nextAt, now) });
  if (outlook === null) return t('tray.state.connecting');
  if (outlook.state === 'recovering' && limit)
    return t('tray.state.recovering', { endedAt: moment(limit.endedAt, now) });
  return t(`tray.state.${outlook.state === 'healthy' ? 'healthy' : 'unknown'}`);
}

export function trayTooltip(text: i18n, accounts: readonly TrayAccount[], now: number): string {
  const t = text.getFixedT(null, 'background');
  const state = trayState(accounts, now);
  const [only] = accounts;
  // Windows cuts a tooltip at 127 characters: with one mailbox its line fits.
  if (only && accounts.length === 1) return `Sendwell\n${trayLine(text, only, now)}`.slice(0, 127);
  const count = accounts.filter((each) => trayStateOf(each, now) === state).length;
  switch (state) {
    case 'limited':
      return t('tray.tooltip.limited', { count });
    case 'watching':
      return t('tray.tooltip.watching', { count });
    case 'unknown':
      return t('tray.tooltip.unknown');
    case 'quiet':
      return t('tray.tooltip.quiet');
  }
}
