import { z } from 'zod';
import { languages } from '../../text/text.ts';
import { result, text } from './common.ts';
import { gapMinutes } from './overview.ts';
import { daysSchema } from './reading.ts';

/** A time of day on this computer's clock, such as '22:30'. */
const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

/** As the connect form takes it. A user or a password has no place in it: this file is no place for a secret. */
export const looksLikeProxy = (url: string): boolean =>
  /^((https?|socks|socks5h?|socks4a?):\/\/)?(\[[0-9a-f:]+\]|[\w.-]+)(:\d{1,5})?\/?$/i.test(url);

/** What a person chooses for the whole app; what concerns one account stands with the account. */
export const settingsSchema = z.strictObject({
  /** Null: the system's. */
  language: z.enum(languages).nullable(),
  theme: z.enum(themes),
  /** Minutes between two rejections of one episode. */
  gapMinutes,
  /** How far back the scans of accounts go that are added from now on; null: to the first message. */
  days: daysSchema,
  /** The proxy for accounts that are added from now on. No password: that is asked for and never kept here. */
  proxy: z.strictObject({
    use: z.enum(['system', 'direct', 'manual']),
    url: text(300).refine((url) => url === '' || looksLikeProxy(url)),
    user: text(256),
  }),
  /** Closing the window leaves the app in the tray, where it goes on watching. */
  closeToTray: z.boolean(),
  startAtLogin: z.boolean(),
  /** At login only: in the tray, without a window. */
  startMinimised: z.boolean(),
  /** Accounts with a remembered password are watched from the start. */
  watchAtStart: z.boolean(),
  notify: z.boolean(),
  /** No notification between these two times, which may lie around midnight; null: at any time. */
  quietHours: z.strictObject({ from: clockTime, to: clockTime }).nullable(),
});
export type Settings = Readonly<z.infer<typeof settingsSchema>>;
export type SettingName = keyof Settings;

/** What was wrong with the settings file when the app started. */
const troubleSchema = z.object({
  /** partly: single choices could not be read. newer: from a later version; unreadable: not even opened. */
  kind: z.enum(['damaged', 'partly', 'newer', 'unreadable']),
  file: text(4096),
  /** Where the old file is now; null: still in its place, and kept aside before anything is written. */
  keptAs: text(4096).nullable(),
  /** The choices that are back at their default. */
  lost: z.array(settingsSchema.keyof()).max(50),
});
export type SettingsTrouble = z.infer<typeof troubleSchema>;

/** Why something that a setting switches on cannot be had here; null: it can. */
const abilitiesSchema = z.object({
  closeToTray: z.enum(['no-tray']).nullable(),
  startAtLogin: z.enum(['not-installed']).nullable(),
  notify: z.enum(['no-notifications']).nullable(),
});
export type Abilities = Readonly<z.infer<typeof abilitiesSchema>>;

/** What is to be different; what is not named, or undefined, stays. */
const changeSchema = settingsSchema.partial();
export type SettingsChange = Readonly<z.infer<typeof changeSchema>>;

/** The settings after a change. */
export function changed(settings: Settings, change: SettingsChange): Settings {
  const named = Object.entries(change).filter(([, value]) => value !== undefined);
  return { ...settings, ...(Object.fromEntries(named) as Partial<Settings>) };
}

/** Nothing chosen yet. */
export const defaultSettings: Settings = {
  language: null,
  theme: 'system',
  gapMinutes: 60,
  days: 90,
  proxy: { use: 'system', url: '', user: '' },
  closeToTray: false,
  startAtLogin: false,
  startMinimised: false,
  watchAtStart: false,
  notify: true,
  quietHours: null,
};

export const settingsChannels = {
  'settings:get': { argument: z.undefined(), result: settingsSchema },
  /**
   * Changes what is named and answers with all of them; the menu, the window and the tray follow at once. With
   * 'settings-unwritten' it holds until the app ends.
   */
  'settings:change': { argument: changeSchema, result: result(settingsSchema) },
  'settings:trouble': { argument: z.undefined(), result: troubleSchema.nullable() },
  'settings:abilities': { argument: z.undefined(), result: abilitiesSchema },
} as const;

export const settingsEvents = { 'settings:changed': settingsSchema } as const;
