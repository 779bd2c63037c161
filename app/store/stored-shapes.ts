import { z } from 'zod';
import {
  actions,
  categories,
  directions,
  phrases,
  stages,
  unreadableReasons,
  type Notice,
} from '../bounce/notice.ts';
import { folderRoles } from '../mailbox/mailbox.ts';
import { problemCodes } from '../result.ts';
import { notScannedCodes, type ScanReport } from './scans.ts';

/**
 * What stands in the JSON of stored records, to the last word: a bad disk can turn one letter of "too-frequently"
 * into another and leave good JSON. Too slow for every reading; asked where an answer came out wrong.
 */
const words = z.string().nullable();
const count = z.number().int().min(0);

export const noticeShape = z.object({
  isBounce: z.boolean(),
  forwarded: z.boolean(),
  bouncedAt: words,
  unreadable: z.enum(unreadableReasons).nullable(),
  reportingMta: words,
  original: z.object({
    ...{ messageId: words, subject: words, from: words, sentAt: words },
    program: words,
  }),
  failures: z.array(
    z.object({
      recipient: words,
      action: z.enum(actions).nullable(),
      category: z.enum(categories),
      confidence: z.enum(['certain', 'possible']),
      replyCode: z.number().int().min(400).max(599).nullable(),
      enhancedStatus: words,
      remoteMta: words,
      diagnostic: words,
      throttle: z
        .object({
          phrase: z.enum(phrases).nullable(),
          permanent: z.boolean().nullable(),
          stage: z.enum(stages).nullable(),
          ...{ connectionIp: words, tag: words, node: words },
          direction: z.enum(directions),
        })
        .nullable(),
    }),
  ),
}) satisfies z.ZodType<Notice>;

export const reportShape = z.object({
  folders: z.array(
    z.object({
      path: z.string(),
      role: z.enum(folderRoles),
      ...{ messages: count, swept: count, candidates: count, notices: count },
    }),
  ),
  notScanned: z.array(
    z.object({ code: z.enum(notScannedCodes), subject: words, count: count.nullable() }),
  ),
  traffic: z.object({ bytesIn: count, bytesOut: count, roundTrips: count }),
  problem: z.object({ code: z.enum(problemCodes), subject: words, detail: words }).nullable(),
}) satisfies z.ZodType<ScanReport>;
