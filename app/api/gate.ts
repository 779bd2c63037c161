import { serialize } from 'node:v8';
import { channels, mostExportBytes, type Argument, type Channel } from './contract.ts';

/** Who asks, as Electron's IpcMainInvokeEvent says it; a frame is null when it is gone meanwhile. */
export interface Caller {
  readonly sender: { readonly id: number };
  readonly senderFrame: { readonly url: string; readonly parent: unknown } | null;
}

export interface GateRules {
  /** Whether this WebContents is a window that main itself opened. */
  readonly isKnownWindow: (id: number) => boolean;
  /** Whether this address is a page of ours, compared as parsed. */
  readonly isOwnPage: (address: string) => boolean;
}

export type Refusal =
  'unknown-window' | 'not-main-frame' | 'foreign-page' | 'too-large' | 'bad-argument';

export type Admitted<C extends Channel> =
  | { readonly ok: true; readonly argument: Argument<C> }
  | { readonly ok: false; readonly refusal: Refusal };

/** Far above any honest question; stops a page from making main hold and check megabytes. */
export const mostArgumentBytes = 1024 * 1024;

/** What is to be saved as a file is larger than a question. */
const mostBytesOf: Partial<Record<Channel, number>> = {
  'export:save': mostExportBytes + 64 * 1024,
};

/**
 * Decides whether a question reaches its handler: a window of ours, its main frame, a page of ours, one
 * argument of the contract's shape and of bearable size. The handler gets the checked copy, which holds
 * nothing that the contract does not name.
 */
export function admit<C extends Channel>(
  rules: GateRules,
  caller: Caller,
  channel: C,
  given: readonly unknown[],
): Admitted<C> {
  const { sender, senderFrame } = caller;
  if (!rules.isKnownWindow(sender.id)) return refuse('unknown-window');
  if (senderFrame === null || senderFrame.parent !== null) return refuse('not-main-frame');
  if (!rules.isOwnPage(senderFrame.url)) return refuse('foreign-page');
  if (given.length > 1) return refuse('bad-argument');
  if (sizeOf(given[0]) > (mostBytesOf[channel] ?? mostArgumentBytes)) return refuse('too-large');
  const parsed = channels[channel].argument.safeParse(given[0]);
  return parsed.success
    ? { ok: true, argument: parsed.data as Argument<C> }
    : refuse('bad-argument');
}

const refuse = (refusal: Refusal) => ({ ok: false, refusal }) as const;

/** In bytes of the structured clone, which sees Maps and buffers that JSON does not. */
function sizeOf(value: unknown): number {
  try {
    return serialize(value).byteLength;
  } catch {
    return Infinity;
  }
}
