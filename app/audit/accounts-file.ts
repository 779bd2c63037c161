import { readFile, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { parse } from 'csv-parse/sync';
import { failed, ok, type Problem, type Result } from '../result.ts';

/** Where a mailbox's password is taken from at the moment of its login. */
export type PasswordSource =
  | { readonly kind: 'env'; readonly name: string }
  | { readonly kind: 'file'; readonly path: string };

/** One mailbox of an accounts file. */
export interface AccountRow {
  /** The line it begins on, from 1. */
  readonly line: number;
  /** Lower-cased; as it stands in the file where it is no address. */
  readonly address: string;
  /** Null: found from the address. */
  readonly host: string | null;
  readonly port: number;
  readonly password: PasswordSource | null;
  /** Why this row cannot be used; the others still can. */
  readonly problem: Problem | null;
}

export interface AccountsFile {
  /** One row for each mailbox, in the file's order. */
  readonly rows: readonly AccountRow[];
  /** Later rows that name a mailbox once more: not used, so that no password is tried twice. */
  readonly repeated: readonly { readonly line: number; readonly address: string }[];
  /** Columns that mean nothing here. */
  readonly ignored: readonly string[];
}

/** Far above 100,000 mailboxes; stops a wrong file, such as a disk image, from being read into memory. */
const mostBytes = 64 * 1024 * 1024;
const mostRows = 1_000_000;

const columns = ['user', 'host', 'port', 'passwordenv', 'passwordfile'] as const;
type Column = (typeof columns)[number];

/** Column names that say that secrets stand in the file itself. */
const secretColumn = /pass|pwd|secret|密码|口令/i;

/** Of these the name is told. In a file without a head the first line is an account, and its word may be the password. */
const usualColumn =
  /^((imap|smtp|mail|mailbox|user|account|login|app|邮箱|账号)[ _-]?)?(passwords?|passwd|pass|passphrase|pwd|secret|密码|口令)$/i;

/**
 * Reads `user,host,port,passwordEnv,passwordFile`. Commas, semicolons or tabs, with or without a BOM, UTF-8,
 * UTF-16 or (from a Chinese spreadsheet) GB18030. Paths of password files are relative to the accounts file.
 * @returns 'accounts-unusable' for what is no such table, 'accounts-password-column' for one with passwords in it
 */
export async function readAccountsFile(path: string): Promise<Result<AccountsFile>> {
  let bytes: Uint8Array;
  try {
    const { size } = await stat(path);
    if (size > mostBytes) return failed('accounts-unusable', path, `${size} bytes`);
    bytes = await readFile(path);
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    return failed(missing ? 'file-not-found' : 'file-unreadable', path);
  }
  return parseAccounts(decodeAccounts(bytes), path);
}

/** @param path names the file in problems, and is where relative password files start */
export function parseAccounts(text: string, path: string): Result<AccountsFile> {
  // The head first: a file that is none of this kind is refused before all of it is taken for a table.
  const first = recordsOf(text, 1, path);
  if (!first.ok) return first;
  const head = (first.value[0]?.record ?? []).map((name) => name.toLowerCase());
  const secret = head.find((name) => secretColumn.test(name) && !isColumn(name));
  if (secret !== undefined)
    return failed('accounts-password-column', path, usualColumn.test(secret) ? secret : null);
  const missing = !head.includes('user')
    ? 'user'
    : head.includes('passwordenv') || head.includes('passwordfile')
      ? null
      : 'passwordEnv, passwordFile';
  if (missing !== null) return failed('accounts-unusable', path, missing);
  const all = recordsOf(text, mostRows + 1, path);
  if (!all.ok) return all;
  const records = all.value;
  if (records.length > mostRows) return failed('accounts-unusable', path, `> ${mostRows} rows`);

  const rows = new Map<string, AccountRow>();
  const repeated: { line: number; address: string }[] = [];
  let endedOn = records[0]?.info.lines ?? 1;
  for (const { record, info } of records.slice(1)) {
    const row = toRow(record, head, endedOn + 1, dirname(path));
    endedOn = info.lines;
    if (record.every((cell) => cell === '')) continue;
    if (rows.has(row.address)) repeated.push({ line: row.line, address: row.address });
    else rows.set(row.address, row);
  }
  const ignored = head.filter((name) => name !== '' && !isColumn(name));
  return ok({ rows: [...rows.values()], repeated, ignored });
}

interface Parsed {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

function recordsOf(text: string, most: number, path: string): Result<readonly Parsed[]> {
  try {
    const parsed = parse(text, {
      delimiter: delimiterOf(/^[^\r\n]*/.exec(text)?.[0] ?? ''),
      info: true,
      trim: true,
      skip_empty_lines: true,
      relax_column_count: true,
      max_record_size: 64 * 1024,
      to: most,
    });
    return ok(parsed as unknown as readonly Parsed[]);
  } catch (error) {
    // The parser's message may quote the row, and a row may hold a secret by mistake: only its line is told.
    const line = /line (\d+)/.exec(String(error))?.[1];
    return failed('accounts-unusable', path, line === undefined ? null : `line ${line}`);
  }
}

const isColumn = (name: string): boolean => (columns as readonly string[]).includes(name);

function toRow(
  record: readonly string[],
  head: readonly string[],
  line: number,
  folder: string,
): AccountRow {
  const cell = (name: Column): string => record[head.indexOf(name)] ?? '';
  const address = cell('user').toLowerCase();
  const port = Number(cell('port') || '993');
  const [env, file] = [cell('passwordenv'), cell('passwordfile')];
  const wrong = (what: string): Problem => failed('accounts-row', String(line), what).problem;
  let problem: Problem | null = null;
  if (!/^[^@\s]{1,64}@[^@\s]{1,253}$/.test(address)) problem = wrong('user');
  else if (record.length > head.length) problem = wrong('columns');
  else if (!Number.isInteger(port) || port < 1 || port > 65_535) problem = wrong('port');
  else if (env !== '' && file !== '') problem = wrong('passwordEnv + passwordFile');
  return {
    line,
    address: address.slice(0, 320),
    host: cell('host').toLowerCase() || null,
    port,
    password:
      file !== ''
        ? { kind: 'file', path: resolve(folder, file) }
        : env !== ''
          ? { kind: 'env', name: env }
          : null,
    problem,
  };
}

/** The separator that the head uses most; spreadsheets write the one of their country. */
function delimiterOf(headLine: string): string {
  const count = (delimiter: string): number => headLine.split(delimiter).length;
  return [',', ';', '\t'].reduce((best, each) => (count(each) > count(best) ? each : best));
}

/** The file's bytes as text, in whichever of the encodings it is. */
export function decodeAccounts(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}
