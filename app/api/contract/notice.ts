import { z } from 'zod';
import { actions, categories, directions, phrases, stages } from '../../bounce/notice.ts';
import { id, result, text, time } from './common.ts';
import { rejectionFilterSchema } from './overview.ts';

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
  /** It is no longer in the mailbox. */
  expunged: z.boolean(),
  /** The mail file or log it was imported from; null: it was read in the mailbox. */
  importedFrom: text(1000).nullable(),
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

/** The filter that all views share, and what the table adds to it. */
export const noticeFilterSchema = rejectionFilterSchema.extend({
  category: z.enum(categories).nullable(),
  text: text(200).nullable(),
});
export type NoticeFilter = z.infer<typeof noticeFilterSchema>;

const sorts = ['at', 'category', 'replyCode', 'subject'] as const;

export const noticeChannels = {
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
  /**
   * Fetches the message anew from its mailbox, unchanged, and saves it where the person says. It is not kept here, so
   * this takes the session's password. The name it was saved under; null: the dialog was cancelled.
   */
  'notice:save': {
    argument: z.object({ noticeId: id }),
    result: result(text(1000).nullable()),
  },
  'notice:get': { argument: z.object({ noticeId: id }), result: result(noticeDetailSchema) },
} as const;
