import { dialog, type BrowserWindow } from 'electron';
import type { i18n } from 'i18next';

/** Asks where an audit report may be written; null when nothing was chosen. */
export async function chooseReportFolder(
  window: BrowserWindow,
  text: i18n,
): Promise<string | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: text.t('shell:report.title'),
    buttonLabel: text.t('shell:report.choose'),
    properties: ['openDirectory', 'createDirectory'],
  });
  return canceled ? null : (filePaths[0] ?? null);
}
