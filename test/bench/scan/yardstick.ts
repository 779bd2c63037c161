import { spawnSync } from 'node:child_process';
import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

interface Mailbox {
  readonly port: number;
  readonly caFile: string;
  readonly user: string;
  readonly password: string;
}

/** What an IT person would do today: download the Inbox with mbsync, then let Sisimai read all of it. Seconds. */
export function mbsyncAndSisimai({ port, caFile, user, password }: Mailbox) {
  const folder = mkdtempSync(join(tmpdir(), 'sendwell-yardstick-'));
  try {
    const mail = join(folder, 'mail');
    mkdirSync(mail);
    const config = join(folder, 'mbsyncrc');
    writeFileSync(
      config,
      [
        ...['IMAPAccount bench', 'Host localhost', `Port ${port}`, `User ${user}`],
        ...[
          `Pass "${password}"`,
          'SSLType IMAPS',
          'AuthMechs LOGIN',
          `CertificateFile ${caFile}`,
          '',
        ],
        ...['IMAPStore far', 'Account bench', ''],
        ...['MaildirStore near', `Path ${mail}/`, `Inbox ${mail}/INBOX`, ''],
        ...[
          'Channel bench',
          'Far :far:',
          'Near :near:',
          'Patterns INBOX',
          'Sync Pull',
          'Create Near',
        ],
        ...['SyncState *', ''],
      ].join('\n'),
    );
    const download = timed('mbsync', ['-c', config, '-q', 'bench']);
    // Version 5 calls `rise` what version 4 calls `make`.
    const script = `use Sisimai; my $read = Sisimai->can('rise') ? 'rise' : 'make'; my $all = Sisimai->$read($ARGV[0]) || []; print scalar @$all`;
    const read = timed('perl', ['-e', script, join(mail, 'INBOX', 'new')]);
    return { download: download.seconds, read: read.seconds, found: Number(read.output) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function timed(program: string, args: readonly string[]) {
  const startedAt = performance.now();
  const { status, stdout, stderr } = spawnSync(program, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${program} ended with ${String(status)}: ${stderr}`);
  return { seconds: (performance.now() - startedAt) / 1000, output: stdout };
}
