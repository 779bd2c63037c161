import type { TLSSocket } from 'node:tls';
import {
  refusal,
  refusesSearch,
  rewriteCapabilities,
  rewriteListLine,
  withoutDates,
  type SearchManner,
} from './alibaba-manners.ts';
import type { TestFolder } from './dovecot.ts';
import { ImapSplitter, type Piece } from './imap-stream.ts';
import { FaultyAnswer } from './proxy-answers.ts';
import type { CommandFault, Cut, FaultPlan, Side } from './proxy-faults.ts';
import {
  hidesSecrets,
  readCommand,
  withoutSecrets,
  type ProxyRecord,
  type RecordedCommand,
} from './proxy-record.ts';

export interface ProxyState {
  record: ProxyRecord;
  faults: FaultPlan;
  latencyMs: number;
  connectionsEver: number;
  readonly search: SearchManner;
  readonly capabilities: string | null;
  readonly folders: readonly TestFolder[];
}

type Mode = 'talking' | 'silent' | 'closed';

/** One client and its own connection to the server behind. */
export class ProxyConnection {
  readonly #client: TLSSocket;
  readonly #server: TLSSocket;
  readonly #state: ProxyState;
  readonly #number: number;
  readonly #cut: Cut | null;
  readonly #waiting: RecordedCommand[] = [];
  readonly #answers = new Map<RecordedCommand, FaultyAnswer>();
  #current: RecordedCommand | null = null;
  #mode: Mode = 'talking';
  readonly #passed: Record<Side, number> = { 'to-client': 0, 'to-server': 0 };
  #clientListened = false;

  constructor(client: TLSSocket, server: TLSSocket, state: ProxyState) {
    this.#client = client;
    this.#server = server;
    this.#state = state;
    state.record.connections += 1;
    this.#number = ++state.connectionsEver;
    this.#cut = state.faults.atConnection();
  }

