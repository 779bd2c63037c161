import { dialog, shell, type BrowserWindow } from 'electron';
import type { i18n } from 'i18next';
import type { SiteId } from '../../mailbox/sites.ts';
import { linkTargets, mayOpen, webmailAddress, type LinkName } from './link-targets.ts';

export type Opened = 'opened' | 'declined' | 'failed';

export function openLink(window: BrowserWindow, link: LinkName, text: i18n): Promise<Opened> {
  return openAddress(window, linkTargets[link], text);
}

/** The webmail of one of Alibaba's sites; a host of one's own has none that we know. */
export async function openWebmail(
  window: BrowserWindow,
  site: SiteId,
  text: i18n,
): Promise<Opened> {
  const address = webmailAddress(site);
  return address === null ? 'failed' : openAddress(window, address, text);
}

/**
 * The only place that opens a browser: a page of a fixed list, over https, on a known host, and only after
 * the person saw that host and agreed.
 */
async function openAddress(window: BrowserWindow, address: string, text: i18n): Promise<Opened> {
  if (!mayOpen(address)) return 'failed';
  const t = text.getFixedT(null, 'shell');
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    message: t('link.question', { host: new URL(address).host }),
    detail: address,
    buttons: [t('link.open'), t('link.cancel')],
    defaultId: 0,
    cancelId: 1,
    noLink: true,
  });
  if (response !== 0) return 'declined';
  return shell.openExternal(address).then(
    () => 'opened',
    // No browser, or none that the system can start: the window shows the address.
    () => 'failed',
  );
}
