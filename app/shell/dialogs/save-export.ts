import { randomBytes } from 'node:crypto';
import { rename, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { app, dialog, type BrowserWindow } from 'electron';
import type { i18n } from 'i18next';
import type { SavedFile } from '../../api/context.ts';
import type { SavedKind } from '../../api/contract.ts';
import { failed, ok, type Result } from '../../result.ts';
import { exportName } from './export-name.ts';

/** Asks where, and writes there at once or not at all; null when the dialog was cancelled. */
export async function saveExport(
  window: BrowserWindow,
  text: i18n,
  { name, kind, bytes }: SavedFile,
): Promise<Result<string | null>> {
  const t = text.getFixedT(null, 'shell');
  const kinds: Record<SavedKind, string> = {
    csv: t('export.csv'),
    svg: t('export.svg'),
    png: t('export.png'),
    txt: t('export.txt'),
    eml: t('export.eml'),
  };
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title: t('export.title'),
    defaultPath: join(app.getPath('downloads'), exportName(name, kind)),
    filters: [{ name: kinds[kind], extensions: [kind] }],
  });
  return canceled || !filePath ? ok(null) : writeWhole(filePath, bytes);
}

/** Written beside and renamed, so that a full disk leaves an older file of that name as it was. */
export async function writeWhole(path: string, bytes: Uint8Array): Promise<Result<string>> {
  const fresh = `${path}.${randomBytes(4).toString('hex')}.part`;
  const name = basename(path).slice(0, 1000);
  try {
    await writeFile(fresh, bytes, { flag: 'wx', mode: 0o600 });
    await rename(fresh, path);
    return ok(name);
  } catch (error) {
    await rm(fresh, { force: true }).catch(() => undefined);
    const { code, message } = error as NodeJS.ErrnoException;
    return failed(
      code === 'ENOSPC' || code === 'EDQUOT' ? 'disk-full' : 'file-unwritable',
      name,
      message,
    );
  }
}
