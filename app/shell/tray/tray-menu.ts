import type { MenuItemConstructorOptions } from 'electron';
import type { i18n } from 'i18next';
import type { AlertTarget } from '../../api/alerts.ts';
import { outlookAt } from '../../health/outlook.ts';
import { inOrder, trayLine, type TrayAccount } from '../../text/tray-words.ts';

export interface TrayActions {
  readonly open: () => void;
  readonly openAccount: (target: AlertTarget) => void;
  readonly scan: () => void;
  readonly pause: () => void;
  readonly resume: () => void;
  readonly quit: () => void;
}

type Item = MenuItemConstructorOptions;

/** More would be a menu as high as the screen; the window has them all. */
const mostAccounts = 8;
const longestLine = 120;

/** The tray's menu in the language of `text`: a line for each watched mailbox, the most urgent first. */
export function trayTemplate(
  text: i18n,
  accounts: readonly TrayAccount[],
  now: number,
  actions: TrayActions,
): Item[] {
  const t = text.getFixedT(null, 'background');
  const line: Item = { type: 'separator' };
  const shown = inOrder(accounts, now).slice(0, mostAccounts);
  const rest = accounts.length - shown.length;
  const watched = accounts.some(({ watch }) => watch !== 'paused');
  const lines = shown.map((account): Item => ({
    label: plain(trayLine(text, account, now)),
    click: () =>
      actions.openAccount({
        accountId: account.accountId,
        startedAt: account.observed && startOf(account.observed, now),
      }),
  }));
  const more: Item[] =
    rest > 0 ? [{ label: t('tray.more', { count: rest }), click: () => actions.open() }] : [];
  return [
    ...(lines.length > 0 ? [...lines, ...more] : [{ label: t('tray.none'), enabled: false }]),
    line,
    { label: t('tray.open'), click: () => actions.open() },
    { label: t('tray.scan'), enabled: watched, click: () => actions.scan() },
    watched || accounts.length === 0
      ? { label: t('tray.pause'), enabled: watched, click: () => actions.pause() }
      : { label: t('tray.resume'), click: () => actions.resume() },
    line,
    { label: t('tray.quit'), click: () => actions.quit() },
  ];
}

/** The episode that a line speaks of, where it speaks of one. */
function startOf(observed: NonNullable<TrayAccount['observed']>, now: number): number | null {
  const { limit } = outlookAt(observed, now);
  return limit && now < limit.retryAt ? limit.startedAt : null;
}

/** An & would be taken for the mark of a key. */
function plain(label: string): string {
  const short = label.length > longestLine ? `${label.slice(0, longestLine - 1)}…` : label;
  return short.replaceAll('&', '&&');
}
