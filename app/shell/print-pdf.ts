import { mkdtempSync, rmSync } from 'node:fs';
import { rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { BrowserWindow, session, type App } from 'electron';
import { createText, type Language } from '../text/text.ts';

/** A page of a thousand accounts takes some seconds; this ends one that never gets ready. */
const longest = 240_000;

/** In inches, as printToPDF wants them: room for the footer below the text. */
const margins = { top: 0.65, bottom: 0.75, left: 0.6, right: 0.6 };

/**
 * Prints a report page on A4, tagged and with an outline where this Electron can. The page stands in a window of
 * its own that is never shown, runs no script, and may load nothing but itself: it holds words from mail.
 */
export async function printPage(page: string, language: Language): Promise<Uint8Array> {
  const address = pathToFileURL(page).href;
  // Not kept on disk, and apart from the window's own.
  const own = session.fromPartition('print');
  own.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: url !== address }));
  own.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  const window = new BrowserWindow({
    show: false,
    webPreferences: {
      session: own,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      javascript: false,
      webviewTag: false,
      spellcheck: false,
    },
  });
  window.webContents.setWindowOpenHandler(() => ({ action: 'deny' }));
  const late = setTimeout(() => window.destroy(), longest);
  try {
    await window.loadURL(address);
    return await window.webContents.printToPDF({
      pageSize: 'A4',
      margins,
      printBackground: true,
      generateTaggedPDF: true,
      generateDocumentOutline: true,
      displayHeaderFooter: true,
      headerTemplate: '<span></span>',
      footerTemplate: footer(language),
    });
  } finally {
    clearTimeout(late);
    if (!window.isDestroyed()) window.destroy();
  }
}

/** Chromium fills in the two numbers; its own size for this text is too small to read. */
function footer(language: Language): string {
  const { t } = createText(language);
  const words = t('report:page', {
    page: '<span class="pageNumber"></span>',
    pages: '<span class="totalPages"></span>',
  });
  return `<div style="width:100%;margin:0 15mm;display:flex;justify-content:space-between;color:#566170;font:8px 'Segoe UI','Noto Sans','PingFang SC','Microsoft YaHei','Noto Sans CJK SC',sans-serif"><span>${t('report:title')} · ${t('report:product')}</span><span>${words}</span></div>`;
}

/** Writes a page's PDF, whole or not at all. */
export async function printToFile(page: string, pdf: string, language: Language): Promise<void> {
  const fresh = `${pdf}.part`;
  try {
    await writeFile(fresh, await printPage(page, language), { mode: 0o600 });
    await rename(fresh, pdf);
  } catch (error) {
    await rm(fresh, { force: true });
    throw error;
  }
}

/** For the command line: the app prints and ends, without a window, without the person's data. */
export async function printAndQuit(
  app: App,
  { page, pdf, language }: { page: string; pdf: string; language: Language },
): Promise<void> {
  const scratch = mkdtempSync(join(tmpdir(), 'sendwell-print-'));
  app.setPath('userData', scratch);
  app.on('window-all-closed', () => undefined);
  app.on('quit', () => rmSync(scratch, { recursive: true, force: true }));
  let status = 0;
  try {
    await app.whenReady();
    await printToFile(page, pdf, language);
  } catch (error) {
    process.stderr.write(`${String(error)}\n`);
    status = 1;
  }
  app.exit(status);
}
