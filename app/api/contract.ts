import { z } from 'zod';
import { actions, categories, directions, phrases, stages } from '../bounce/notice.ts';
import { folderRoles } from '../mailbox/mailbox.ts';
import { siteIds } from '../mailbox/sites.ts';
import { problemCodes } from '../result.ts';
import { notScannedCodes } from '../store/scans.ts';

/**
 * Everything the window may ask of main, and everything main may tell the window: channel → argument and
 * result. The gate checks arguments before a handler sees them; the window checks results before a screen
 * does. Times are milliseconds since 1970 (UTC); the window shows them in the viewer's zone.
 */

const time = z.number().int().min(-8.64e15).max(8.64e15);
const text = (max: number) => z.string().max(max);
const id = z.number().int().positive();

export const problemSchema = z.object({
  code: z.enum(problemCodes),
  subject: text(1000).nullable(),
  detail: text(1000).nullable(),
});

const result = <T extends z.ZodType>(value: T) =>
  z.discriminatedUnion('ok', [
    z.object({ ok: z.literal(true), value }),
    z.object({ ok: z.literal(false), problem: problemSchema }),
  ]);

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
  phase: z.enum(['connecting', 'listing', 'sweeping', 'storing', 'done', 'cancelled', 'failed']),
  folder: text(1000).nullable(),
  /** Messages looked at, of how many, in all folders of this scan; total is null until it is known. */
  swept: z.number().int(),
  total: z.number().int().nullable(),
  candidates: z.number().int(),
  notices: z.number().int(),
  throttled: z.number().int(),
  startedAt: time,
  problem: problemSchema.nullable(),
});
export type ScanStatus = z.infer<typeof scanStatusSchema>;

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

export const noticeRowSchema = z.object({
  id,
  at: time.nullable(),
  recipients: z.array(text(320)).max(5),
  recipientCount: z.number().int(),
  category: z.enum(categories).nullable(),
  action: z.enum(actions).nullable(),
  confidence: z.enum(['certain', 'possible']).nullable(),
  replyCode: z.number().int().nullable(),
  stage: z.enum(stages).nullable(),
  connectionIp: text(45).nullable(),
  subject: text(1000).nullable(),
  unreadable: text(100).nullable(),
});
export type NoticeRow = z.infer<typeof noticeRowSchema>;

export const failureSchema = z.object({
  recipient: text(320).nullable(),
  action: z.enum(actions).nullable(),
  category: z.enum(categories),
  confidence: z.enum(['certain', 'possible']),
  replyCode: z.number().int().nullable(),
  enhancedStatus: text(20).nullable(),
  remoteMta: text(253).nullable(),
  diagnostic: text(4000).nullable(),
  throttle: z
    .object({
      phrase: z.enum(phrases).nullable(),
      permanent: z.boolean().nullable(),
      stage: z.enum(stages).nullable(),
      connectionIp: text(45).nullable(),
      tag: text(200).nullable(),
      node: text(200).nullable(),
      direction: z.enum(directions),
    })
    .nullable(),
});

export const noticeDetailSchema = z.object({
  id,
  folder: text(1000),
  uid: z.number().int(),
  isBounce: z.boolean(),
  /** ISO 8601 with the notice's own offset. */
  bouncedAt: text(40).nullable(),
  unreadable: text(100).nullable(),
  reportingMta: text(253).nullable(),
  summary: text(2000),
  original: z.object({
    messageId: text(1000).nullable(),
    subject: text(1000).nullable(),
    from: text(320).nullable(),
    sentAt: text(40).nullable(),
    program: text(1000).nullable(),
  }),
  failures: z.array(failureSchema).max(1000),
});
export type NoticeDetail = z.infer<typeof noticeDetailSchema>;

export const noticeFilterSchema = z.object({
  from: time.nullable(),
  to: time.nullable(),
  category: z.enum(categories).nullable(),
  text: text(200).nullable(),
});
export type NoticeFilter = z.infer<typeof noticeFilterSchema>;

const sorts = ['at', 'category', 'replyCode', 'subject'] as const;

