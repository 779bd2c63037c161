import { chownSync, mkdirSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { makeTestCertificates, type Certificate, type TestCertificates } from './ca.ts';
import { dovecotConfiguration } from './dovecot-config.ts';
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
import { Maildir, type Mail } from './maildir.ts';

export const alibabaGreeting = 'AliYun IMAP Server Ready';
export const alibabaCapabilities =
  'IMAP4rev1 IDLE XLIST UIDPLUS ID SASL-IR AUTH=XOAUTH AUTH=XOAUTH2 AUTH=EXTERNAL';

export interface TestFolder {
  /** In plain Unicode; on the wire it is modified UTF-7. */
  readonly name: string;
  /** As SPECIAL-USE writes it (RFC 6154); null for a folder without a role. */
  readonly use: '\\Sent' | '\\Junk' | '\\Drafts' | '\\Trash' | null;
}

export const alibabaFolders: readonly TestFolder[] = [
  { name: '已发送', use: '\\Sent' },
  { name: '垃圾邮件', use: '\\Junk' },
  { name: '草稿', use: '\\Drafts' },
  { name: '已删除邮件', use: '\\Trash' },
];

export interface DovecotOptions {
  /** Address → password. */
  readonly users: Readonly<Record<string, string>>;
  /** Besides INBOX; Alibaba's four by default. */
  readonly folders?: readonly TestFolder[];
  readonly greeting?: string;
  /** IMAP CAPABILITY; Dovecot adds AUTH=PLAIN before login, only the proxy shows Alibaba's list to the letter. */
  readonly capabilities?: string;
  /** Which certificate to show; `localhost` by default. */
  readonly certificate?: (all: TestCertificates) => Certificate;
  /** To share one root between several servers. */
  readonly certificates?: TestCertificates;
}

export interface Dovecot {
  readonly host: '127.0.0.1';
  /** TLS from the first byte, as on 993. */
  readonly port: number;
  readonly caFile: string;
  readonly certificates: TestCertificates;
  readonly folders: readonly TestFolder[];
  /** Puts messages in a folder, which is made when it is missing. In order of their dates, UIDs ascend. */
  deliver(user: string, folder: string, mails: Iterable<Mail>): void;
  /** Every message file of a user, flags in their names: the same before and after means that nothing was changed. */
  mailFiles(user: string): readonly string[];
  changePassword(user: string, password: string): void;
  /** What Dovecot logged, for a test that failed. */
  log(): string;
  stop(): Promise<void>;
}

/** Starts a Dovecot of our own: its folder, its port, its users; nothing of the system's configuration is read. */
export async function startDovecot(options: DovecotOptions): Promise<Dovecot> {
  const program = findProgram('dovecot', 'dovecot-imapd');
  const folder = temporaryFolder('dovecot');
  const certificates = options.certificates ?? makeTestCertificates(join(folder, 'ca'));
  const certificate = options.certificate?.(certificates) ?? certificates.localhost;
  const folders = options.folders ?? alibabaFolders;
  const owner = mailOwner();
  const port = await freePort();
  const configFile = join(folder, 'dovecot.conf');
  writeFileSync(
    configFile,
    dovecotConfiguration({
      folder,
      port,
      certificate,
      folders,
      owner,
      greeting: options.greeting ?? alibabaGreeting,
      capabilities: options.capabilities ?? alibabaCapabilities,
    }),
  );
  mkdirSync(join(folder, 'run'), { mode: 0o755 });
  const mail = join(folder, 'mail');
  mkdirSync(mail);
  if (asRoot) chownSync(mail, owner.uid, owner.gid);

  const users = new Map(Object.entries(options.users));
  const maildirs = new Map<string, Maildir>();
  const maildirOf = (user: string): Maildir => {
    if (!users.has(user)) throw new Error(`${user} is not a user of this server`);
    const known = maildirs.get(user);
    if (known) return known;
    const home = join(mail, user);
    mkdirSync(home);
    if (asRoot) chownSync(home, owner.uid, owner.gid);
    const maildir = new Maildir(join(home, 'Maildir'), asRoot ? owner : null);
    maildir.addFolder('INBOX');
    for (const { name } of folders) maildir.addFolder(name);
    maildirs.set(user, maildir);
    return maildir;
  };
  const writeUsers = () => {
    const lines = [...users].map(([user, password]) => `${user}:{PLAIN}${password}::::::\n`);
    writeFileSync(join(folder, 'users'), lines.join(''));
  };
  writeUsers();
  for (const user of users.keys()) maildirOf(user);

  const daemon = startDaemon(program, ['-F', '-c', configFile]);
  const log = () => daemon.output();
  const listening = () => {
    if (daemon.ended) throw new Error(`Dovecot did not start: ${log()}`);
    return canConnect(port);
  };
  await until(listening, 'Dovecot');
  return {
    host: '127.0.0.1',
    port,
    caFile: certificates.caFile,
    certificates,
    folders,
    deliver: (user, name, mails) => maildirOf(user).deliver(name, mails),
    mailFiles: (user) => maildirOf(user).files(),
    changePassword: (user, password) => {
      maildirOf(user);
      users.set(user, password);
      writeUsers();
      // Dovecot looks at the file's time once a second at most; a reload makes the change count now.
      run(findProgram('doveadm', 'dovecot-core'), ['-c', configFile, 'reload']);
    },
    log,
    stop: async () => {
      await daemon.stop();
      removeFolder(folder);
    },
  };
}

/** Dovecot never reads mail as root: then the mail belongs to nobody. */
function mailOwner() {
  if (asRoot) return { user: 'nobody', group: 'nogroup', uid: 65534, gid: 65534 };
  const { username, uid, gid } = userInfo();
  return { user: username, group: String(gid), uid, gid };
}

async function canConnect(port: number): Promise<true | null> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy();
      resolve(true);
    });
    socket.on('error', () => resolve(null));
  });
}
