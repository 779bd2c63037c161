import { readFileSync } from 'node:fs';
import { connect, type TLSSocket } from 'node:tls';
import { until } from '../../servers/machine.ts';

/** A bare IMAP talker for tests of the servers themselves; the app's own client is tested elsewhere. */
export class BareImap {
  readonly #socket: TLSSocket;
  #received = '';
  #tag = 0;

  private constructor(socket: TLSSocket) {
    this.#socket = socket;
    socket.on('data', (chunk: Buffer) => (this.#received += chunk.toString('utf8')));
    socket.on('error', () => undefined);
  }

  static async connect(server: { host: string; port: number; caFile: string }): Promise<BareImap> {
    const socket = connect({
      host: server.host,
      port: server.port,
      ca: readFileSync(server.caFile),
    });
    await new Promise((resolve, reject) => {
      socket.once('secureConnect', resolve);
      socket.once('error', reject);
    });
    return new BareImap(socket);
  }

  get received(): string {
    return this.#received;
  }

  get closed(): boolean {
    return this.#socket.closed;
  }

  /** Sends one command and returns everything up to its tagged answer. */
  async command(text: string): Promise<string> {
    const tag = `t${++this.#tag}`;
    const from = this.#received.length;
    this.#socket.write(`${tag} ${text}\r\n`);
    return until(() => {
      const answer = this.#received.slice(from);
      return new RegExp(`^${tag} .*\r\n`, 'm').test(answer) ? answer : null;
    }, `an answer to ${text}`);
  }

  send(text: string): void {
    this.#socket.write(text);
  }

  async expect(pattern: RegExp): Promise<void> {
    await until(() => (pattern.test(this.#received) ? true : null), String(pattern));
  }

  async ends(): Promise<void> {
    await until(() => (this.#socket.closed ? true : null), 'the end of the connection');
  }

  close(): void {
    this.#socket.destroy();
  }
}
