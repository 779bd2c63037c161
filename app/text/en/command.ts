/** The command line's own words. */
export const command = {
  help: `Sendwell finds out when and why Alibaba Mail throttled a mailbox. It changes nothing in the mailbox.

  sendwell explain [--json] [PATH…]
      explains bounce notices: .eml, mbox, Maildir, a folder of these, a log; '-' or none: standard input
  sendwell scan --user ADDRESS [--host H] [--port 993] [--folder NAME]… [--since YYYY-MM-DD|all]
                [--ca FILE.pem] [--proxy URL] [--password-file FILE] [--data DIR] [--fresh-database] [--json]
      scans a mailbox over IMAP; the password comes from SENDWELL_PASSWORD, the file, or a hidden prompt
      --proxy http://host:port, socks5://host:port or direct; without it HTTPS_PROXY, ALL_PROXY and NO_PROXY count;
      its password comes from SENDWELL_PROXY_PASSWORD
  sendwell scan --sample [--data DIR] [--json]
      scans the sample mailbox; no network
      --fresh-database: where the local database is damaged, keeps it aside and starts a new one
  sendwell scan --user ADDRESS --import PATH… [--data DIR] [--json]
      adds mail files and logs to the account's history; no network
  sendwell audit --accounts FILE.csv --out DIR [--since …] [--format html,pdf,csv,json] [--concurrency N]
                 [--shard I/N] [--redact] [--retry-refused] [--ca FILE.pem] [--data DIR] [--json]
      audits many mailboxes into one report; FILE.csv has user,host,port,passwordEnv,passwordFile, never passwords.
      The same command again does only what is missing
  sendwell audit --from-files DIR --out DIR …
      the same from exported mail, one sub-folder or mbox an account; no network
  sendwell audit --merge DIR… --out DIR …
      one report from the folders of several shards
  sendwell check --user ADDRESS [--data DIR]
      one line from what is stored: 0 healthy or recovering, 10 limited, 11 unknown
  sendwell password check --account ADDRESS [--json]
      judges the password on standard input by Alibaba Mail's rules and by its strength; no network
  sendwell password suggest --account ADDRESS [--length 16…64] [--json]
      makes a password that complies

For all: --lang en|zh-CN, --timezone ZONE. SENDWELL_DATA is where the database lives.
Exit status: 0 done, 2 wrong usage, 3 server not reached or trusted, 4 login refused, 5 stopped half-way,
6 some accounts of an audit failed, 130 interrupted.`,
  'database-kept-aside':
    'The damaged database is kept as {{file}}. A new one was started; it knows only what is read from now on.',
  'log-kept-aside':
    'The newest changes to the database could not be read and are kept as {{file}}. What they held of the mailbox is read again.',
  'fresh-database':
    'Run the command again with --fresh-database to keep the file aside and start afresh.',
  'no-password': 'no password: set SENDWELL_PASSWORD or use --password-file',
  'password-for': 'Password for {{account}} (not shown):',
  audit: {
    done: '{{state}}, {{throttled}} throttled in {{episodes}} episodes.',
    repeated: 'Line {{line}} names {{account}} a second time and is not used.',
    ignored: 'Columns that mean nothing here: {{columns}}.',
    noPdf:
      'No PDF could be made: it is printed by the Sendwell app, which was not found here or has no display. SENDWELL_APP names its executable.',
    written: 'Written to {{folder}}: {{files}}',
    total: '{{accounts}} accounts in the report, {{failed}} of them failed.',
    remaining: '{{remaining}} accounts are still to be done; the same command goes on with them.',
    evidenceMissing: 'Evidence files that were not found beside their shard: {{count}}.',
  },
  progress: {
    listing: 'Listing folders',
    sweeping: '{{folder}}: {{swept}} of {{total}} messages, {{notices}} notices found',
    waiting: 'Waiting to go on: the connection was lost or the server is busy',
    left: {
      soon: 'less than a minute left',
      minutes_one: 'about {{count}} minute left',
      minutes_other: 'about {{count}} minutes left',
      hours: 'about {{hours}} h {{minutes}} min left',
    },
  },
  state: {
    limited: 'Sending is limited.',
    recovering: 'Sending was limited less than a week ago; the advised pause is over.',
    healthy: 'No throttle notice that limits this account in {{folders}} since {{since}}.',
    unknown: 'Not known: the mailbox was not read completely within the last day.',
  },
  everything: 'the first message',
  retry: 'Try again from {{at}} (an estimate).',
  totals:
    '{{notices}} bounce notices, {{failures}} failed deliveries, {{throttled}} of them throttled.',
  episode:
    '{{startedAt}} to {{endedAt}}: {{failures}} throttled ({{transient}} temporary, {{permanent}} permanent)',
  pace: '    Sent before: {{minute}} messages in 60 seconds, {{hour}} in 60 minutes, {{day}} in 24 hours.',
  sent: 'Sending pace, as observed in Sent ({{messages}} messages)',
  highest: 'The most that went through without a rejection',
  'highest-values': '{{minute}} in 60 seconds, {{hour}} in 60 minutes, {{day}} in 24 hours',
  coverage: '{{share}} of the mails that bounced stand in Sent.',
  causes: 'Why',
  'also-do': 'Besides',
  together:
    'All together: {{notices}} bounce notices, {{throttled}} throttled deliveries, {{episodes}} episodes.',
  imported:
    'Imported: {{messages}} messages or log lines, {{added}} new notices, {{known}} known before.',
  folders: 'What was read',
  folder: '{{swept}} of {{messages}} messages, {{notices}} notices',
  'smtp-refusals':
    'Programs that send over SMTP see a refusal in their own log only and leave no mail: what is shown is the least that happened.',
  possible: 'possible, not counted',
  field: {
    bouncedAt: 'Time',
    reportingMta: 'Reported by',
    subject: 'Subject of the mail',
    messageId: 'Message-ID of the mail',
    action: 'Action',
    code: 'Reply',
    remoteMta: 'Said by',
    stage: 'Stage',
    connectionIp: 'Connecting IP',
    tag: 'Tag',
    node: 'Node',
    direction: 'Who is limited',
    programs: 'Programs',
    diagnostic: 'Deciding text',
  },
  action: {
    failed: 'failed',
    delayed: 'delayed, still being tried',
    delivered: 'delivered',
    expanded: 'expanded',
    relayed: 'relayed',
  },
  direction: {
    'own-account': 'this account',
    'recipient-server': 'the sending host, by the recipient’s server',
    unknown: 'not known',
  },
} as const;
