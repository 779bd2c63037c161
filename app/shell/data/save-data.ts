import { join } from 'node:path';
import { app, dialog, type BrowserWindow } from 'electron';
import { ok, type Result } from '../../result.ts';
import { writeExport, type ExportParts } from './data-export.ts';

/** Asks where, and writes everything but passwords there; null when the dialog was cancelled. */
export async function exportData(
  window: BrowserWindow,
  parts: ExportParts,
): Promise<Result<string | null>> {
  const t = parts.text.getFixedT(null, 'shell');
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title: t('data.exportTitle'),
    defaultPath: join(app.getPath('downloads'), `sendwell-${dayOf(parts.now)}.zip`),
    filters: [{ name: t('data.zip'), extensions: ['zip'] }],
  });
  return canceled || !filePath ? ok(null) : writeExport(filePath, parts);
}

/** On this computer's calendar. */
const dayOf = (now: Date): string =>
  new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
