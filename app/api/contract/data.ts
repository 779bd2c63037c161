import { z } from 'zod';
import { result, text } from './common.ts';

const bytes = z.number().int().min(0);

/** What lies in the data folder, by kind; the order in which it is shown. */
export const dataKinds = ['database', 'aside', 'logs', 'settings', 'window'] as const;
export type DataKind = (typeof dataKinds)[number];

export const dataChannels = {
  'data:usage': {
    argument: z.undefined(),
    result: result(z.object({ folder: text(4096), bytes: z.record(z.enum(dataKinds), bytes) })),
  },
  /** Shows the data folder in the system's file manager. The window names no path. */
  'data:show-folder': { argument: z.undefined(), result: z.null() },
  /** Everything but passwords, in one zip, where the person says in a dialog; its name, null: cancelled. */
  'data:export': { argument: z.undefined(), result: result(text(1000).nullable()) },
  /**
   * Deletes everything on this computer and starts the app again. The word is no secret: it keeps a question that
   * went astray from being taken for this one. Answers only where nothing was deleted.
   */
  'data:delete': {
    argument: z.strictObject({ really: z.literal('delete everything') }),
    result: result(z.null()),
  },
} as const;
