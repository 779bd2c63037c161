import { z } from 'zod';
import { siteIds } from '../../mailbox/sites.ts';
import { id, result, text, time } from './common.ts';

export const siteSchema = z.object({
  id: z.enum(siteIds),
  host: text(253),
  port: z.number().int().min(1).max(65535),
  webmail: text(253).nullable(),
});
export type Site = z.infer<typeof siteSchema>;

export const accountSchema = z.object({
  id,
  address: text(320),
  host: text(253),
  port: z.number().int(),
  sample: z.boolean(),
  /** Whether main holds a password for this account, so that "Scan now" needs none. */
  canScan: z.boolean(),
  lastScanAt: time.nullable(),
});
export type Account = z.infer<typeof accountSchema>;

export const accountChannels = {
  'account:list': { argument: z.undefined(), result: z.array(accountSchema).max(10000) },
  'account:remove': { argument: z.object({ accountId: id }), result: result(z.null()) },
  'site:find': {
    argument: z.object({ address: text(320) }),
    /** Null when nothing pointed to a site; `evidence` says what did. */
    result: z.object({
      site: siteSchema.nullable(),
      evidence: z.enum(['personal-domain', 'mx', 'spf', 'none']),
    }),
  },
  'site:list': { argument: z.undefined(), result: z.array(siteSchema).max(20) },
} as const;
