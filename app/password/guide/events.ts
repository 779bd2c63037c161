import { z } from 'zod';
import { clientSchema, mostClients } from './progress.ts';
import { changers, guideSteps, passwordKinds, reviewItems } from './steps.ts';

/**
 * What the owner does in the guide. `next` names the step that it leaves, so that a double click leaves one
 * step and not two.
 */
export const guideEventSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('start') }),
  z.object({ type: z.literal('choose-changer'), changer: z.enum(changers) }),
  z.object({ type: z.literal('choose-kind'), kind: z.enum(passwordKinds) }),
  z.object({ type: z.literal('set-clients'), clients: z.array(clientSchema).max(mostClients) }),
  z.object({ type: z.literal('next'), from: z.enum(guideSteps) }),
  z.object({ type: z.literal('go-back'), to: z.enum(guideSteps) }),
  z.object({ type: z.literal('changed') }),
  z.object({ type: z.literal('works-in-webmail') }),
  z.object({ type: z.literal('locked') }),
  z.object({ type: z.literal('not-locked') }),
  z.object({ type: z.literal('review'), item: z.enum(reviewItems), done: z.boolean() }),
  z.object({ type: z.literal('leave') }),
]);
export type GuideEvent = z.infer<typeof guideEventSchema>;
