import { z } from 'zod';
import { certificateFaults, stepNames } from '../../mailbox/imap/steps.ts';
import { problemSchema, text, time } from './common.ts';

const certificateSchema = z.object({
  subject: text(300),
  issuer: text(300),
  names: z.array(text(300)).max(50),
  validFrom: time.nullable(),
  validTo: time.nullable(),
  fingerprint: text(100),
  faults: z.array(z.enum(certificateFaults)).max(5),
});
export type SeenCertificate = z.infer<typeof certificateSchema>;

const seenSchema = z.discriminatedUnion('step', [
  z.object({ step: z.literal('name'), addresses: z.array(text(45)).max(16) }),
  z.object({ step: z.literal('tcp'), address: text(45), port: z.number().int() }),
  z.object({ step: z.literal('proxy'), proxy: text(300) }),
  z.object({ step: z.literal('tls'), version: text(20), issuer: text(300) }),
  z.object({ step: z.literal('greeting'), words: text(200) }),
  z.object({ step: z.literal('login'), capabilities: z.array(text(40)).max(20) }),
  z.object({ step: z.literal('inbox'), folders: z.number().int(), messages: z.number().int() }),
]);

const stepSchema = z.object({
  name: z.enum(stepNames),
  state: z.enum(['waiting', 'running', 'done', 'failed']),
  seen: seenSchema.nullable(),
  problem: problemSchema.nullable(),
  certificate: certificateSchema.nullable(),
});
export type ConnectStep = z.infer<typeof stepSchema>;

/** The proxy for an account: the system's, none, or one that the person names. */
export const proxyChoiceSchema = z.object({
  use: z.enum(['system', 'direct', 'manual']),
  url: text(300),
  user: text(256),
  /** Held in main's memory for this session, like the mailbox password. */
  password: text(1024),
});
export type ProxyChoice = z.infer<typeof proxyChoiceSchema>;

export const connectionEvents = {
  /** The way of the connection that 'scan:connect' is making, whenever a step begins or ends. */
  'connect:steps': z.object({
    address: text(320),
    host: text(253),
    steps: z.array(stepSchema).max(10),
  }),
} as const;
