import type { Problem } from '../../result.ts';

export const certificateFaults = [
  'expired',
  'not-yet-valid',
  'wrong-host',
  'self-signed',
  'unknown-authority',
] as const;
export type CertificateFault = (typeof certificateFaults)[number];

/** A server's certificate as people can compare it with what their administrator says. */
export interface SeenCertificate {
  readonly subject: string;
  readonly issuer: string;
  /** DNS names and addresses that it is good for, at most 50. */
  readonly names: readonly string[];
  /** Milliseconds since 1970 (UTC); null when it says none that can be read. */
  readonly validFrom: number | null;
  readonly validTo: number | null;
  /** SHA-256 of the whole certificate, in pairs with colons. */
  readonly fingerprint: string;
  /** Why it is not trusted; empty when it is. */
  readonly faults: readonly CertificateFault[];
}

/** The way to a mailbox, in order. Through a proxy, which looks the name up itself, 'proxy' stands for the first two. */
export const stepNames = ['name', 'tcp', 'proxy', 'tls', 'greeting', 'login', 'inbox'] as const;
export type StepName = (typeof stepNames)[number];

/** What was seen in a step that went well. */
export type StepSeen =
  | { readonly step: 'name'; readonly addresses: readonly string[] }
  | { readonly step: 'tcp'; readonly address: string; readonly port: number }
  | { readonly step: 'proxy'; readonly proxy: string }
  | { readonly step: 'tls'; readonly version: string; readonly issuer: string }
  | { readonly step: 'greeting'; readonly words: string }
  /** Those that matter here: IDLE (it can be watched), XLIST and SPECIAL-USE (it names its folders' roles). */
  | { readonly step: 'login'; readonly capabilities: readonly string[] }
  | { readonly step: 'inbox'; readonly folders: number; readonly messages: number };

export interface ConnectStep {
  readonly name: StepName;
  readonly state: 'waiting' | 'running' | 'done' | 'failed';
  readonly seen: StepSeen | null;
  readonly problem: Problem | null;
  /** Of a server that is not trusted. */
  readonly certificate: SeenCertificate | null;
}

/** Told the whole way whenever something about it changes. */
export type StepListener = (steps: readonly ConnectStep[]) => void;

/** Keeps the steps of one attempt; one is running at a time, and nothing follows one that failed. */
export class Steps {
  #steps: readonly ConnectStep[];
  readonly #listener: StepListener | undefined;

  constructor(names: readonly StepName[], listener: StepListener | undefined) {
    this.#listener = listener;
    this.#steps = names.map((name) => ({ ...untried, name }));
  }

  begin(name: StepName): void {
    this.#change(name, { state: 'running' });
  }

  done(seen: StepSeen): void {
    this.#change(seen.step, { state: 'done', seen });
  }

  isDone(name: StepName): boolean {
    return this.#steps.find((step) => step.name === name)?.state === 'done';
  }

  /** What is running, or would have been next, is what failed. */
  fail(problem: Problem, certificate: SeenCertificate | null = null): void {
    const current =
      this.#steps.find(({ state }) => state === 'running') ??
      this.#steps.find(({ state }) => state === 'waiting');
    if (current) this.#change(current.name, { state: 'failed', problem, certificate });
  }

  #change(name: StepName, change: Partial<ConnectStep>): void {
    this.#steps = this.#steps.map((step) => (step.name === name ? { ...step, ...change } : step));
    this.#listener?.(this.#steps);
  }
}

const untried = { state: 'waiting', seen: null, problem: null, certificate: null } as const;
