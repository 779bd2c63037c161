import type { Unpacked } from './unpacked.ts';

/** Exim 4.96. Without a retry rule a temporary failure is final at once. */
export const exim: Unpacked = {
  server: 'exim',
  version: '4.96',
  // A delay warning holds the first 130 characters or so of the reason, which cut the verdict off.
  candour: { namesHost: true, hides: ['454-delayed', '454-delayed-rcpt'] },
  international: true,
  prepare:
    'rm -rf /var/spool/exim4/db/* /var/spool/exim4/input/* && mkdir -p /var/mail/all && chown Debian-exim /var/mail/all',
  command: ['exim4', '-bdf', '-q1s'],
  files: (routes, delayed) => ({
    '/etc/exim4/exim4.conf': `
primary_hostname = mail.example.com
daemon_smtp_ports = 2525
local_interfaces = 127.0.0.1
tls_advertise_hosts =
smtputf8_advertise_hosts = *
acl_smtp_rcpt = accept
delay_warning = ${delayed ? '1s' : '0s'}
delay_warning_condition = true
begin routers
here:
  driver = accept
  domains = example.com
  transport = box
away:
  driver = manualroute
  route_list = ${routes.map(({ domain, host }) => `${domain} ${host} byname`).join(' ; ')}
  self = send
  transport = remote
begin transports
box:
  driver = appendfile
  directory = /var/mail/all
  maildir_format
  user = Debian-exim
remote:
  driver = smtp
  hosts_avoid_tls = *
  hosts_try_dane =
  hosts_try_chunking =
begin retry
${delayed ? '* * F,1d,2s' : ''}
`,
  }),
};
