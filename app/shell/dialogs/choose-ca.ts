import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { dialog, type BrowserWindow } from 'electron';
import type { i18n } from 'i18next';

export interface ChosenCa {
  readonly name: string;
  readonly pem: string;
}

/** Far above any bundle of authorities; stops a disk image from being read into memory. */
const mostBytes = 1_000_000;

/** Asks for a file with a private certification authority; null when none was chosen or it is none. */
export async function chooseCa(window: BrowserWindow, text: i18n): Promise<ChosenCa | null> {
  const t = text.getFixedT(null, 'shell');
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: t('ca.title'),
    buttonLabel: t('ca.choose'),
    properties: ['openFile'],
    filters: [
      { name: t('ca.certificates'), extensions: ['pem', 'crt', 'cer'] },
      { name: t('ca.anyFile'), extensions: ['*'] },
    ],
  });
  const [path] = filePaths;
  if (canceled || path === undefined) return null;
  const pem = await readPem(path);
  if (pem !== null) return { name: basename(path).slice(0, 1000), pem };
  await dialog.showMessageBox(window, {
    type: 'warning',
    message: t('ca.notOne', { name: basename(path) }),
    detail: t('ca.notOneTodo'),
    buttons: [t('ca.close')],
  });
  return null;
}

async function readPem(path: string): Promise<string | null> {
  try {
    const { size } = await stat(path);
    if (size > mostBytes) return null;
    const text = await readFile(path, 'utf8');
    return text.includes('-----BEGIN CERTIFICATE-----') ? text : null;
  } catch {
    return null;
  }
}
