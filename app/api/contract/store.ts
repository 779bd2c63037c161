import { z } from 'zod';
import { problemSchema, result, text } from './common.ts';

/** The database on this computer, where it cannot be used: `app:info` tells the problem at the start. */
export const storeChannels = {
  /** Tries again what may have passed by itself. */
  'store:reopen': { argument: z.undefined(), result: result(z.null()) },
  /** Renames the damaged file and begins a new one; the old one's new place. */
  'store:start-afresh': {
    argument: z.undefined(),
    result: result(z.object({ keptAs: text(4096) })),
  },
} as const;

export const storeEvents = {
  /** Why the database cannot be used any more; null: it can be used again. */
  'store:changed': problemSchema.nullable(),
} as const;
