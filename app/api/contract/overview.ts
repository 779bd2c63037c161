import { z } from 'zod';
import { directions, stages } from '../../bounce/notice.ts';
import { bases, causeNames, likelihoods } from '../../health/cause.ts';
import { accountSchema } from './account.ts';
import { id, result, text, time } from './common.ts';
import { folderReportSchema, notScannedSchema } from './scan.ts';

const count = z.number().int().min(0);

const sentSchema = z.object({ messages: count, recipients: count });
/** What stood in Sent in 60 seconds, 60 minutes and 24 hours. */
export const paceSchema = z.object({ minute: sentSchema, hour: sentSchema, day: sentSchema });
export type PaceView = z.infer<typeof paceSchema>;

export const episodeSchema = z.object({
  startedAt: time,
  endedAt: time,
  notices: count,
  failures: count,
  /** Different recipients. */
  recipients: count,
  transient: count,
  permanent: count,
  direction: z.enum(directions),
  stages: z.array(z.enum(stages)).max(3),
  connectionIps: z.array(text(45)).max(100),
  recipientDomains: z.array(text(253)).max(100),
  /** As seen in the originals that bounced. */
  programs: z.array(text(1000)).max(100),
  /** Up to its first rejection; null where no Sent folder was read. */
  pace: paceSchema.nullable(),
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
  alsoDo: z.array(z.enum(['change-password', 'slow-down', 'direct-mail', 'review-account'])).max(4),
});
export type AdviceView = z.infer<typeof adviceSchema>;

export const evidenceSchema = z.object({
  code: text(100),
  values: z.record(text(50), z.union([text(1000), z.number()])),
  basis: z.enum(bases).nullable(),
});
export const causeSchema = z.object({
  name: z.enum(causeNames),
  likelihood: z.enum(likelihoods),
  evidence: z.array(evidenceSchema).max(20),
});
export type CauseView = z.infer<typeof causeSchema>;

/** What is known, whatever the chart shows. */
export const overviewSchema = z.object({
  account: accountSchema,
  state: z.enum(['limited', 'recovering', 'healthy', 'unknown']),
  /** The first moment that the scans together cover without a gap; null before the first scan. */
  since: time.nullable(),
  scannedAt: time.nullable(),
  advice: adviceSchema.nullable(),
  totals: z.object({ notices: count, failures: count, throttled: count }),
  /** First and last throttle rejection, for the longest time that the chart can show. */
  firstAt: time.nullable(),
  lastAt: time.nullable(),
  episodes: z.array(episodeSchema).max(5000),
  pace: z
    .object({
      sentMessages: count,
      /** Share of bounced originals that stand in Sent, 0 to 1; null where nothing bounced. */
      coverage: z.number().min(0).max(1).nullable(),
      /** The most that went through without a rejection; null where no such stretch was observed. */
      highestWithoutRejection: z.object({
        minute: sentSchema.nullable(),
        hour: sentSchema.nullable(),
        day: sentSchema.nullable(),
      }),
    })
    .nullable(),
  causes: z.array(causeSchema).max(4),
  /** When the password was changed, as recorded. */
  passwordChanges: z.array(time).max(1000),
  /** Mail files and logs that were added to this account's history. */
  imports: z
    .array(z.object({ name: text(1000), at: time, notices: count, throttled: count }))
    .max(1000),
  folders: z.array(folderReportSchema).max(10000),
  notScanned: z.array(notScannedSchema).max(1000),
});
export type Overview = z.infer<typeof overviewSchema>;

/** Shared by all views. An empty string among the names means: not known. Null: all. */
export const rejectionFilterSchema = z.object({
  from: time.nullable(),
  to: time.nullable(),
  nature: z.enum(['transient', 'permanent']).nullable(),
  direction: z.enum(directions).nullable(),
  connectionIp: text(45).nullable(),
  recipientDomain: text(253).nullable(),
  program: text(1000).nullable(),
});
export type RejectionFilter = z.infer<typeof rejectionFilterSchema>;

export const bucketSizes = ['minute', 'quarter', 'hour', 'day', 'week', 'month'] as const;
export type BucketSize = (typeof bucketSizes)[number];

export const bucketSchema = z.object({
  from: time,
  to: time,
  transient: count,
  permanent: count,
  /** Messages sent; not filtered. */
  sent: count,
});
export type Bucket = z.infer<typeof bucketSchema>;

const groupSchema = z.object({ name: text(1000), transient: count, permanent: count });
export type Group = z.infer<typeof groupSchema>;

/** What the charts draw for one filter: asked again with each step of the zoom. */
export const chartSchema = z.object({
  bucketSize: z.enum(bucketSizes),
  buckets: z.array(bucketSchema).max(2000),
  transient: count,
  permanent: count,
  /** Seven rows, Monday first, of 24 hours of the viewer's zone: rejections. */
  hours: z.array(z.array(count).length(24)).length(7),
  /** The largest groups first, at most 50 each; `rest` groups are not listed. */
  connectionIps: z.object({ groups: z.array(groupSchema).max(50), rest: count }),
  recipientDomains: z.object({ groups: z.array(groupSchema).max(50), rest: count }),
  programs: z.object({ groups: z.array(groupSchema).max(50), rest: count }),
});
export type Chart = z.infer<typeof chartSchema>;

/** One deciding line, as evidence. */
const evidenceLineSchema = z.object({
  noticeId: id,
  at: time,
  recipient: text(320).nullable(),
  replyCode: z.number().int().nullable(),
  stage: z.enum(stages).nullable(),
  connectionIp: text(45).nullable(),
  tag: text(200).nullable(),
  node: text(200).nullable(),
  diagnostic: text(4000).nullable(),
  /** The mail file or log it came from; null: the mailbox. */
  importedFrom: text(1000).nullable(),
});
export type EvidenceLine = z.infer<typeof evidenceLineSchema>;

/** How far apart two rejections of one episode may be, in minutes. */
export const gapMinutes = z.number().int().min(1).max(1440);
const episodeKey = z.object({
  accountId: id,
  gapMinutes,
  startedAt: time,
  direction: z.enum(directions),
});

export const overviewChannels = {
  'overview:get': {
    argument: z.object({ accountId: id, gapMinutes }),
    result: result(overviewSchema),
  },
  'overview:chart': {
    argument: z.object({
      accountId: id,
      filter: rejectionFilterSchema,
      bucketSize: z.enum([...bucketSizes, 'auto']),
    }),
    result: result(chartSchema),
  },
  'episode:get': {
    argument: episodeKey,
    result: result(
      z.object({
        episode: episodeSchema,
        lines: z.array(evidenceLineSchema).max(500),
        /** How many lines there are in all. */
        lineCount: count,
      }),
    ),
  },
  /** What Alibaba's support needs, ready to paste: deciding lines, tags, times, IPs. Null: the last episode. */
  'support:bundle': {
    argument: z.object({ accountId: id, gapMinutes, startedAt: time.nullable() }),
    result: result(text(500_000)),
  },
} as const;
