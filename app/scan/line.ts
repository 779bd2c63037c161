import type { Mailbox, Traffic } from '../mailbox/mailbox.ts';
import { failed, ok, type Result } from '../result.ts';

/** Opens the mailbox again with the password that was accepted before. */
export type Reconnect = () => Promise<Result<Mailbox>>;

const nothing: Traffic = { bytesIn: 0, bytesOut: 0, roundTrips: 0 };

/** The one connection that a scan holds at a time; it may be replaced by a new one, and the traffic of all is summed. */
export class Line {
  #mailbox: Mailbox;
  readonly #reconnect: Reconnect | null;
  #before = nothing;
  #closed = false;

  constructor(mailbox: Mailbox, reconnect: Reconnect | null) {
    this.#mailbox = mailbox;
    this.#reconnect = reconnect;
  }

  get host(): string {
    return this.#mailbox.host;
  }

  /** Whether there is a connection or a way to get one. */
  get canGoOn(): boolean {
    return !this.#closed && (this.#mailbox.isOpen() || this.#reconnect !== null);
  }

  /** The open mailbox, connected anew where the connection was lost: one login, never repeated here. */
  async mailbox(): Promise<Result<Mailbox>> {
    if (this.#mailbox.isOpen() && !this.#closed) return ok(this.#mailbox);
    if (this.#reconnect === null || this.#closed)
      return failed('connection-closed', this.#mailbox.host);
    const opened = await this.#reconnect();
    if (!opened.ok) return opened;
    this.#before = sum(this.#before, this.#mailbox.traffic());
    this.#mailbox = opened.value;
    await this.#closeIfToldMeanwhile();
    return opened;
  }

  traffic(): Traffic {
    return sum(this.#before, this.#mailbox.traffic());
  }

  async #closeIfToldMeanwhile(): Promise<void> {
    if (this.#closed) await this.#mailbox.close();
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#mailbox.close();
  }
}

const sum = (a: Traffic, b: Traffic): Traffic => ({
  bytesIn: a.bytesIn + b.bytesIn,
  bytesOut: a.bytesOut + b.bytesOut,
  roundTrips: a.roundTrips + b.roundTrips,
});
