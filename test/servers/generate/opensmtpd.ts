import type { Unpacked } from './unpacked.ts';

/** OpenSMTPD 6.8. Its notices quote the reply in the text only and name no host. */
export const opensmtpd: Unpacked = {
  server: 'opensmtpd',
  version: '6.8.0p2',
  candour: { namesHost: false },
  international: false,
  // At the end of a mail's life the reply is lost ("Envelope expired"): transient refusals are seen as warnings only.
  skip: [
    '454',
    '454-rcpt',
    '454-own-account',
    '454-much-too',
    '454-unexpected-data',
    '454-mail',
    '436-mail-from',
    '550-connection-frequency',
  ],
  prepare:
    'rm -rf /var/spool/smtpd/queue/* /var/spool/smtpd/offline/*; mkdir -p /var/mail/all; chown -R mail /var/mail/all',
  command: ['smtpd', '-d', '-f', '/etc/smtpd.conf'],
  files: (routes, delayed) => ({
    '/etc/mail/all': '@ mail\n',
    '/etc/smtpd.conf': `
queue ttl ${delayed ? '1d' : '30s'}
${delayed ? 'bounce warn-interval 1s' : ''}
table all file:/etc/mail/all
listen on 127.0.0.1 port 2525 hostname mail.example.com
action "box" maildir "/var/mail/all" virtual <all>
match from any for domain "example.com" action "box"
${routes
  .map(
    ({ domain, host }) => `action "${domain}" relay host "smtp://${host}" helo mail.example.com
match from any for domain "${domain}" action "${domain}"`,
  )
  .join('\n')}
`,
  }),
};
