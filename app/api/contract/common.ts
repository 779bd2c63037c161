import { z } from 'zod';
import { problemCodes } from '../../result.ts';

/** Pieces that every topic of the contract uses. Times are milliseconds since 1970 (UTC). */
export const time = z.number().int().min(-8.64e15).max(8.64e15);
export const text = (max: number) => z.string().max(max);
export const id = z.number().int().positive();

export const problemSchema = z.object({
  code: z.enum(problemCodes),
  subject: text(1000).nullable(),
  detail: text(1000).nullable(),
});

export const result = <T extends z.ZodType>(value: T) =>
  z.discriminatedUnion('ok', [
    z.object({ ok: z.literal(true), value }),
    z.object({ ok: z.literal(false), problem: problemSchema }),
  ]);
