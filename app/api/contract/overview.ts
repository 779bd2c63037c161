import { z } from 'zod';
import { directions } from '../../bounce/notice.ts';
import { accountSchema } from './account.ts';
import { id, result, text, time } from './common.ts';
import { folderReportSchema, notScannedSchema } from './scan.ts';

export const episodeSchema = z.object({
  startedAt: time,
  endedAt: time,
  notices: z.number().int(),
  failures: z.number().int(),
  transient: z.number().int(),
  permanent: z.number().int(),
  direction: z.enum(directions),
  connectionIps: z.array(text(45)).max(100),
});
export type EpisodeRow = z.infer<typeof episodeSchema>;

export const adviceSchema = z.object({
  action: z.enum(['none', 'pause', 'stop-for-a-day', 'contact-support']),
  retryAt: time.nullable(),
  /** Which rule decided; the text room makes the sentence. */
  reason: z.enum([
    'no-throttle',
    'over',
    'short-episode',
    'long-episode',
    'repeated-within-a-day',
    'repeated-despite-advice',
  ]),
});
export type AdviceView = z.infer<typeof adviceSchema>;

export const bucketSchema = z.object({
  from: time,
  to: time,
  transient: z.number().int(),
  permanent: z.number().int(),
  sent: z.number().int(),
});
export type Bucket = z.infer<typeof bucketSchema>;

export const overviewSchema = z.object({
  account: accountSchema,
  state: z.enum(['limited', 'recovering', 'healthy', 'unknown']),
  /** The first moment that the scans together cover without a gap; null before the first scan. */
  since: time.nullable(),
  scannedAt: time.nullable(),
  advice: adviceSchema.nullable(),
  totals: z.object({
    notices: z.number().int(),
    failures: z.number().int(),
    throttled: z.number().int(),
  }),
  bucketSize: z.enum(['hour', 'day']),
  buckets: z.array(bucketSchema).max(5000),
  episodes: z.array(episodeSchema).max(5000),
  folders: z.array(folderReportSchema).max(10000),
  notScanned: z.array(notScannedSchema).max(1000),
});
export type Overview = z.infer<typeof overviewSchema>;

export const overviewChannels = {
  'overview:get': {
    argument: z.object({
      accountId: id,
      from: time.nullable(),
      to: time.nullable(),
      bucketSize: z.enum(['hour', 'day', 'auto']),
    }),
    result: result(overviewSchema),
  },
} as const;
