import type { z } from 'zod';
import { accountChannels } from './account.ts';
import { appChannels, appEvents } from './app.ts';
import { connectionEvents } from './connection.ts';
import { auditChannels, auditEvents } from './audit.ts';
import { dataChannels } from './data.ts';
import { episodeLinkChannels, episodeLinkEvents } from './episode-link.ts';
import { explainChannels } from './explain.ts';
import { exportChannels } from './export.ts';
import { helpChannels, helpEvents } from './help.ts';
import { noticeChannels } from './notice.ts';
import { overviewChannels } from './overview.ts';
import { readingChannels } from './reading.ts';
import { passwordChannels } from './password.ts';
import { scanChannels, scanEvents } from './scan.ts';
import { settingsChannels, settingsEvents } from './settings.ts';
import { storeChannels, storeEvents } from './store.ts';
import { watchChannels, watchEvents } from './watch.ts';

/** Request channels: the window asks, main answers. */
export const channels = {
  ...appChannels,
  ...settingsChannels,
  ...dataChannels,
  ...accountChannels,
  ...scanChannels,
  ...overviewChannels,
  ...noticeChannels,
  ...storeChannels,
  ...readingChannels,
  ...watchChannels,
  ...episodeLinkChannels,
  ...explainChannels,
  ...exportChannels,
  ...helpChannels,
  ...passwordChannels,
  ...auditChannels,
} as const;

/** Event channels: main tells, the window listens. */
export const events = {
  ...scanEvents,
  ...appEvents,
  ...settingsEvents,
  ...storeEvents,
  ...connectionEvents,
  ...watchEvents,
  ...auditEvents,
  ...episodeLinkEvents,
  ...helpEvents,
} as const;

export type Channel = keyof typeof channels;
export type Argument<C extends Channel> = z.infer<(typeof channels)[C]['argument']>;
export type Answer<C extends Channel> = z.infer<(typeof channels)[C]['result']>;
export type EventName = keyof typeof events;
export type EventBody<E extends EventName> = z.infer<(typeof events)[E]>;
