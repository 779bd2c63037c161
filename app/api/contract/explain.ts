import { z } from 'zod';
import { id, problemSchema, result, text, time } from './common.ts';
import { noticeDetailSchema } from './notice.ts';
import { adviceSchema, causeSchema, episodeSchema } from './overview.ts';

/** A notice outside any mailbox: it has a source in place of folder and UID. */
const explainedSchema = noticeDetailSchema
  .omit({ id: true, folder: true, uid: true })
  .extend({ source: text(4096) });
export type Explained = z.infer<typeof explainedSchema>;

/** What pasted text, mail files or logs say: the same verdict and advice as for a mailbox. */
export const explanationSchema = z.object({
  /** The first notices; `bounces` says how many there are. */
  notices: z.array(explainedSchema).max(500),
  messages: z.number().int().min(0),
  bounces: z.number().int().min(0),
  throttled: z.number().int().min(0),
  episodes: z.array(episodeSchema).max(500),
  advice: adviceSchema.nullable(),
  causes: z.array(causeSchema).max(4),
  /** When the last rejection was, if a time could be read. */
  lastAt: time.nullable(),
  /** Files that could not be read, or only in part. */
  problems: z.array(problemSchema).max(100),
});
export type Explanation = z.infer<typeof explanationSchema>;

/** Paths come from the system's own file dialog or a drop on the window, through the preload. */
const paths = z.array(text(4096)).min(1).max(1000);

export const explainChannels = {
  'explain:text': {
    argument: z.object({ text: text(900_000) }),
    result: result(explanationSchema),
  },
  'explain:files': { argument: z.object({ paths }), result: result(explanationSchema) },
  /** Opens a file dialog; an empty list when nothing was chosen. */
  'explain:choose': {
    argument: z.object({ kind: z.enum(['files', 'folder']) }),
    result: z.array(text(4096)).max(1000),
  },
  /** Adds what mail files and logs hold to an account's history. */
  'import:files': {
    argument: z.object({ accountId: id, paths }),
    result: result(
      z.object({
        messages: z.number().int().min(0),
        added: z.number().int().min(0),
        alreadyKnown: z.number().int().min(0),
        throttled: z.number().int().min(0),
        problems: z.array(problemSchema).max(100),
      }),
    ),
  },
} as const;