  start(): void {
    const fromClient = new ImapSplitter();
    const fromServer = new ImapSplitter();
    this.#endTogether();
    const greeting = this.#state.faults.atCommand('greeting');
    if (this.#answerInstead(greeting, '*')) return;
    this.#client.on('data', (chunk: Buffer) => {
      const { latencyMs } = this.#state;
      const take = () => {
        const part = this.#beforeCut('to-server', chunk);
        this.#countClient(part.length);
        for (const piece of fromClient.push(part)) this.#takeFromClient(piece);
        if (part.length < chunk.length) this.#cutNow();
      };
      // Equal timers keep their order, so pipelined commands stay in line and pay once.
      if (latencyMs > 0) setTimeout(take, latencyMs);
      else take();
    });
    this.#server.on('data', (chunk: Buffer) => {
      const out = fromServer.push(chunk).map((piece) => this.#passToClient(piece));
      this.#toClient(Buffer.concat(out));
    });
  }

  #endTogether(): void {
    for (const [one, other] of [
      [this.#client, this.#server],
      [this.#server, this.#client],
    ] as const) {
      one.on('error', () => other.destroy());
      one.on('close', () => {
        if (this.#mode !== 'silent' || one === this.#client) other.end();
      });
    }
  }

  #countClient(bytes: number): void {
    const { record } = this.#state;
    record.bytesToServer += bytes;
    if (this.#clientListened || this.#waiting.length === 0) record.roundTrips += 1;
    this.#clientListened = false;
  }

  #takeFromClient(piece: Piece): void {
    if (this.#mode !== 'talking') return;
    const text = piece.bytes.toString('utf8');
    if (piece.continues) {
      this.#extendCurrent(piece, text);
      this.#toServer(piece.bytes);
      return;
    }
    if (this.#isContinuation(text)) {
      this.#note(
        '',
        text.trim().toUpperCase() === 'DONE' ? 'DONE' : '(continuation)',
        '***',
        piece,
      );
      this.#toServer(piece.bytes);
      return;
    }
    const { tag, verb } = readCommand(text);
    const command = this.#note(tag, verb, withoutSecrets(text), piece);
    this.#waiting.push(command);
    const faults = this.#state.faults.atCommand(text);
    this.#answers.set(command, new FaultyAnswer(faults));
    if (this.#answerInstead(faults, tag)) return;
    if (refusesSearch(text, this.#state.search)) {
      this.#toClient(this.#completed(`${tag} ${refusal}\r\n`));
      return;
    }
    const line = this.#state.faults.ignoresDates() ? withoutDates(text) : text;
    this.#toServer(Buffer.from(line));
  }

  /** A line without a tag: the end of IDLE, or an answer to the server's challenge. */
  #isContinuation(text: string): boolean {
    const verb = this.#waiting.at(-1)?.verb;
    return (verb === 'IDLE' && /^done\r?\n$/i.test(text)) || verb === 'AUTHENTICATE';
  }

  #note(tag: string, verb: string, line: string, piece: Piece): RecordedCommand {
    const command: RecordedCommand = {
      connection: this.#number,
      tag,
      verb,
      line: verb === 'DONE' ? 'DONE' : line,
      bytesToServer: piece.bytes.length,
      bytesToClient: 0,
      status: null,
      answer: '',
    };
    this.#state.record.commands.push(command);
    this.#current = command;
    return command;
  }

  #extendCurrent(piece: Piece, text: string): void {
    if (!this.#current) return;
    this.#current.bytesToServer += piece.bytes.length;
    if (!hidesSecrets(this.#current.verb))
      this.#current.line += piece.kind === 'line' ? text.trimEnd() : ` ${text}`;
  }

  /** True when a fault has answered, or will never answer. */
  #answerInstead(faults: readonly CommandFault[], tag: string): boolean {
    for (const fault of faults) {
      switch (fault.kind) {
        case 'close':
          this.#close();
          return true;
        case 'stall':
          this.#mode = 'silent';
          return true;
        case 'garbage':
          this.#toClient(Buffer.from(`${fault.line ?? '%$ no such thing as IMAP'}\r\n`));
          break;
        case 'endless-line':
          this.#flood(Buffer.alloc(65_536, 'A'));
          return true;
        case 'endless-answers':
          this.#flood(Buffer.from(`${fault.line}\r\n`.repeat(1000)));
          return true;
        case 'reply':
          if (fault.status === 'BYE') {
            this.#toClient(Buffer.from(`* BYE ${fault.text}\r\n`));
            this.#mode = 'closed';
            this.#client.end();
            this.#server.destroy();
          } else this.#toClient(this.#completed(`${tag} ${fault.status} ${fault.text}\r\n`));
          return true;
        // What changes the real answer is FaultyAnswer's work.
        case 'late-reply':
        case 'wrong-tag':
        case 'interject':
        case 'literal':
        case 'size':
        case 'found':
        case 'rows':
          break;
      }
    }
    return false;
  }

  /** A piece from the server as the client shall see it, counted for the command that it answers. */
  #passToClient(piece: Piece): Buffer {
    const [command] = this.#waiting;
    const text = this.#isBulk(piece) ? null : this.#rewrite(piece.bytes.toString('utf8'));
    if (text !== null && command && text.startsWith(`${command.tag} `))
      return this.#end(text, command);
    const answer = command && this.#answers.get(command);
    const shown = text === null ? piece : { ...piece, bytes: Buffer.from(text) };
    const out = !answer || answer.untouched ? shown.bytes : answer.piece(shown);
    if (command) command.bytesToClient += out.length;
    return out;
  }

  #end(line: string, command: RecordedCommand): Buffer {
    const answer = this.#answers.get(command);
    const rest = answer?.rest() ?? Buffer.alloc(0);
    command.bytesToClient += rest.length;
    const last = answer?.end(line) ?? line;
    const wrongTag = !last.startsWith(`${command.tag} `);
    return Buffer.concat([rest, wrongTag ? Buffer.from(last) : this.#completed(last)]);
  }

  /** Literals and the many lines of a big FETCH, which need no rewriting. */
  #isBulk({ kind, continues, bytes }: Piece): boolean {
    return (
      kind === 'literal' || continues || /^\* \d/.test(bytes.subarray(0, 3).toString('latin1'))
    );
  }

  #rewrite(line: string): string {
    const { capabilities, folders } = this.#state;
    const shown = capabilities === null ? line : rewriteCapabilities(line, capabilities);
    return rewriteListLine(shown, this.#waiting[0]?.verb ?? '', folders);
  }

  #completed(line: string): Buffer {
    const { tag } = readCommand(line);
    const at = this.#waiting.findIndex((command) => command.tag === tag);
    const [command] = at === -1 ? [] : this.#waiting.splice(at, 1);
    const words = /^\S+ (OK|NO|BAD)\b *(.*)/i.exec(line);
    if (command && words) {
      command.status = (words[1] ?? '').toUpperCase() as 'OK' | 'NO' | 'BAD';
      command.answer = words[2] ?? '';
      command.bytesToClient += Buffer.byteLength(line);
      this.#answers.delete(command);
    }
    return Buffer.from(line);
  }

  #toServer(bytes: Buffer): void {
    if (!this.#server.destroyed) this.#server.write(bytes);
  }

  #toClient(bytes: Buffer): void {
    if (this.#mode !== 'talking' || this.#client.destroyed || bytes.length === 0) return;
    const part = this.#beforeCut('to-client', bytes);
    this.#clientListened = true;
    this.#state.record.bytesToClient += part.length;
    if (!this.#client.write(part)) {
      this.#server.pause();
      this.#client.once('drain', () => this.#server.resume());
    }
    if (part.length < bytes.length) this.#cutNow();
  }

  /** As much of it as may pass. */
  #beforeCut(side: Side, bytes: Buffer): Buffer {
    const left = this.#cut?.side === side ? this.#cut.bytes - this.#passed[side] : Infinity;
    const part = bytes.length > left ? bytes.subarray(0, Math.max(0, left)) : bytes;
    this.#passed[side] += part.length;
    return part;
  }

  #cutNow(): void {
    if (this.#cut?.stall === true) this.#mode = 'silent';
    else this.#close();
  }

  #close(): void {
    this.#mode = 'closed';
    this.#client.end();
    this.#server.destroy();
    // `end` lets the bytes out that were written; a client that ignores it must still see the connection go.
    setTimeout(() => this.#client.destroy(), 50).unref();
  }

  #flood(chunk: Buffer): void {
    this.#mode = 'silent';
    this.#client.on('error', () => undefined);
    const pour = () => {
      while (!this.#client.destroyed && this.#client.write(chunk)) {
        this.#state.record.bytesToClient += chunk.length;
      }
    };
    this.#client.on('drain', pour);
    pour();
  }
}
