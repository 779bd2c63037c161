/** What one command cost and how it ended. */
export interface RecordedCommand {
  /** Counts from 1; a mailbox's state belongs to one connection. */
  readonly connection: number;
  readonly tag: string;
  /** Upper case, `UID FETCH` and its like in two words; `DONE` and `(continuation)` have no tag. */
  readonly verb: string;
  /** Without its line end, literals in place. Passwords never stand here: `LOGIN` keeps the user only. */
  line: string;
  bytesToServer: number;
  /** Everything the server sent until this command was answered. */
  bytesToClient: number;
  status: 'OK' | 'NO' | 'BAD' | null;
  /** The words after the status. */
  answer: string;
}

/** The metered record of everything that went through a proxy. */
export interface ProxyRecord {
  connections: number;
  readonly commands: RecordedCommand[];
  bytesToServer: number;
  bytesToClient: number;
  /** How often a client spoke after it had listened: each costs the network's latency once. */
  roundTrips: number;
}

export const emptyRecord = (): ProxyRecord => ({
  connections: 0,
  commands: [],
  bytesToServer: 0,
  bytesToClient: 0,
  roundTrips: 0,
});

/** The command lines of one verb, for an assertion. */
export const linesOf = (record: ProxyRecord, verb: string): string[] =>
  record.commands.filter((command) => command.verb === verb).map((command) => command.line);

const twoWords = /^(UID) +(\S+)/i;

/** `a1 uid fetch 1 (UID)` → tag `a1`, verb `UID FETCH`, rest `1 (UID)`. */
export function readCommand(line: string): { tag: string; verb: string; rest: string } {
  const [tag = '', ...words] = line.trim().split(/ +/);
  const after = words.join(' ');
  const uid = twoWords.exec(after);
  const verb = uid ? `UID ${uid[2] ?? ''}` : (words[0] ?? '');
  return { tag, verb: verb.toUpperCase(), rest: after.slice(verb.length).trim() };
}

/** The line as it may be kept and shown. */
export function withoutSecrets(line: string): string {
  const { tag, verb, rest } = readCommand(line);
  if (verb === 'LOGIN') return `${tag} LOGIN ${rest.split(' ')[0] ?? ''} ***`;
  if (verb === 'AUTHENTICATE') return `${tag} AUTHENTICATE ${rest.split(' ')[0] ?? ''} ***`;
  return line.trimEnd();
}

export const hidesSecrets = (verb: string): boolean => verb === 'LOGIN' || verb === 'AUTHENTICATE';
