import { ipcMain } from 'electron';
import { channels, type Channel } from './contract.ts';
import { admit, type GateRules } from './gate.ts';
import { type ProblemCode, problemCodes } from '../result.ts';
import type { Handlers } from './handler.ts';

export interface RegisterOptions {
  readonly rules: GateRules;
  readonly handlers: Handlers;
  /** Told the channel and the reason, never what was asked. */
  readonly refused: (channel: Channel, reason: string) => void;
  /** Told of problems that the window is answered with, by their code alone. */
  readonly failed?: (channel: Channel, code: ProblemCode) => void;
  readonly bug: (channel: Channel, error: unknown) => void;
}

/** Opens the contract's channels, each behind the gate; there is no other way in. */
export function registerChannels(options: RegisterOptions): void {
  for (const channel of Object.keys(channels) as Channel[]) register(channel, options);
}

function register(
  channel: Channel,
  { rules, handlers, refused, failed, bug }: RegisterOptions,
): void {
  // The gate has just given the argument the shape that this channel's handler takes.
  const handle = handlers[channel] as (argument: unknown) => unknown;
  ipcMain.handle(channel, async (event, ...given: unknown[]) => {
    const admitted = admit(rules, event, channel, given);
    if (!admitted.ok) {
      refused(channel, admitted.refusal);
      throw new Error('refused');
    }
    const broken = Symbol();
    const answer = await Promise.resolve(admitted.argument)
      .then(handle)
      .catch((error: unknown) => {
        bug(channel, error);
        return broken;
      });
    // The window learns that something broke, not how main is built.
    if (answer === broken) throw new Error('internal');
    const code = problemOf(answer);
    if (code !== null) failed?.(channel, code);
    return answer;
  });
}

function problemOf(answer: unknown): ProblemCode | null {
  const { ok, problem } = (answer ?? {}) as { ok?: unknown; problem?: { code?: unknown } };
  return ok === false ? (problemCodes.find((code) => code === problem?.code) ?? null) : null;
}
