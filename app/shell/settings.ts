import { readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { languages } from '../text/text.ts';

/** Each setting by itself: one that is damaged, or not written yet, does not take the others with it. */
const settingsSchema = z.object({
  language: z.enum(languages).nullable().catch(null),
  /** Minutes between two rejections of one episode; null: an hour. */
  gapMinutes: z.number().int().min(1).max(1440).nullable().catch(null),
});
export type Settings = z.infer<typeof settingsSchema>;

const mostBytes = 100_000;
const none: Settings = { language: null, gapMinutes: null };

/** What the person chose before; a file that is missing or damaged means nothing was chosen. */
export function readSettings(file: string): Settings {
  try {
    // A disk image under this name is not read into memory.
    return statSync(file).size > mostBytes ? none : parseSettings(readFileSync(file, 'utf8'));
  } catch {
    return none;
  }
}

export function parseSettings(text: string): Settings {
  try {
    const parsed = settingsSchema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : none;
  } catch {
    return none;
  }
}

/** Keeps every other choice. */
export function changeSettings(file: string, change: Partial<Settings>): void {
  writeSettings(file, { ...readSettings(file), ...change });
}

/** Written beside and renamed, so that a crash leaves the old file or the new one, never half of one. */
function writeSettings(file: string, settings: Settings): void {
  const fresh = `${file}.new`;
  writeFileSync(fresh, `${JSON.stringify(settings, null, 2)}\n`, { mode: 0o600 });
  renameSync(fresh, file);
}
