import { z } from 'zod';
import { directions } from '../../bounce/notice.ts';
import { folderRoles } from '../../mailbox/mailbox.ts';

/**
 * One account of an audit: a line of accounts.ndjson and an entry of audit.json. Times are ISO 8601 with an
 * offset. What a later version adds is kept when shards are merged; what is known here has this shape.
 */
const count = z.number().int().min(0);
const text = (most: number) => z.string().max(most);
const time = text(40);

type DeepReadonly<T> = T extends (infer Item)[]
  ? readonly DeepReadonly<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]: DeepReadonly<T[Key]> }
    : T;

const sentSchema = z.object({ messages: count, recipients: count });
const paceSchema = z.object({ minute: sentSchema, hour: sentSchema, day: sentSchema });
/** Null where no stretch of that length went through without a rejection. */
const highestSchema = z.object({
  minute: sentSchema.nullable(),
  hour: sentSchema.nullable(),
  day: sentSchema.nullable(),
});

const episodeSchema = z.object({
  startedAt: time,
  endedAt: time,
  notices: count,
  failures: count,
  transient: count,
  permanent: count,
  direction: z.enum(directions),
  connectionIps: z.array(text(100)).max(10_000),
  recipientDomains: z.array(text(1000)).max(10_000),
  programs: z.array(text(2000)).max(10_000),
  /** Null: the pace was not judged. */
  pace: paceSchema.nullable(),
});

const problemSchema = z.object({
  code: text(100),
  /** What happened, in a sentence. */
  message: text(4000),
  /** The server's own words, verbatim; null where it said none. */
  detail: text(1000).nullable().default(null),
});

/** A deciding line: what an episode rests on. */
const lineSchema = z.object({
  at: time,
  recipient: text(1000).nullable(),
  subject: text(2000).nullable(),
  replyCode: z.number().int().nullable(),
  stage: text(20).nullable(),
  connectionIp: text(100).nullable(),
  tag: text(400).nullable(),
  node: text(400).nullable(),
  diagnostic: text(20_000).nullable(),
});

const evidenceSchema = z.object({
  /** Below the report's folder, with forward slashes. */
  file: text(400),
  sha256: text(64),
  bytes: count,
  /** Raw notices in the file, and how many there should be. */
  notices: count,
  of: count,
});

const auditedSchema = z.object({
  account: text(1000),
  /** Null: mail files, no server was asked. */
  host: text(1000).nullable(),
  scannedAt: time,
  since: time.nullable(),
  folders: z
    .array(
      z.object({
        path: text(2000),
        role: z.enum([...folderRoles, 'import']),
        messages: count,
        swept: count,
        candidates: count,
        notices: count,
      }),
    )
    .max(100_000),
  notScanned: z.array(text(4000)).max(10_000),
  totals: z.object({ notices: count, failures: count, throttled: count }),
  state: z.enum(['limited', 'recovering', 'healthy', 'unknown']),
  /** The state in a sentence, with what it rests on. */
  summary: text(4000),
  episodes: z.array(episodeSchema).max(100_000),
  /** Null: the sending pace was not judged. */
  pace: z
    .object({
      sentMessages: count,
      coverage: z.number().min(0).max(1).nullable(),
      highestWithoutRejection: highestSchema.nullable(),
    })
    .nullable(),
  /** Null: the causes were not judged. */
  cause: z
    .array(
      z.object({
        name: z.enum(['pace', 'weak-password', 'stolen-account', 'forged-sender']),
        likelihood: z.enum(['likely', 'possible', 'unlikely']),
        evidence: z.array(text(4000)).max(100),
      }),
    )
    .max(10)
    .nullable(),
  advice: z
    .object({
      action: z.enum(['none', 'pause', 'stop-for-a-day', 'contact-support']),
      retryAt: time.nullable(),
      why: text(4000),
      alsoDo: z.array(z.enum(['change-password', 'slow-down', 'direct-mail', 'review-account'])),
    })
    .nullable(),
  traffic: z.object({ bytesIn: count, bytesOut: count, roundTrips: count, seconds: z.number() }),
  /** What ended the reading half-way; null: everything asked for was read. */
  problem: problemSchema.nullable(),
  /** Days of the report's time zone on which something happened, in order. */
  timeline: z
    .array(z.object({ day: text(10), transient: count, permanent: count, sent: count }))
    .max(50_000),
  /** The newest deciding lines; `lineCount` says how many there are. */
  lines: z.array(lineSchema).max(1000),
  lineCount: count,
  password: z.object({
    /** When it was changed, as recorded. */
    changes: z.array(time).max(10_000),
    /** How the password in use was judged, on this computer; it is not kept. */
    check: z.object({ at: time, compliant: z.boolean(), score: count }).nullable(),
  }),
  /** Null: no raw notice was collected. */
  evidence: evidenceSchema.nullable(),
});
export type Audited = DeepReadonly<z.infer<typeof auditedSchema>>;

/** An account of which nothing could be read. */
const unreadSchema = z.object({
  account: text(1000),
  host: text(1000).nullable(),
  problem: problemSchema,
  /** When it was tried; null: nothing was sent to the server. */
  triedAt: time.nullable().default(null),
});
export type Unread = DeepReadonly<z.infer<typeof unreadSchema>>;

export type AuditEntry = Audited | Unread;

export const isAudited = (entry: AuditEntry): entry is Audited => 'state' in entry;

/** Reads a line of accounts.ndjson, which may come from another machine; null for what is none. */
export function parseEntry(line: string): AuditEntry | null {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return null;
  }
  const read = (
    typeof value === 'object' && value !== null && 'state' in value ? auditedSchema : unreadSchema
  ).safeParse(value);
  return read.success ? read.data : null;
}

/** What stands above the accounts: audit.json without them. */
export const auditHeadSchema = z.object({
  generatedAt: time,
  since: time.nullable(),
  shard: z.object({ index: count, count }).nullable(),
  tool: text(100),
  timeZone: text(100),
  language: z.enum(['en', 'zh-CN']),
  redacted: z.boolean(),
  /** Accounts asked for that were not tried yet: the audit was interrupted. */
  remaining: count,
});
export type AuditHead = z.infer<typeof auditHeadSchema>;

/** The part behind the @; empty for what is no address. */
export const domainOf = (account: string): string =>
  account.includes('@') ? account.slice(account.lastIndexOf('@') + 1) : '';
