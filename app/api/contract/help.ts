import { z } from 'zod';
import { windowActions } from '../shortcuts.ts';
import { text } from './common.ts';

export const helpChannels = {
  /** Shows the log in the system's own file manager. */
  'app:show-log': { argument: z.undefined(), result: z.null() },
  /** What a person who asks for help would have to tell: no address, host, subject, secret or path. */
  'app:diagnostics': { argument: z.undefined(), result: text(20_000) },
  'app:zoom': { argument: z.enum(['in', 'out', 'reset']), result: z.null() },
} as const;

export const helpEvents = {
  /** Chosen in the menu; the window does it as if its keys were pressed. */
  'menu:chosen': z.enum(windowActions),
} as const;
