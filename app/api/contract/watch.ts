import { z } from 'zod';
import { id, problemSchema, result, time } from './common.ts';
import { notScannedSchema } from './scan.ts';

export const watchStatusSchema = z.object({
  accountId: id,
  state: z.enum(['off', 'connecting', 'reading', 'watching', 'waiting', 'stopped']),
  since: time,
  lastLookAt: time.nullable(),
  /** While 'waiting': when the next attempt is due. */
  nextAt: time.nullable(),
  /** Whether the server tells of new mail by itself; else it is asked every two minutes. */
  instant: z.boolean().nullable(),
  problem: problemSchema.nullable(),
  /** Since the watch began. */
  read: z.number().int(),
  notices: z.number().int(),
  /** Of the last look. */
  notRead: z.array(notScannedSchema).max(100),
});
export type WatchStatus = z.infer<typeof watchStatusSchema>;

export const watchChannels = {
  /** Needs the password that main holds for this session; 'login-refused' without one. */
  'watch:set': {
    argument: z.object({ accountId: id, on: z.boolean() }),
    result: result(watchStatusSchema),
  },
  'watch:list': { argument: z.undefined(), result: z.array(watchStatusSchema).max(1000) },
} as const;

export const watchEvents = { 'watch:changed': watchStatusSchema } as const;
