import { z } from 'zod';
import { changers, guideSteps, outcomes, passwordKinds, reviewItems } from './steps.ts';

const time = z.number().int().min(-8.64e15).max(8.64e15);

/** Bounds on what the owner may type; a list of clients is a note, not a database. */
export const mostClients = 30;
export const longestClientName = 80;
/** Refusals that are remembered; the newest count. */
export const mostRefusals = 20;

export const clientSchema = z.object({
  name: z.string().max(longestClientName),
  paused: z.boolean(),
  resumed: z.boolean(),
});
export type Client = z.infer<typeof clientSchema>;

export const trySchema = z.object({
  at: time,
  outcome: z.enum(outcomes),
  /** The server's or the system's own words. */
  words: z.string().max(1000).nullable(),
});
export type Try = z.infer<typeof trySchema>;

/**
 * How far a change has come. It is stored and survives a restart; no password has a place in it. Times are
 * milliseconds since 1970 UTC.
 */
export const progressSchema = z.object({
  step: z.enum(guideSteps),
  startedAt: time,
  changer: z.enum(changers).nullable(),
  kind: z.enum(passwordKinds).nullable(),
  clients: z.array(clientSchema).max(mostClients),
  /** When the owner said that the new password was saved. */
  changedAt: time.nullable(),
  /** A login by this app, or the owner's word that webmail took it. */
  proof: z.enum(['login', 'webmail']).nullable(),
  provenAt: time.nullable(),
  lastTry: trySchema.nullable(),
  refusals: z.array(time).max(mostRefusals),
  lockedUntil: time.nullable(),
  /** Since when this app signs in with what is valid now. */
  appUpdatedAt: time.nullable(),
  reviewed: z.array(z.enum(reviewItems)).max(reviewItems.length),
  finishedAt: time.nullable(),
});
export type Progress = Readonly<z.infer<typeof progressSchema>>;

export const freshProgress = (now: number): Progress => ({
  step: 'who',
  startedAt: now,
  changer: null,
  kind: null,
  clients: [],
  changedAt: null,
  proof: null,
  provenAt: null,
  lastTry: null,
  refusals: [],
  lockedUntil: null,
  appUpdatedAt: null,
  reviewed: [],
  finishedAt: null,
});

/** What was stored before; null for what is damaged or comes from another version. */
export function parseProgress(stored: string): Progress | null {
  try {
    const parsed = progressSchema.safeParse(JSON.parse(stored));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
