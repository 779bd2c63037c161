import { readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import {
  changed,
  defaultSettings,
  type Settings,
  type SettingsChange,
  settingsSchema,
} from '../api/contract.ts';

const mostBytes = 100_000;

/** What the person chose before; a file that is missing or damaged means nothing was chosen. */
export function readSettings(file: string): Settings {
  try {
    // A disk image under this name is not read into memory.
    return statSync(file).size > mostBytes
      ? defaultSettings
      : parseSettings(readFileSync(file, 'utf8'));
  } catch {
    return defaultSettings;
  }
}

/** Each choice by itself: one that is damaged, or not written yet, does not take the others with it. */
export function parseSettings(text: string): Settings {
  let stored: unknown;
  try {
    stored = JSON.parse(text);
  } catch {
    return defaultSettings;
  }
  if (typeof stored !== 'object' || stored === null) return defaultSettings;
  const sound = Object.entries(settingsSchema.shape).flatMap(([name, schema]) => {
    const read = schema.safeParse((stored as Record<string, unknown>)[name]);
    return read.success ? [[name, read.data]] : [];
  });
  return { ...defaultSettings, ...(Object.fromEntries(sound) as Partial<Settings>) };
}

/** Keeps every other choice. */
export function changeSettings(file: string, change: SettingsChange): Settings {
  const settings = changed(readSettings(file), change);
  writeSettings(file, settings);
  return settings;
}

/** Written beside and renamed, so that a crash leaves the old file or the new one, never half of one. */
function writeSettings(file: string, settings: Settings): void {
  const fresh = `${file}.new`;
  writeFileSync(fresh, `${JSON.stringify(settings, null, 2)}\n`, { mode: 0o600 });
  renameSync(fresh, file);
}
