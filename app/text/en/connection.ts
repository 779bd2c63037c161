/** The steps of a connection, what was seen in each, and what a failure may mean. For window and command line. */
export const connection = {
  step: {
    name: 'Find the server’s name (DNS)',
    tcp: 'Reach the server (TCP)',
    proxy: 'Go through the proxy',
    tls: 'Secure the connection (TLS)',
    greeting: 'Hear the server’s greeting',
    login: 'Log in, once',
    inbox: 'Open the Inbox, read-only',
  },
  state: { waiting: 'to come', running: 'now', done: 'done', failed: 'failed' },
  seen: {
    name: '{{addresses}}',
    tcp: '{{address}}, port {{port}}',
    proxy: '{{proxy}}, which looks the name up itself',
    tls: '{{version}}, certificate by {{issuer}}',
    greeting: '“{{words}}”',
    login: 'Accepted. The server offers {{capabilities}}.',
    loginPlain: 'Accepted.',
    inbox_one: '{{messages}} message, {{folders}} folders',
    inbox_other: '{{messages}} messages, {{folders}} folders',
  },
  failedAt: 'The connection to {{server}} failed at this step: {{step}}.',
  likelyTitle: 'What it may mean, most likely first',
  likely: {
    'host-not-found': {
      typo: 'The server’s name is mistyped. Alibaba Mail for companies is imap.qiye.aliyun.com.',
      offline: 'This computer is offline, or its name server does not answer.',
      inside: 'The name is known inside the company’s network or its VPN only.',
    },
    'connection-refused': {
      port: 'No mail server listens on this port. Alibaba Mail uses 993.',
      firewall: 'A firewall refuses the connection.',
    },
    'connection-timeout': {
      blocked: 'A firewall drops connections to port 993, as many office networks do.',
      proxy: 'This network lets nothing out but through its proxy or a VPN.',
      slow: 'The server or the way to it is slow just now.',
    },
    'server-silent': {
      slow: 'The server is overloaded, or holds back programs that connect often.',
      middlebox: 'A firewall or an antivirus program in between swallows what the server says.',
    },
    'network-unreachable': {
      offline: 'This computer is offline.',
      vpn: 'The way there leads through a VPN that is not connected.',
    },
    'connection-closed': {
      full: 'Too many programs are connected to the mailbox at once.',
      middlebox: 'A firewall or an antivirus program in between cut the connection.',
      restart: 'The server restarted.',
    },
    'certificate-untrusted': {
      inspected:
        'An antivirus program or the company’s firewall opens secure connections and puts its own certificate in place.',
      private: 'The server belongs to a company that has its own certification authority.',
      stranger: 'Somebody else answers in the server’s place.',
    },
    'certificate-wrong-host': {
      alias: 'A name of your own points to Alibaba’s server. Use the server’s own name.',
      portal: 'A hotel’s or café’s sign-in page answers for everything. Sign in there first.',
      stranger: 'Somebody else answers in the server’s place.',
    },
    'certificate-expired': {
      clock: 'Date and time of this computer are wrong.',
      renewal: 'The server’s certificate was not renewed in time.',
    },
    'tls-failed': {
      port: 'The port does not speak TLS from the first byte. Port 143 does not, 993 does.',
      old: 'The server offers only TLS versions that are no longer safe.',
      middlebox: 'A firewall in between does not let TLS through.',
    },
    'proxy-unreachable': {
      name: 'The proxy’s name or port is mistyped.',
      away: 'The proxy is reached from the office or through a VPN only.',
    },
    'proxy-login': {
      missing: 'The proxy’s user name and password were not given.',
      wrong: 'One of them is not right, or has changed.',
    },
    'proxy-refused': {
      port: 'The proxy lets web pages through (port 443) and not port 993.',
      list: 'The proxy knows a list of allowed servers, and this one is not on it.',
    },
    'proxy-no-way': {
      name: 'The mail server’s name is mistyped, or the proxy’s name server does not know it.',
      firewall: 'A firewall behind the proxy does not let port 993 out.',
    },
    'not-imap': {
      port: 'The port belongs to another service: 465 sends mail, 995 is POP3, 993 is IMAP.',
      service: 'A web server or a proxy answers in the mail server’s place.',
    },
    'server-busy': {
      connections: 'Too many programs are connected to the mailbox at once.',
      rate: 'There were many connections in a short time. It passes by itself.',
    },
    'folder-refused': {
      moment: 'The server is in trouble just now.',
      rights: 'The account may log in but has no mailbox, or IMAP is restricted for it.',
    },
  },
  certificate: {
    title: 'The certificate that was shown',
    why: 'Why it is not trusted',
    subject: 'Issued for',
    names: 'Good for',
    issuer: 'Issued by',
    validity: 'Valid',
    range: '{{from}} to {{to}}',
    fingerprint: 'SHA-256',
    unknown: 'not stated',
    fault: {
      expired: 'it has expired',
      'not-yet-valid': 'it is not valid yet',
      'wrong-host': 'it is not for the name {{host}}',
      'self-signed': 'it vouches for itself, no authority does',
      'unknown-authority': 'its authority is not known to this computer',
    },
    todo: 'Compare the SHA-256 with what the server’s administrator says. If a private authority issued it, choose that authority’s file; it is remembered for this account. There is no way to go on without a check.',
    choose: 'Choose the authority’s file (PEM)',
    chosen: 'Use {{name}} and connect',
  },
} as const;
