import { z } from 'zod';
import { siteIds } from '../../mailbox/sites.ts';
import { id, problemSchema, text } from './common.ts';
import { gapMinutes } from './overview.ts';

export const appChannels = {
  'app:info': {
    argument: z.undefined(),
    result: z.object({
      version: text(50),
      electron: text(50),
      chrome: text(50),
      /** True on the test runtime, which connects to this machine only. */
      fallbackRuntime: z.boolean(),
      language: z.enum(['en', 'zh-CN']),
      /** Rejections further apart than this are two episodes; chosen before, or an hour. */
      gapMinutes,
      startOn: z.enum(['connect', 'overview']),
      dataFolder: text(4096),
      storeProblem: problemSchema.nullable(),
    }),
  },
  'app:set-language': { argument: z.enum(['en', 'zh-CN']), result: z.null() },
  /** Remembers how far apart rejections of one episode may be. */
  'app:set-gap': { argument: gapMinutes, result: z.null() },
  /** Opens a page of a fixed list in the browser, never an address from the window. */
  'link:open': {
    argument: z.object({
      link: z.enum(['alibaba-help', 'alibaba-webmail']),
      /** Whose webmail, by account or by site; main looks the host up in its own table. */
      accountId: id.optional(),
      siteId: z.enum(siteIds).optional(),
    }),
    result: z.null(),
  },
} as const;

export const appEvents = {
  'language:changed': z.enum(['en', 'zh-CN']),
} as const;
