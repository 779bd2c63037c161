import { z } from 'zod';
import { siteIds } from '../../mailbox/sites.ts';
import { guideEventSchema } from '../../password/guide/events.ts';
import { progressSchema } from '../../password/guide/progress.ts';
import { rotationMonths } from '../../password/guide/rotation.ts';
import { rememberedStates, rememberProblems } from '../../secrets/remember-states.ts';
import { id, result, text, time } from './common.ts';

const rateSchema = z.object({ episodes: z.number().int(), weeks: z.number(), perWeek: z.number() });

export const passwordStateSchema = z.object({
  /** Where the account's webmail is; 'own' where its host stands in no table. */
  site: z.enum(siteIds),
  sample: z.boolean(),
  guide: progressSchema.nullable(),
  /** Whether main can sign in without asking. */
  held: z.boolean(),
  lastCheck: z
    .object({ at: time, compliant: z.boolean(), score: z.number().int().min(0).max(4) })
    .nullable(),
  /** When the password was changed, in order of time: also the timeline's markers. */
  changes: z.array(time).max(1000),
  beforeAfter: z.object({ changedAt: time, before: rateSchema, after: rateSchema }).nullable(),
  rotation: z.object({ months: z.number().int(), dueAt: time.nullable() }).nullable(),
  remember: z.object({
    state: z.enum(rememberedStates),
    /** Why nothing can be remembered here, or was not just now. */
    problem: z.enum(rememberProblems).nullable(),
  }),
});
export type PasswordState = z.infer<typeof passwordStateSchema>;

const state = result(passwordStateSchema);

/** Of all these only `password:try` carries a password, to main and never back. */
export const passwordChannels = {
  'password:state': { argument: z.object({ accountId: id }), result: state },
  'password:guide': {
    argument: z.object({ accountId: id, event: guideEventSchema }),
    result: state,
  },
  /** Exactly one login, at the guide's steps that ask for one; how it ended stands in the guide. */
  'password:try': {
    argument: z.object({ accountId: id, password: text(1024), remember: z.boolean() }),
    result: state,
  },
  /** The verdict on a password that the window judged; the password stays there. */
  'password:checked': {
    argument: z.object({
      accountId: id,
      compliant: z.boolean(),
      score: z.number().int().min(0).max(4),
    }),
    result: state,
  },
  'password:add-change': { argument: z.object({ accountId: id, at: time }), result: state },
  'password:remove-change': { argument: z.object({ accountId: id, at: time }), result: state },
  'password:rotation': {
    argument: z.object({ accountId: id, months: z.literal(rotationMonths).nullable() }),
    result: state,
  },
  /** Remembers what main holds already, or forgets it. */
  'password:remember': { argument: z.object({ accountId: id, on: z.boolean() }), result: state },
  /** The window puts a password on the clipboard: main knows it again by its keyed digest and clears it later. */
  'password:copied': {
    argument: z.object({
      salt: z.string().regex(/^[0-9a-f]{32}$/),
      digest: z.string().regex(/^[0-9a-f]{64}$/),
    }),
    result: z.null(),
  },
  /** Opens a site's webmail in the browser, after the person saw its host and agreed. */
  'password:open-webmail': {
    argument: z.object({ site: z.enum(siteIds) }),
    result: z.enum(['opened', 'declined', 'failed']),
  },
} as const;
