import { readCommand, type ProxyRecord, type RecordedCommand } from './proxy-record.ts';

/** Commands that cannot change a mailbox, whatever their arguments (RFC 3501, 2177, 2971, 3691, 5161, 2342). */
const harmless = new Set([
  'CAPABILITY',
  'ID',
  'LOGIN',
  'AUTHENTICATE',
  '(continuation)',
  'LIST',
  'XLIST',
  'LSUB',
  'EXAMINE',
  'STATUS',
  'UID SEARCH',
  'NOOP',
  'IDLE',
  'DONE',
  'UNSELECT',
  'LOGOUT',
  'NAMESPACE',
  'ENABLE',
]);

/** Parts of a message that set \Seen when fetched without PEEK (RFC 3501 section 6.4.5, RFC 3516 section 4.3). */
const setsSeen = /\bBODY\[|\bBINARY\[|\bRFC822(?!\.(?:SIZE|HEADER)\b)/i;

/** Every command that could have changed the mailbox, with the reason; empty for a reader that only reads. */
export function findChanges(record: ProxyRecord): string[] {
  const examined = new Map<number, boolean>();
  return record.commands.flatMap((command) => {
    const reason = whyNot(command, examined.get(command.connection) ?? false);
    if (command.verb === 'EXAMINE') examined.set(command.connection, true);
    if (command.verb === 'SELECT') examined.set(command.connection, false);
    return reason === null ? [] : [`${command.line}: ${reason}`];
  });
}

/** Fails unless every recorded command is on the list of those that only read. An empty record proves nothing and fails too. */
export function assertReadOnly(record: ProxyRecord): void {
  if (record.commands.length === 0) throw new Error('the record is empty: nothing was proved');
  const changes = findChanges(record);
  if (changes.length > 0)
    throw new Error(`commands that could change the mailbox:\n${changes.join('\n')}`);
}

function whyNot(command: RecordedCommand, examined: boolean): string | null {
  const { verb } = command;
  if (harmless.has(verb)) return null;
  if (verb === 'SELECT') return 'opens the folder for writing; EXAMINE reads';
  if (verb === 'CLOSE')
    return examined ? null : 'expunges deleted messages unless the folder was opened with EXAMINE';
  if (verb === 'UID FETCH')
    return setsSeen.test(readCommand(command.line).rest) ? 'sets \\Seen; BODY.PEEK does not' : null;
  return 'is not on the list of commands that only read';
}
