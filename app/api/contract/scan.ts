import { z } from 'zod';
import { folderRoles } from '../../mailbox/mailbox.ts';
import { notScannedCodes } from '../../store/scans.ts';
import { proxyChoiceSchema } from './connection.ts';
import { daysSchema } from './reading.ts';
import { id, problemSchema, result, text, time } from './common.ts';

export const folderReportSchema = z.object({
  path: text(1000),
  role: z.enum(folderRoles),
  messages: z.number().int(),
  swept: z.number().int(),
  candidates: z.number().int(),
  notices: z.number().int(),
});
export type FolderReport = z.infer<typeof folderReportSchema>;

/** Why something was not read; the text room makes the sentence. */
export const notScannedSchema = z.object({
  code: z.enum(notScannedCodes),
  subject: text(1000).nullable(),
  count: z.number().int().nullable(),
});
export type NotScanned = z.infer<typeof notScannedSchema>;

export const scanStatusSchema = z.object({
  accountId: id,
  phase: z.enum([
    'connecting',
    'listing',
    'sweeping',
    'waiting',
    'storing',
    'done',
    'cancelled',
    'failed',
  ]),
  folder: text(1000).nullable(),
  /** Messages looked at, of how many, in all folders of this scan; total is null until it is known. */
  swept: z.number().int(),
  total: z.number().int().nullable(),
  candidates: z.number().int(),
  notices: z.number().int(),
  throttled: z.number().int(),
  /** An estimate from the speed so far; null while unknown. */
  remainingMs: z.number().int().min(0).nullable(),
  startedAt: time,
  problem: problemSchema.nullable(),
});
export type ScanStatus = z.infer<typeof scanStatusSchema>;

export const scanChannels = {
  /** Connects with exactly one login attempt, then scans in the background. */
  'scan:connect': {
    argument: z.object({
      address: text(320),
      password: text(1024),
      host: text(253),
      port: z.number().int().min(1).max(65535),
      /** Asked for by main through a file dialog: the window holds only its name. */
      useChosenCa: z.boolean(),
      /** Left out: as it was chosen before, else the system's. */
      proxy: proxyChoiceSchema.optional(),
      /** Left out: as it was chosen before, else 90. */
      days: daysSchema.optional(),
    }),
    result: result(z.object({ accountId: id })),
  },
  'scan:sample': { argument: z.undefined(), result: result(z.object({ accountId: id })) },
  /** Scans again with the password that main still holds. */
  'scan:again': {
    argument: z.object({ accountId: id }),
    result: result(z.object({ accountId: id })),
  },
  'scan:cancel': { argument: z.object({ accountId: id }), result: z.null() },
  'scan:status': { argument: z.object({ accountId: id }), result: scanStatusSchema.nullable() },
  /** Opens a file dialog for a private certification authority (PEM); the chosen name or null. */
  'ca:choose': { argument: z.undefined(), result: text(1000).nullable() },
} as const;

export const scanEvents = {
  'scan:progress': scanStatusSchema,
} as const;
