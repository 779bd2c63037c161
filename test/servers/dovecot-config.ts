import { join } from 'node:path';
import type { Certificate } from './ca.ts';
import type { TestFolder } from './dovecot.ts';
import { asRoot } from './machine.ts';

export interface DovecotSettings {
  readonly folder: string;
  readonly port: number;
  readonly certificate: Certificate;
  readonly folders: readonly TestFolder[];
  readonly owner: { readonly user: string; readonly group: string; readonly uid: number };
  readonly greeting: string;
  readonly capabilities: string;
}

/** dovecot.conf of Dovecot 2.3; it wants every brace block on its own lines. */
export function dovecotConfiguration(settings: DovecotSettings): string {
  const { folder, port, certificate, owner } = settings;
  return `
base_dir = ${join(folder, 'run')}
state_dir = ${join(folder, 'run')}
log_path = /dev/stderr
protocols = imap
listen = 127.0.0.1
ssl = required
ssl_cert = <${certificate.certFile}
ssl_key = <${certificate.keyFile}
ssl_min_protocol = TLSv1.2
login_greeting = ${settings.greeting}
imap_capability = ${settings.capabilities}
auth_mechanisms = plain login
auth_failure_delay = 0
mail_max_userip_connections = 0
mail_location = maildir:${join(folder, 'mail')}/%u/Maildir
mail_uid = ${owner.uid}
mail_gid = ${owner.group}
first_valid_uid = 1
first_valid_gid = 1
mailbox_list_index = no
# A folder of a million messages needs more than the usual 256 MB.
default_vsz_limit = 2 G
${asRoot ? '' : rootless(owner)}
passdb {
  driver = passwd-file
  args = username_format=%u ${join(folder, 'users')}
}
userdb {
  driver = static
  args = uid=${owner.uid} gid=${owner.group} home=${join(folder, 'mail')}/%u
}
service imap-login {
  inet_listener imap {
    port = 0
  }
  inet_listener imaps {
    address = 127.0.0.1
    port = ${port}
    ssl = yes
  }
  ${asRoot ? '' : 'chroot ='}
}
service anvil {
  unix_listener anvil-auth-penalty {
    # Wrong passwords are what some tests are about: no waiting after them.
    mode = 0
  }
  ${asRoot ? '' : 'chroot ='}
}
namespace inbox {
  inbox = yes
  separator = /
${settings.folders.map(mailbox).join('')}}
`;
}

const mailbox = ({ name, use }: TestFolder) => `  mailbox "${name}" {
    auto = subscribe
${use === null ? '' : `    special_use = ${use}\n`}  }
`;

/** Without root every service stays the user who runs the tests. */
const rootless = (owner: DovecotSettings['owner']) => `
default_login_user = ${owner.user}
default_internal_user = ${owner.user}
default_internal_group = ${owner.group}
`;
