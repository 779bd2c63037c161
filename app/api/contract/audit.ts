import { z } from 'zod';
import { causeNames, likelihoods } from '../../health/cause.ts';
import { auditFormats } from '../../report/audit/formats.ts';
import { accountSchema } from './account.ts';
import { id, problemSchema, result, text, time } from './common.ts';

const count = z.number().int().min(0);

/** One account as the audit compares it with others, from what is stored. */
export const auditRowSchema = z.object({
  account: accountSchema,
  state: z.enum(['limited', 'recovering', 'healthy', 'unknown']),
  episodes: count,
  rejections: count,
  lastAt: time.nullable(),
  /** The first cause that is not unlikely; null: none. */
  cause: z.object({ name: z.enum(causeNames), likelihood: z.enum(likelihoods) }).nullable(),
  /** Share of bounced originals that stand in Sent, 0 to 1. */
  coverage: z.number().min(0).max(1).nullable(),
  passwordChangedAt: time.nullable(),
  /** What ended the last scan before its end. */
  problem: problemSchema.nullable(),
});
export type AuditRow = z.infer<typeof auditRowSchema>;

/** How far scanning all accounts is. */
export const auditStatusSchema = z.object({
  running: z.boolean(),
  done: count,
  total: count,
  failed: count,
});
export type AuditStatus = z.infer<typeof auditStatusSchema>;

const accountIds = z.array(id).min(1).max(10_000);

export const auditChannels = {
  'audit:list': { argument: z.undefined(), result: result(z.array(auditRowSchema).max(10_000)) },
  /** One login and one connection an account, so many at once; passwords are those that main holds. */
  'audit:scan': {
    argument: z.object({ accountIds, atOnce: z.number().int().min(1).max(8) }),
    result: z.null(),
  },
  'audit:cancel': { argument: z.undefined(), result: z.null() },
  'audit:status': { argument: z.undefined(), result: auditStatusSchema },
  /** Asks for a folder and writes the report there; null when none was chosen. */
  'audit:report': {
    argument: z.object({
      accountIds,
      formats: z.array(z.enum(auditFormats)).min(1).max(auditFormats.length),
      redact: z.boolean(),
      /** Fetches the raw notices, with the passwords that main holds. Not together with `redact`: they name people. */
      evidence: z.boolean(),
      language: z.enum(['en', 'zh-CN']),
    }),
    result: result(
      z
        .object({
          folder: text(4096),
          files: z.array(text(200)).max(20),
          /** Throttled accounts whose raw notices were asked for and could not be fetched. */
          withoutEvidence: z.array(text(320)).max(10_000),
        })
        .nullable(),
    ),
  },
} as const;

export const auditEvents = { 'audit:progress': auditStatusSchema } as const;
