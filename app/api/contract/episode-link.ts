import { z } from 'zod';
import { id, time } from './common.ts';

/** Where a notification or the tray leads. */
export const episodeLinkSchema = z.object({
  accountId: id,
  /** A moment of the episode; null: the account's overview. */
  startedAt: time.nullable(),
});
export type EpisodeLink = z.infer<typeof episodeLinkSchema>;

export const episodeLinkChannels = {
  /** What was clicked before the window asked; it is told of later ones by event. */
  'episode:take': { argument: z.undefined(), result: episodeLinkSchema.nullable() },
} as const;

export const episodeLinkEvents = { 'episode:open': episodeLinkSchema } as const;
