import { readFileSync } from 'node:fs';
import { createServer, type TLSSocket } from 'node:tls';
import { ordinary, sentMail, throttleNotice } from '../app/scan/mails.ts';
import type { MemoryMessage } from '../app/scan/memory-mailbox.ts';
import type { Certificate } from './ca.ts';
import { ImapSplitter } from './imap-stream.ts';
import { readCommand } from './proxy-record.ts';

/** What the server says to one command: the answer's lines and its last, tagged one. */
export interface ScriptedAnswer {
  readonly untagged: Buffer;
  readonly tagged: Buffer;
}

/** Gets the honest answer to a command and gives the one that is sent; null closes the connection. */
export type Script = (line: string, honest: ScriptedAnswer) => Buffer | null;

export interface ScriptedImap {
  readonly port: number;
  stop(): Promise<void>;
}

const day = 86_400_000;
const newest = Date.UTC(2026, 2, 1);
const at = (uid: number) => new Date(newest - (30 - uid) * day);
const range = (count: number, make: (uid: number) => MemoryMessage): MemoryMessage[] =>
  Array.from({ length: count }, (_, index) => make(index + 1));

/** A small mailbox such as a scan may meet. */
const folders: Readonly<Record<string, readonly MemoryMessage[]>> = {
  INBOX: range(24, (uid) =>
    uid % 6 === 0 ? throttleNotice(uid, at(uid)) : ordinary(uid, at(uid)),
  ),
  '&V4NXPpCuTvY-': range(3, (uid) => ordinary(uid + 100, at(uid))),
  '&XfJT0ZAB-': range(5, (uid) => sentMail(uid, at(uid), uid)),
};
const list = [
  '* XLIST (\\Inbox) "/" "INBOX"',
  '* XLIST (\\Spam) "/" "&V4NXPpCuTvY-"',
  '* XLIST (\\Sent) "/" "&XfJT0ZAB-"',
];

/**
 * A server over TLS that answers from memory and lets a script change every byte: for what no proxy in front of an
 * honest server can do. It takes any login.
 */
export async function startScriptedImap(
  certificate: Certificate,
  script: Script = (_line, { untagged, tagged }) => Buffer.concat([untagged, tagged]),
): Promise<ScriptedImap> {
  const open = new Set<TLSSocket>();
  const server = createServer(
    { cert: readFileSync(certificate.certFile), key: readFileSync(certificate.keyFile) },
    (socket) => {
      open.add(socket);
      socket.on('close', () => open.delete(socket));
      socket.on('error', () => socket.destroy());
      serve(socket, script);
    },
  );
  server.on('tlsClientError', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port was given');
  return {
    port: address.port,
    stop: async () => {
      for (const socket of open) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function serve(socket: TLSSocket, script: Script): void {
  const splitter = new ImapSplitter();
  let folder: readonly MemoryMessage[] = [];
  const say = (line: string, answer: ScriptedAnswer): void => {
    const bytes = script(line, answer);
    if (bytes === null) socket.end();
    else socket.write(bytes);
  };
  say('greeting', {
    untagged: Buffer.from(''),
    tagged: Buffer.from('* OK [CAPABILITY IMAP4rev1 XLIST ID] ready\r\n'),
  });
  socket.on('data', (chunk: Buffer) => {
    for (const { bytes } of splitter.push(chunk)) {
      const line = bytes.toString('utf8').trimEnd();
      const { tag, verb, rest } = readCommand(line);
      if (verb === 'EXAMINE') folder = folders[rest.replace(/^"|"$/g, '')] ?? [];
      say(line, {
        untagged: Buffer.from(untagged(verb, rest, folder), 'latin1'),
        tagged: Buffer.from(`${tag} OK done\r\n`),
      });
      if (verb === 'LOGOUT') socket.end();
    }
  });
}

function untagged(verb: string, rest: string, folder: readonly MemoryMessage[]): string {
  const lines = (...all: readonly string[]) => all.map((line) => `${line}\r\n`).join('');
  switch (verb) {
    case 'CAPABILITY':
      return lines('* CAPABILITY IMAP4rev1 XLIST ID');
    case 'XLIST':
    case 'LIST':
      return lines(...list.map((line) => line.replace('XLIST', verb)));
    case 'EXAMINE':
      return lines(
        '* FLAGS (\\Seen)',
        `* ${folder.length} EXISTS`,
        '* OK [UIDVALIDITY 2] as ever',
        `* OK [UIDNEXT ${folder.length + 1}] next`,
      );
    case 'UID SEARCH':
      return lines(`* SEARCH ${folder.map(({ uid }) => uid).join(' ')}`);
    case 'UID FETCH':
      return folder
        .map((message, index) => (asked(rest, index + 1) ? row(message, index + 1, rest) : ''))
        .join('');
    case 'LOGOUT':
      return lines('* BYE');
    default:
      return '';
  }
}

/** Whether a set such as `3:9,12` names it. */
const asked = (rest: string, uid: number): boolean =>
  (rest.split(' ')[0] ?? '').split(',').some((part) => {
    const [low = 0, high = low] = part
      .split(':')
      .map((end) => (end === '*' ? 2 ** 32 : Number(end)));
    return uid >= low && uid <= high;
  });

function row({ receivedAt, raw }: MemoryMessage, uid: number, rest: string): string {
  const date = receivedAt
    .toUTCString()
    .replace(/^\w+, (\d+) (\w+) (\d+) ([\d:]+) GMT$/, '$1-$2-$3 $4 +0000');
  const header = raw.slice(0, raw.indexOf('\r\n\r\n') + 4);
  const fields = /HEADER\.FIELDS \([^)]*\)/.exec(rest)?.[0];
  const items = [`UID ${uid}`];
  if (rest.includes('INTERNALDATE')) items.push(`INTERNALDATE "${date}"`);
  if (rest.includes('RFC822.SIZE')) items.push(`RFC822.SIZE ${raw.length}`);
  if (fields) items.push(`BODY[${fields}] {${header.length}}\r\n${header}`);
  else if (rest.includes('BODYSTRUCTURE'))
    items.push('BODYSTRUCTURE ("TEXT" "PLAIN" NIL NIL NIL "7BIT" 20 1)');
  else if (rest.includes('BODY.PEEK[]')) items.push(`BODY[]<0> {${raw.length}}\r\n${raw}`);
  return `* ${uid} FETCH (${items.join(' ')})\r\n`;
}
