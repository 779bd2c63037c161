import { createServer, type Socket } from 'node:net';

export type Moment = 'connect' | 'hello' | 'mail' | 'rcpt' | 'data' | 'end-of-data';

export interface Asked {
  readonly at: Moment;
  /** The address of this MAIL or RCPT, without its angle brackets; else empty. */
  readonly address: string;
  /** Recipients taken so far in this transaction. */
  readonly recipients: readonly string[];
}

/**
 * A whole reply without its last line end, several lines with `\r\n` between; undefined: the usual consent.
 * Bytes, for a reply that is not UTF-8.
 */
export type Answer = (asked: Asked) => string | Uint8Array | undefined;

export interface FakeSmtpOptions {
  readonly answer?: Answer;
  readonly host?: string;
  readonly port?: number;
  readonly name?: string;
  /** EHLO keywords. */
  readonly extensions?: readonly string[];
}

export interface FakeSmtp {
  readonly port: number;
  /** Commands as they came, for a test that looks at what a client said. */
  readonly commands: string[];
  /** Messages that were taken, as sent on the wire. */
  readonly messages: { readonly recipients: readonly string[]; readonly raw: string }[];
  setAnswer(answer: Answer): void;
  stop(): Promise<void>;
}

const consent: Readonly<Record<Moment, string>> = {
  connect: '220 ready',
  hello: '250 hello',
  mail: '250 2.1.0 Mail OK',
  rcpt: '250 2.1.5 Rcpt OK',
  data: '354 End data with <CR><LF>.<CR><LF>',
  'end-of-data': '250 2.0.0 Data OK: queued',
};

/** An SMTP server (RFC 5321) that takes every mail except where `answer` says otherwise. */
export async function startFakeSmtp(options: FakeSmtpOptions = {}): Promise<FakeSmtp> {
  const session = {
    name: options.name ?? 'fake.example.com',
    extensions: options.extensions ?? ['PIPELINING', '8BITMIME', 'SMTPUTF8', 'SIZE 52428800'],
    answer: options.answer ?? (() => undefined),
    commands: [] as string[],
    messages: [] as { recipients: readonly string[]; raw: string }[],
  };
  const open = new Set<Socket>();
  const server = createServer((socket) => {
    open.add(socket);
    socket.on('close', () => open.delete(socket));
    socket.on('error', () => socket.destroy());
    talk(socket, session);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, options.host ?? '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port was given');
  return {
    port: address.port,
    commands: session.commands,
    messages: session.messages,
    setAnswer: (answer) => void (session.answer = answer),
    stop: async () => {
      open.forEach((socket) => socket.destroy());
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

interface Session {
  readonly name: string;
  readonly extensions: readonly string[];
  answer: Answer;
  readonly commands: string[];
  readonly messages: { recipients: readonly string[]; raw: string }[];
}

function talk(socket: Socket, session: Session): void {
  let recipients: string[] = [];
  let rest = '';
  let data: string[] | null = null;
  const reply = (at: Moment, address = ''): boolean => {
    const special = session.answer({ at, address, recipients });
    const words = special ?? consent[at];
    socket.write(typeof words === 'string' ? `${words}\r\n` : words);
    if (typeof words !== 'string') socket.write('\r\n');
    const code = Number(Buffer.from(words.slice(0, 3)).toString('latin1'));
    return code < 400;
  };
  if (!reply('connect')) {
    socket.end();
    return;
  }
  const take = (line: string): void => {
    if (data) {
      if (line !== '.') {
        data.push(line.startsWith('.') ? line.slice(1) : line);
        return;
      }
      const raw = data.join('\r\n');
      data = null;
      if (reply('end-of-data')) session.messages.push({ recipients, raw });
      recipients = [];
      return;
    }
    session.commands.push(line);
    const verb = line.slice(0, 4).toUpperCase();
    const address = /<([^>]*)>/.exec(line)?.[1] ?? '';
    if (verb === 'EHLO') {
      const special = session.answer({ at: 'hello', address, recipients });
      const lines = [session.name, ...session.extensions];
      const listed = lines.map((text, n) => `250${n === lines.length - 1 ? ' ' : '-'}${text}`);
      socket.write(special ?? listed.join('\r\n'));
      socket.write('\r\n');
    } else if (verb === 'HELO') reply('hello');
    else if (verb === 'MAIL') {
      recipients = [];
      reply('mail', address);
    } else if (verb === 'RCPT') {
      if (reply('rcpt', address)) recipients.push(address);
    } else if (verb === 'DATA') {
      if (recipients.length === 0) socket.write('503 bad sequence of commands\r\n');
      else if (reply('data')) data = [];
      else recipients = [];
    } else if (verb === 'QUIT') {
      socket.end('221 2.0.0 Bye\r\n');
    } else if (verb === 'RSET' || verb === 'NOOP') {
      recipients = [];
      socket.write('250 OK\r\n');
    } else socket.write('502 command not implemented\r\n');
  };
  socket.on('data', (chunk: Buffer) => {
    rest += chunk.toString('latin1');
    for (let end = rest.indexOf('\n'); end !== -1; end = rest.indexOf('\n')) {
      const line = rest.slice(0, end).replace(/\r$/, '');
      rest = rest.slice(end + 1);
      take(Buffer.from(line, 'latin1').toString('utf8'));
    }
  });
}
