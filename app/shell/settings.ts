import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { languages } from '../text/text.ts';

const settingsSchema = z.object({ language: z.enum(languages).nullable() });
export type Settings = z.infer<typeof settingsSchema>;

const none: Settings = { language: null };

/** What the person chose before; a file that is missing or damaged means nothing was chosen. */
export function readSettings(file: string): Settings {
  try {
    const parsed = settingsSchema.safeParse(JSON.parse(readFileSync(file, 'utf8')));
    return parsed.success ? parsed.data : none;
  } catch {
    return none;
  }
}

/** Written beside and renamed, so that a crash leaves the old file or the new one, never half of one. */
export function writeSettings(file: string, settings: Settings): void {
  const fresh = `${file}.new`;
  writeFileSync(fresh, `${JSON.stringify(settings, null, 2)}\n`, { mode: 0o600 });
  renameSync(fresh, file);
}
