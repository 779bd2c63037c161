import {
  defaultSettings,
  type SettingName,
  type Settings,
  settingsSchema,
} from '../../api/contract.ts';

type Stored = Readonly<Record<string, unknown>>;

/**
 * One step for each version: the first makes version 1 of what was written before there were versions. A later
 * version adds its own at the end; a step is never edited after a release.
 */
const migrations: readonly ((stored: Stored) => Stored)[] = [(stored) => stored];

/** The newest form of the file that this version of the app knows. */
export const settingsVersion = migrations.length;

export interface ReadSettings {
  readonly settings: Settings;
  /** What this version has no name for; it stays in the file. */
  readonly others: Stored;
  /** Written by a newer version of the app: what this one knows is used. */
  readonly newer: boolean;
  /** The choices whose values could not be read; 'all': the file is none of ours. */
  readonly lost: 'all' | readonly SettingName[];
}

const nothing: ReadSettings = { settings: defaultSettings, others: {}, newer: false, lost: 'all' };

/** Each choice by itself: one that is damaged, or not written yet, does not take the others with it. */
export function readSettings(text: string): ReadSettings {
  const { version = 0, ...written } = parsed(text) ?? { version: null };
  if (typeof version !== 'number' || !Number.isSafeInteger(version) || version < 0) return nothing;
  const stored = migrations.slice(version).reduce<Stored>((form, step) => step(form), written);
  const names = Object.keys(settingsSchema.shape) as SettingName[];
  const read = names
    .filter((name) => stored[name] !== undefined)
    .map((name) => ({ name, ...settingsSchema.shape[name].safeParse(stored[name]) }));
  const sound = read.filter(({ success }) => success).map(({ name, data }) => [name, data]);
  return {
    settings: { ...defaultSettings, ...(Object.fromEntries(sound) as Partial<Settings>) },
    others: Object.fromEntries(
      Object.entries(stored).filter(([name]) => !Object.hasOwn(settingsSchema.shape, name)),
    ),
    newer: version > settingsVersion,
    lost: read.filter(({ success }) => !success).map(({ name }) => name),
  };
}

export const writtenSettings = (settings: Settings, others: Stored): string =>
  `${JSON.stringify({ version: settingsVersion, ...others, ...settings }, null, 2)}\n`;

function parsed(text: string): Stored | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Stored)
      : null;
  } catch {
    return null;
  }
}
