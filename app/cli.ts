import { parseArgs } from 'node:util';
import { auditCommand } from './commands/audit.ts';
import { check } from './commands/check.ts';
import { exitStatus } from './commands/exit-status.ts';
import { explain } from './commands/explain.ts';
import { passwordCommand } from './commands/password.ts';
import { scanCommand } from './commands/scan.ts';
import { openTerminal } from './commands/open-terminal.ts';
import { tellProblem, type Terminal } from './commands/terminal.ts';
import { isTimeZone } from './text/time.ts';
import { languages } from './text/text.ts';

/** Nothing that this program writes is for other people's eyes. */
process.umask(0o077);

const common = {
  lang: { type: 'string' },
  timezone: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean' },
} as const;

const commands = {
  async explain(terminal: Terminal, args: string[]) {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { ...common, json: { type: 'boolean', default: false } },
    });
    return explain(terminal, { paths: positionals, json: values.json });
  },
  async scan(terminal: Terminal, args: string[]) {
    const { values, positionals } = parseArgs({
      args,
      // Only `--import PATH PATH…` has words of its own.
      allowPositionals: args.some((arg) => /^--import(?:=|$)/.test(arg)),
      options: {
        ...common,
        json: { type: 'boolean', default: false },
        sample: { type: 'boolean', default: false },
        user: { type: 'string' },
        host: { type: 'string' },
        port: { type: 'string' },
        folder: { type: 'string', multiple: true, default: [] },
        since: { type: 'string' },
        ca: { type: 'string' },
        proxy: { type: 'string' },
        'password-file': { type: 'string' },
        data: { type: 'string' },
        'fresh-database': { type: 'boolean', default: false },
        import: { type: 'string', multiple: true, default: [] },
      },
    });
    const { user, host, port, since, ca, proxy, data } = values;
    return scanCommand(terminal, {
      ...{ user, host, port, since, ca, proxy, data },
      sample: values.sample,
      folder: values.folder,
      passwordFile: values['password-file'],
      freshDatabase: values['fresh-database'],
      import: [...values.import, ...positionals],
      json: values.json,
    });
  },
  async audit(terminal: Terminal, args: string[]) {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        ...common,
        json: { type: 'boolean', default: false },
        accounts: { type: 'string' },
        'from-files': { type: 'string' },
        merge: { type: 'boolean', default: false },
        out: { type: 'string' },
        since: { type: 'string' },
        format: { type: 'string' },
        concurrency: { type: 'string' },
        shard: { type: 'string' },
        redact: { type: 'boolean', default: false },
        'retry-refused': { type: 'boolean', default: false },
        ca: { type: 'string' },
        data: { type: 'string' },
      },
    });
    const { accounts, out, since, format, concurrency, shard, redact, ca, data, json } = values;
    // `--merge` stands before its folders, which a shell's pattern may have made of one.
    if (values.merge === (positionals.length === 0)) return misplaced(terminal, positionals);
    return auditCommand(terminal, {
      ...{ accounts, out, since, format, concurrency, shard, redact, ca, data, json },
      fromFiles: values['from-files'],
      retryRefused: values['retry-refused'],
      merge: positionals,
    });
  },
  async check(terminal: Terminal, args: string[]) {
    const { values } = parseArgs({
      args,
      options: { ...common, user: { type: 'string' }, data: { type: 'string' } },
    });
    return check(terminal, { user: values.user, data: values.data });
  },
  async password(terminal: Terminal, args: string[]) {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        ...common,
        json: { type: 'boolean', default: false },
        account: { type: 'string' },
        length: { type: 'string' },
      },
    });
    const { account, length, json } = values;
    return passwordCommand(terminal, { words: positionals, account, length, json });
  },
} as const;

function misplaced(terminal: Terminal, words: readonly string[]): number {
  tellProblem(terminal, { code: 'usage', subject: words.join(' ') || '--merge', detail: null });
  return exitStatus.usage;
}

async function main(argv: string[]): Promise<number> {
  // Language and zone may stand anywhere, also after a mistake whose message they govern.
  const { values } = parseArgs({ args: argv, strict: false, options: common });
  const { lang, timezone } = values;
  const terminal = openTerminal({
    language: languages.find((known) => known === lang),
    timeZone: typeof timezone === 'string' ? timezone : null,
  });
  const misunderstood = (subject: string): number => {
    tellProblem(terminal, { code: 'usage', subject, detail: null });
    return exitStatus.usage;
  };
  const [name, ...rest] = argv;
  if (values.version === true) {
    await terminal.write(`sendwell ${__VERSION__}\n`);
    return exitStatus.done;
  }
  if (values.help === true || name === undefined || name === 'help') {
    await terminal.write(`${terminal.text.t('command:help')}\n`);
    return name === undefined ? exitStatus.usage : exitStatus.done;
  }
  if (lang !== undefined && !languages.some((known) => known === lang))
    return misunderstood(`--lang ${String(lang)}`);
  if (timezone !== undefined && !isTimeZone(String(timezone)))
    return misunderstood(`--timezone ${String(timezone)}`);
  if (!Object.hasOwn(commands, name)) return misunderstood(name);
  try {
    return await commands[name as keyof typeof commands](terminal, rest);
  } catch (error) {
    if (
      error instanceof TypeError &&
      'code' in error &&
      String(error.code).startsWith('ERR_PARSE_ARGS')
    )
      // The word itself is not repeated: somebody may have meant it as a password.
      return misunderstood(
        error.code === 'ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL'
          ? `${name}: a word that belongs to no option`
          : error.message,
      );
    tellProblem(terminal, { code: 'internal', subject: null, detail: String(error) });
    return exitStatus.stopped;
  }
}

void main(process.argv.slice(2)).then((status) => {
  process.exitCode = status;
  // A prompt that was not answered would otherwise hold the process; a file as input has no such hold.
  if ('unref' in process.stdin) process.stdin.unref();
});