/** Request channels: the window asks, main answers. */
export const channels = {
  'app:info': {
    argument: z.undefined(),
    result: z.object({
      version: text(50),
      electron: text(50),
      chrome: text(50),
      /** True on the test runtime, which connects to this machine only. */
      fallbackRuntime: z.boolean(),
      language: z.enum(['en', 'zh-CN']),
      startOn: z.enum(['connect', 'overview']),
      dataFolder: text(4096),
      storeProblem: problemSchema.nullable(),
    }),
  },
  'app:set-language': { argument: z.enum(['en', 'zh-CN']), result: z.null() },
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
  /** Connects with exactly one login attempt, then scans in the background. */
  'scan:connect': {
    argument: z.object({
      address: text(320),
      password: text(1024),
      host: text(253),
      port: z.number().int().min(1).max(65535),
      /** Asked for by main through a file dialog: the window holds only its name. */
      useChosenCa: z.boolean(),
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
  'overview:get': {
    argument: z.object({
      accountId: id,
      from: time.nullable(),
      to: time.nullable(),
      bucketSize: z.enum(['hour', 'day', 'auto']),
    }),
    result: result(overviewSchema),
  },
  'notice:list': {
    argument: z.object({
      accountId: id,
      filter: noticeFilterSchema,
      sort: z.enum(sorts),
      descending: z.boolean(),
      offset: z.number().int().min(0),
      limit: z.number().int().min(1).max(500),
    }),
    result: result(z.object({ total: z.number().int(), rows: z.array(noticeRowSchema).max(500) })),
  },
  'notice:get': { argument: z.object({ noticeId: id }), result: result(noticeDetailSchema) },
  /** Opens a page of a fixed list in the browser, never an address from the window. */
  'link:open': {
    argument: z.object({ link: z.enum(['alibaba-help', 'alibaba-webmail']) }),
    result: z.null(),
  },
} as const;

/** Event channels: main tells, the window listens. */
export const events = {
  'scan:progress': scanStatusSchema,
  'language:changed': z.enum(['en', 'zh-CN']),
} as const;

export type Channel = keyof typeof channels;
export type Argument<C extends Channel> = z.infer<(typeof channels)[C]['argument']>;
export type Answer<C extends Channel> = z.infer<(typeof channels)[C]['result']>;
export type EventName = keyof typeof events;
export type EventBody<E extends EventName> = z.infer<(typeof events)[E]>;

/** What the preload puts on `window.sendwell`: one function for each use. */
export interface Bridge {
  appInfo(): Promise<Answer<'app:info'>>;
  setLanguage(language: Argument<'app:set-language'>): Promise<null>;
  listAccounts(): Promise<Answer<'account:list'>>;
  removeAccount(argument: Argument<'account:remove'>): Promise<Answer<'account:remove'>>;
  findSite(argument: Argument<'site:find'>): Promise<Answer<'site:find'>>;
  listSites(): Promise<Answer<'site:list'>>;
  connect(argument: Argument<'scan:connect'>): Promise<Answer<'scan:connect'>>;
  scanSample(): Promise<Answer<'scan:sample'>>;
  scanAgain(argument: Argument<'scan:again'>): Promise<Answer<'scan:again'>>;
  cancelScan(argument: Argument<'scan:cancel'>): Promise<null>;
  scanStatus(argument: Argument<'scan:status'>): Promise<Answer<'scan:status'>>;
  chooseCa(): Promise<Answer<'ca:choose'>>;
  overview(argument: Argument<'overview:get'>): Promise<Answer<'overview:get'>>;
  listNotices(argument: Argument<'notice:list'>): Promise<Answer<'notice:list'>>;
  getNotice(argument: Argument<'notice:get'>): Promise<Answer<'notice:get'>>;
  openLink(argument: Argument<'link:open'>): Promise<null>;
  /** Each returns a function that stops listening. */
  onScanProgress(listener: (status: ScanStatus) => void): () => void;
  onLanguageChanged(listener: (language: EventBody<'language:changed'>) => void): () => void;
}
