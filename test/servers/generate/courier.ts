import type { Unpacked } from './unpacked.ts';

/** A delivery instruction: this Maildir. */
const keep = '/var/mail/all/\n';

/** Courier 1.0.16. It looks for hosts in the DNS only, so it gets a name server. */
export const courier: Unpacked = {
  server: 'courier',
  version: '1.0.16',
  candour: { namesHost: true, namesCommand: true },
  international: true,
  needsNames: true,
  prepare: [
    'rm -rf /var/lib/courier/msgs/* /var/lib/courier/msgq/* /var/lib/courier/tmp/* /var/lib/courier/track/* /run/courier',
    'mkdir -p /var/mail/all/new /var/mail/all/cur /var/mail/all/tmp /run/courier/authdaemon /var/lib/courier/sts',
    'chown -R courier:courier /var/lib/courier/sts /var/mail/all /run/courier /etc/courier/aliasdir',
    'makesmtpaccess && makealiases && makeacceptmailfor',
  ].join(' && '),
  command: ['sh', '/usr/local/sbin/foreground'],
  files: (routes, delayed) => ({
    '/etc/courier/me': 'mail.example.com\n',
    '/etc/courier/defaultdomain': 'mail.example.com\n',
    '/etc/courier/locals': 'example.com\nmail.example.com\n',
    '/etc/courier/esmtpacceptmailfor.dir/all': 'example.com\n',
    '/etc/courier/smtpaccess/default': '127.0.0.1\tallow,RELAYCLIENT\n',
    '/etc/courier/esmtproutes': routes.map(({ domain, host }) => `${domain}:${host}\n`).join(''),
    '/etc/courier/queuetime': delayed ? '1d\n' : '0s\n',
    '/etc/courier/warntime': delayed ? '1s\n' : '1d\n',
    // A refusal is final at once, or the first try again brings the warning.
    '/etc/courier/esmtpdelay': '0s\n',
    // Every mail greets anew.
    '/etc/courier/esmtptimeoutkeepalive': '0s\n',
    '/etc/courier/retryalpha': '1s\n',
    '/etc/courier/retrybeta': '1\n',
    '/etc/courier/retrygamma': '1s\n',
    '/etc/courier/retrymaxdelta': '0\n',
    '/etc/courier/aliasdir/.courier-default': keep,
    '/etc/courier/aliasdir/.courier': keep,
    // Its daemons outlive a signal to their parent for a while, and two of them would share the queue.
    '/usr/local/sbin/foreground': `
unshare --pid --fork --kill-child sh /usr/local/sbin/daemons & inside=$!
trap 'kill -KILL $inside; wait; exit' TERM
wait
`,
    '/usr/local/sbin/daemons': `
/usr/lib/courier/courier-authlib/authdaemond &
env -i sh -c 'set -a; . /etc/courier/courierd; exec /usr/lib/courier/courier/courierd' &
env -i sh -c 'set -a; . /etc/courier/esmtpd; BOFHCHECKDNS=0
exec /usr/sbin/couriertcpd -user=courier -group=courier -address=127.0.0.1 -access=/etc/courier/smtpaccess.dat \\
  -maxprocs=10 -maxperc=10 -maxperip=10 -noidentlookup -nodnslookup 2525 /usr/sbin/courieresmtpd' &
wait
`,
  }),
};
