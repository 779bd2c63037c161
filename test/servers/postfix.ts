import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  asRoot,
  findProgram,
  freePort,
  removeFolder,
  run,
  startDaemon,
  temporaryFolder,
  until,
} from './machine.ts';
import { watchMaildir } from './maildir.ts';
import { smtpAnswers, submit, type Outgoing } from './smtp-client.ts';

/** Where mail for a domain goes: under this name, to this address and port. */
export interface Route {
  /** Recipient domain; `*` for all the rest. */
  readonly domain: string;
  /** The name that Postfix will write in its notices, such as `mx1.qiye.aliyun.com`. */
  readonly host: string;
  readonly address?: string;
  readonly port: number;
}

export interface PostfixOptions {
  readonly routes: readonly Route[];
  /** Senders in this domain live here: their notices are what `notices` returns. */
  readonly senderDomain?: string;
  readonly hostname?: string;
  /** False: a temporary failure bounces at once. True: it stays queued and a delay warning is sent. */
  readonly delayWarnings?: boolean;
  /** More lines for main.cf. */
  readonly settings?: Readonly<Record<string, string>>;
}

export interface Postfix {
  readonly port: number;
  send(mail: Outgoing): Promise<void>;
  /** Notices delivered so far, in order of arrival. */
  notices(): Buffer[];
  /** Waits until there are this many. */
  waitForNotices(count: number): Promise<Buffer[]>;
  log(): string;
  stop(): Promise<void>;
}

/** Postfix drops privileges between its daemons and so must start as root; tests ask this first. */
export const canStartPostfix = asRoot;

/** Starts a Postfix of our own: own configuration, queue and port; the system's instance is not touched. */
export async function startPostfix(options: PostfixOptions): Promise<Postfix> {
  if (!canStartPostfix) throw new Error('Postfix starts as root only');
  const program = findProgram('postfix', 'postfix');
  const folder = temporaryFolder('postfix');
  const port = await freePort();
  writeConfiguration(folder, port, options);
  const configuration = join(folder, 'etc');
  // `check` makes the queue's folders. Then the master itself: `postfix start-fg` would leave it behind when stopped.
  run(program, ['-c', configuration, 'check']);
  const daemon = startDaemon(`${daemons}/master`, ['-c', configuration, '-d']);
  const logFile = join(folder, 'mail.log');
  const log = () => daemon.output() + (existsSync(logFile) ? readFileSync(logFile, 'utf8') : '');
  await until(() => {
    if (daemon.ended) throw new Error(`Postfix did not start: ${log()}`);
    return smtpAnswers(port);
  }, 'Postfix');
  const notices = watchMaildir(join(folder, 'mail', 'all'));
  return {
    port,
    send: (mail) => submit(port, mail),
    notices,
    waitForNotices: (count) =>
      until(
        () => {
          const all = notices();
          return all.length >= count ? all : null;
        },
        `notice ${count}, while Postfix says ${log().slice(-2000)}`,
        30_000,
      ),
    log,
    stop: async () => {
      await daemon.stop();
      removeFolder(folder);
    },
  };
}

const daemons = '/usr/lib/postfix/sbin';
const nobody = { uid: 65534, gid: 65534 };

function writeConfiguration(folder: string, port: number, options: PostfixOptions): void {
  const inFolder = (...parts: string[]) => join(folder, ...parts);
  for (const name of ['etc', 'spool', 'lib', 'mail', 'spool/etc']) mkdirSync(inFolder(name));
  chownSync(inFolder('mail'), nobody.uid, nobody.gid);
  const postfixUid = Number(run('/usr/bin/id', ['-u', 'postfix']).trim());
  chownSync(inFolder('lib'), postfixUid, postfixUid);
  chmodSync(inFolder('lib'), 0o700);

  const routes = options.routes.map(
    ({ domain, host, port: to }) => `${domain} smtp:[${host}]:${to}\n`,
  );
  const senderDomain = options.senderDomain ?? 'example.com';
  writeFileSync(inFolder('etc', 'transport'), [`${senderDomain} virtual:\n`, ...routes].join(''));
  // The SMTP client runs chrooted in our queue, so that it reads this hosts file and not the machine's.
  const hosts = options.routes.map(({ host, address }) => `${address ?? '127.0.0.1'} ${host}\n`);
  writeFileSync(inFolder('spool', 'etc', 'hosts'), hosts.join(''));
  writeFileSync(inFolder('spool', 'etc', 'nsswitch.conf'), 'hosts: files\n');
  writeFileSync(inFolder('spool', 'etc', 'services'), readFileSync('/etc/services'));

  const delayed = options.delayWarnings === true;
  const settings: Record<string, string> = {
    compatibility_level: '3.6',
    queue_directory: inFolder('spool'),
    data_directory: inFolder('lib'),
    daemon_directory: daemons,
    myhostname: options.hostname ?? 'mail.example.com',
    mydestination: '',
    mynetworks: '127.0.0.0/8',
    inet_interfaces: '127.0.0.1',
    inet_protocols: 'ipv4',
    alias_maps: '',
    alias_database: '',
    maillog_file: inFolder('mail.log'),
    maillog_file_prefixes: folder,
    transport_maps: `texthash:${inFolder('etc', 'transport')}`,
    virtual_mailbox_domains: senderDomain,
    virtual_mailbox_maps: 'static:all/',
    virtual_mailbox_base: inFolder('mail'),
    virtual_minimum_uid: '1',
    virtual_uid_maps: `static:${nobody.uid}`,
    virtual_gid_maps: `static:${nobody.gid}`,
    virtual_transport: 'virtual',
    smtp_host_lookup: 'native',
    smtp_dns_support_level: 'disabled',
    smtp_tls_security_level: 'none',
    smtpd_tls_security_level: 'none',
    maximal_queue_lifetime: delayed ? '1d' : '0',
    bounce_queue_lifetime: '0',
    delay_warning_time: delayed ? '1s' : '0h',
    minimal_backoff_time: '1s',
    maximal_backoff_time: '2s',
    queue_run_delay: '1s',
    ...options.settings,
  };
  const lines = Object.entries(settings).map(([name, value]) => `${name} = ${value}\n`);
  writeFileSync(inFolder('etc', 'main.cf'), lines.join(''));
  writeFileSync(inFolder('etc', 'master.cf'), masterConfiguration(port));
}

/** service type private unprivileged chroot wakeup limit command. */
const masterConfiguration = (port: number) => `
127.0.0.1:${port} inet n - n - - smtpd
cleanup unix n - n - 0 cleanup
qmgr unix n - n 1 1 qmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
verify unix - - n - 1 verify
flush unix n - n 1000? 0 flush
proxymap unix - - n - - proxymap
smtp unix - - y - - smtp
relay unix - - y - - smtp
showq unix n - n - - showq
error unix - - n - - error
retry unix - - n - - error
discard unix - - n - - discard
virtual unix - n n - - virtual
anvil unix - - n - 1 anvil
scache unix - - n - 1 scache
postlog unix-dgram n - n - 1 postlogd
`;
