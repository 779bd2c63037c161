import { z } from 'zod';
import { languages } from '../../text/text.ts';
import { text } from './common.ts';
import { gapMinutes } from './overview.ts';
import { daysSchema } from './reading.ts';

/** A time of day on this computer's clock, such as '22:30'. */
const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

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
    url: text(300),
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
  /** Changes what is named and answers with all of them; the menu, the window and the tray follow at once. */
  'settings:change': { argument: changeSchema, result: settingsSchema },
} as const;

export const settingsEvents = { 'settings:changed': settingsSchema } as const;
