import type {
  Answer,
  Listeners,
  ReadCommand,
  Session,
} from '../../../../app/mailbox/imap/session.ts';
import type { Token, Untagged } from '../../../../app/mailbox/imap/wire.ts';

/** What a scripted server says to one command: untagged answers by name, and how it ends. */
export interface Reply {
  readonly lines?: readonly (readonly [name: string, untagged: Untagged])[];
  readonly end?: Answer;
}

export const refuse = (text = 'invalid command or parameters'): Reply => ({
  end: { kind: 'refused', refusal: { status: 'BAD', code: null, text } },
});

/** A session whose server is a function; it keeps the commands in words. */
export class ScriptedSession implements Session {
  readonly host = 'imap.example.com';
  readonly commands: string[] = [];
  readonly #capabilities: readonly string[];
  readonly #server: (command: string) => Reply;

  constructor(server: (command: string) => Reply, capabilities: readonly string[] = []) {
    this.#server = server;
    this.#capabilities = capabilities;
  }

  hasCapability(name: string): boolean {
    return this.#capabilities.includes(name);
  }

  run(command: ReadCommand, arguments_: readonly Token[], listeners: Listeners): Promise<Answer> {
    const words = [command, ...arguments_.map(inWords)].join(' ');
    this.commands.push(words);
    const { lines = [], end = { kind: 'done', code: null } } = this.#server(words);
    for (const [name, untagged] of lines) listeners[name]?.(untagged);
    return Promise.resolve(end);
  }

  async idle(listeners: Listeners, until: Promise<unknown>): Promise<Answer> {
    this.commands.push('IDLE');
    const { lines = [], end = { kind: 'done', code: null } } = this.#server('IDLE');
    for (const [name, untagged] of lines) listeners[name]?.(untagged);
    if (end.kind === 'done') {
      await until;
      this.commands.push('DONE');
    }
    return end;
  }
}

const inWords = (token: Token): string => {
  if (!('type' in token)) return `(${token.map(inWords).join(' ')})`;
  if (token.type === 'STRING') return `"${token.value}"`;
  if (token.type === 'SEQUENCE') return token.value;
  const section = token.section ? `[${token.section.map(inWords).join(' ')}]` : '';
  return token.value + section + (token.partial ? `<${token.partial.join('.')}>` : '');
};

export const leaf = (value: unknown, section?: readonly unknown[]) =>
  section ? { type: 'ATOM', value, section } : { type: 'ATOM', value };

export const fetchLine = (...items: readonly unknown[]): readonly [string, Untagged] => [
  'FETCH',
  { command: '1', attributes: [leaf('FETCH'), items] },
];
