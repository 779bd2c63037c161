import { z } from 'zod';
import { folderRoles } from '../../mailbox/mailbox.ts';
import { id, result, text } from './common.ts';

/** How far back scans go; null: to the first message. */
export const daysSchema = z.number().int().min(1).max(36_500).nullable();
const foldersSchema = z.array(text(1000)).min(1).max(500).nullable();

export const readingChannels = {
  /** What is read of an account, and the folders that the server listed at the last scan. */
  'reading:get': {
    argument: z.object({ accountId: id }),
    result: result(
      z.object({
        days: daysSchema,
        /** Null: Inbox and Junk. */
        folders: foldersSchema,
        listed: z.array(z.object({ path: text(1000), role: z.enum(folderRoles) })).max(10_000),
      }),
    ),
  },
  /** Used by every scan from now on. */
  'reading:set': {
    argument: z.object({ accountId: id, days: daysSchema, folders: foldersSchema }),
    result: result(z.null()),
  },
} as const;
