import { randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { rename, rm, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { i18n } from 'i18next';
import type { Settings } from '../../api/contract.ts';
import { failed, ok, type Result } from '../../result.ts';
import { storeProblem } from '../../store/problem.ts';
import type { Store } from '../../store/store.ts';
import { ZipFile } from '../../zip-file.ts';
import { writtenSettings } from '../settings/settings-form.ts';

export interface ExportParts {
  readonly folder: string;
  readonly store: Store;
  readonly settings: Settings;
  readonly text: i18n;
  readonly now: Date;
}

/** The form knows no more (fflate has no Zip64). */
const mostBytes = 0xffff_ffff;

/**
 * A zip of the database as it is at one moment, the settings, and a note on what it is. The files that hold
 * passwords or keys are not among what is named here. Written beside and renamed, so that a full disk leaves an older
 * file of that name as it was.
 * @returns 'disk-full', 'file-unwritable', or what the database says
 */
export async function writeExport(path: string, parts: ExportParts): Promise<Result<string>> {
  const { folder, store, settings, text, now } = parts;
  const name = basename(path).slice(0, 1000);
  const mark = randomBytes(4).toString('hex');
  const copy = join(folder, `export-${mark}.part`);
  const fresh = `${path}.${mark}.part`;
  let zip: ZipFile | null = null;
  try {
    try {
      await store.copyTo(copy);
    } catch (error) {
      return storeProblem(error, copy);
    }
    if ((await stat(copy)).size > mostBytes)
      return failed('file-unwritable', name, text.t('shell:data.tooLarge', { folder }));
    zip = await ZipFile.create(fresh);
    await zip.add('README.txt', utf8(text.t('shell:data.readme', { at: now.toISOString() })));
    await zip.add('settings.json', utf8(writtenSettings(settings, {})));
    await zip.addPieces('sendwell.db', createReadStream(copy));
    await zip.finish();
    await rename(fresh, path);
    return ok(name);
  } catch (error) {
    await zip?.abandon();
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    return failed(/^(ENOSPC|EDQUOT)$/.test(code) ? 'disk-full' : 'file-unwritable', name, message);
  } finally {
    for (const path of [fresh, copy, `${copy}-wal`, `${copy}-shm`, `${copy}-journal`])
      await rm(path, { force: true, recursive: true }).catch(() => undefined);
  }
}

const utf8 = (words: string): Uint8Array => new TextEncoder().encode(words);
