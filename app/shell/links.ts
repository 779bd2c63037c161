import { dialog, shell, type BrowserWindow } from 'electron';
import type { i18n } from 'i18next';
import { linkAddress, mayOpen, type LinkName } from './link-targets.ts';

/**
 * The only place that opens a browser: a page of the fixed list, over https, on a known host, and only after
 * the person saw that host and agreed.
 */
export async function openLink(
  window: BrowserWindow,
  link: LinkName,
  text: i18n,
  webmail: string | null = null,
): Promise<void> {
  const address = linkAddress(link, webmail);
  if (!mayOpen(address)) return;
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
  if (response === 0) await shell.openExternal(address);
}
