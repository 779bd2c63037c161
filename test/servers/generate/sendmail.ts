import type { Unpacked } from './unpacked.ts';

/** Sendmail 8.17. It is sent to addresses, since it looks for names in the DNS only: its notices name no host. */
export const sendmail: Unpacked = {
  server: 'sendmail',
  version: '8.17.1.9',
  candour: { namesHost: false },
  international: false,
  prepare: [
    'rm -rf /var/spool/mqueue/* /var/run/sendmail; mkdir -p /var/mail/all/new /var/mail/all/cur /var/mail/all/tmp /var/spool/mqueue /etc/mail',
    'chown -R mail /var/mail/all',
    'm4 /etc/mail/test.mc > /etc/mail/sendmail.cf',
    '/usr/libexec/sendmail/makemap hash /etc/mail/mailertable.db < /etc/mail/mailertable',
    'chmod 755 /etc/mail /usr/local/bin/keep && chmod 644 /etc/mail/*',
  ].join(' && '),
  command: ['/usr/libexec/sendmail/sendmail', '-C/etc/mail/sendmail.cf', '-bD', '-q1s'],
  files: (routes, delayed) => ({
    '/etc/mail/mailertable': [
      'example.com keep:mail.example.com',
      ...routes.map(({ domain, address }) => `${domain} esmtp:[${address ?? '127.0.0.1'}]`),
    ]
      .map((line) => `${line.replace(' ', '\t')}\n`)
      .join(''),
    '/etc/mail/local-host-names': '',
    // There is no DNS here, and the delivery agent would ask it for names: addresses only.
    '/etc/mail/service.switch': 'hosts\tfiles\naliases\tfiles\n',
    '/usr/local/bin/keep': `#!/bin/sh
name=$(date +%s).$$.mail
cat > /var/mail/all/tmp/$name && mv /var/mail/all/tmp/$name /var/mail/all/new/$name
`,
    '/etc/mail/test.mc': `divert(0)dnl
include(\`/usr/share/sendmail/cf/m4/cf.m4')dnl
OSTYPE(\`linux')dnl
DOMAIN(\`generic')dnl
define(\`confDOMAIN_NAME', \`mail.example.com')dnl
define(\`confTO_QUEUERETURN', \`${delayed ? '1d' : '1s'}')dnl
define(\`confTO_QUEUEWARN', \`${delayed ? '1s' : ''}')dnl
define(\`confMIN_QUEUE_AGE', \`0')dnl
define(\`confSERVICE_SWITCH_FILE', \`/etc/mail/service.switch')dnl
define(\`confTO_IDENT', \`0')dnl
define(\`confDONT_PROBE_INTERFACES', \`True')dnl
define(\`confPID_FILE', \`/var/run/sendmail.pid')dnl
define(\`confDONT_BLAME_SENDMAIL', \`groupwritabledirpathsafe')dnl
FEATURE(\`mailertable', \`hash -o /etc/mail/mailertable.db')dnl
FEATURE(\`accept_unresolvable_domains')dnl
FEATURE(\`promiscuous_relay')dnl
FEATURE(\`nocanonify')dnl
FEATURE(\`no_default_msa')dnl
DAEMON_OPTIONS(\`Port=2525, Addr=127.0.0.1, Name=MTA')dnl
MAILER(\`smtp')dnl
Mkeep, P=/usr/local/bin/keep, F=lsDFMqSPhnu9, U=mail:mail, T=DNS/RFC822/X-Unix, A=keep $u
`,
  }),
};
