import { z } from 'zod';
import { result, text } from './common.ts';

export const exportKinds = ['csv', 'svg', 'png', 'txt'] as const;
/** What main itself may also save: a message as it came. */
export type SavedKind = ExportKind | 'eml';
export type ExportKind = (typeof exportKinds)[number];

/** Above the largest table that the window can show; bounds what a page can make main write. */
export const mostExportBytes = 8 * 1024 * 1024;

export const exportChannels = {
  /** Saves what the window shows where the person says in a dialog; the name is a proposal for it. */
  'export:save': {
    argument: z.object({
      name: text(200),
      kind: z.enum(exportKinds),
      bytes: z.instanceof(Uint8Array).refine(({ byteLength }) => byteLength <= mostExportBytes),
    }),
    /** The name it was saved under; null: the dialog was cancelled. */
    result: result(text(1000).nullable()),
  },
} as const;
