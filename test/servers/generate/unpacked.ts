import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { removeFolder, run, startDaemon, until } from '../machine.ts';
import { watchMaildir } from '../maildir.ts';
import { startNames } from './names.ts';
import type { Route } from '../postfix.ts';
import { smtpAnswers, submit } from '../smtp-client.ts';
import type { Candour } from './expected.ts';
import type { Driver } from './drivers.ts';

/** A mail server that lives in a Debian tree of its own (roots.sh), since these packages conflict with each other. */
export interface Unpacked {
  readonly server: string;
  readonly version: string;
  readonly candour: Candour;
  readonly international: boolean;
  readonly extensions?: readonly string[];
  readonly skip?: readonly string[];
  /** Looks for hosts in the DNS only: it gets a name server that knows them. */
  readonly needsNames?: boolean;
  /** Configuration files by path in the tree. */
  files(routes: readonly Route[], delayed: boolean): Readonly<Record<string, string>>;
  /** Commands to run in the tree before the start, by `sh -c`. */
  readonly prepare: string;
  /** The server in the foreground, listening on 2525 and delivering example.com to the Maildir /var/mail/all. */
  readonly command: readonly string[];
}

export const roots = process.env['SENDWELL_MTA_ROOTS'] ?? '/var/tmp/sendwell-mta';
const port = 2525;

export function unpackedDriver(mta: Unpacked): Driver {
  const root = join(roots, mta.server);
  const chroot = (script: string) => run('chroot', [root, 'sh', '-c', script]);
  return {
    server: mta.server,
    candour: mta.candour,
    international: mta.international,
    ...(mta.extensions ? { extensions: mta.extensions } : {}),
    ...(mta.skip ? { skip: mta.skip } : {}),
    version: () => mta.version,
    start: async ({ routes, delayed }) => {
      if (!existsSync(root)) throw new Error(`${root} is missing: run generate/roots.sh first`);
      mountOnce(root);
      rmSync(join(root, 'var/mail/all'), { recursive: true, force: true });
      const hosts = routes.map(({ host, address }) => `${address ?? '127.0.0.1'} ${host}`);
      const files: Record<string, string> = {
        '/etc/hosts': `127.0.0.1 localhost\n127.0.0.1 mail.example.com mail\n${hosts.join('\n')}\n`,
        '/etc/resolv.conf': mta.needsNames === true ? 'nameserver 127.0.0.1\n' : '',
        '/etc/mailname': 'mail.example.com\n',
        ...mta.files(routes, delayed),
      };
      for (const [path, text] of Object.entries(files)) {
        mkdirSync(dirname(join(root, path)), { recursive: true });
        writeFileSync(join(root, path), text);
      }
      chroot(mta.prepare);
      const known = routes.map(({ host, address }) => [host, address ?? '127.0.0.1'] as const);
      const names = mta.needsNames === true ? await startNames(new Map(known)) : null;
      const daemon = startDaemon('/usr/sbin/chroot', [root, ...mta.command]);
      await until(() => {
        if (daemon.ended) throw new Error(`${mta.server} did not start: ${daemon.output()}`);
        return smtpAnswers(port);
      }, mta.server);
      const notices = watchMaildir(join(root, 'var/mail/all'));
      return {
        send: (mail) => submit(port, mail),
        notices,
        waitForNotices: (count) =>
          until(
            () => (notices().length >= count ? notices() : null),
            `notice ${count} of ${mta.server}: ${daemon.output().slice(-2000)}`,
            20_000,
          ),
        stop: async () => {
          await daemon.stop();
          await names?.stop();
          removeFolder(join(root, 'var/mail/all'));
        },
      };
    },
  };
}

const mounted = new Set<string>();

/** In our own mount namespace: it goes with us. */
function mountOnce(root: string): void {
  if (mounted.has(root)) return;
  mounted.add(root);
  run('mount', ['-t', 'proc', 'proc', join(root, 'proc')]);
  run('mount', ['--rbind', '/dev', join(root, 'dev')]);
}
