import { z } from 'zod';
import { siteIds } from '../../mailbox/sites.ts';
import { id, problemSchema, text } from './common.ts';
import { gapMinutes } from './overview.ts';

const openedPaths = z.array(text(4096)).max(1000);

/** One package that is part of the app, with the licence that it came with. */
export const licenceSchema = z.object({
  name: text(214),
  version: text(50),
  /** An SPDX expression, such as 'MIT'. */
  licence: text(200),
  /** The licence's own words, with its copyright lines. */
  text: text(50_000),
});
export type Licence = z.infer<typeof licenceSchema>;

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
  /** What the app is made of, in alphabetical order. */
  'app:licences': { argument: z.undefined(), result: z.array(licenceSchema).max(1000) },
  /** Mail files that were opened with the app before the window asked; it is told of later ones by event. */
  'files:take': { argument: z.undefined(), result: openedPaths },
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
  /** What is spoken from now on; the settings' choice may be to follow the system. */
  'language:changed': z.enum(['en', 'zh-CN']),
  /** Absolute paths of .eml, .mbox, .log or .txt files, for the Explain screen. */
  'files:opened': openedPaths,
} as const;
