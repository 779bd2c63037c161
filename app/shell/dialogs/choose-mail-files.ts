import { dialog, type BrowserWindow } from 'electron';
import type { i18n } from 'i18next';

/** Asks for mail files and logs, or for a folder of them; empty when nothing was chosen. */
export async function chooseMailFiles(
  window: BrowserWindow,
  text: i18n,
  kind: 'files' | 'folder',
): Promise<string[]> {
  const t = text.getFixedT(null, 'shell');
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: t(`mailFiles.${kind}`),
    buttonLabel: t('mailFiles.choose'),
    properties: kind === 'folder' ? ['openDirectory'] : ['openFile', 'multiSelections'],
    ...(kind === 'folder'
      ? {}
      : {
          filters: [
            { name: t('mailFiles.known'), extensions: ['eml', 'mbox', 'log', 'txt'] },
            { name: t('mailFiles.any'), extensions: ['*'] },
          ],
        }),
  });
  return canceled ? [] : filePaths.slice(0, 1000);
}
