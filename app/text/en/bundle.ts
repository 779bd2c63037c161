/** The text that an owner hands to Alibaba's support. */
export const bundle = {
  title: 'Sending from {{account}} was limited ("too frequently sending")',
  from: 'First rejection: {{at}} ({{zone}})',
  to: 'Last rejection: {{at}} ({{zone}})',
  counts:
    'Rejections: {{failures}} ({{transient}} temporary, {{permanent}} permanent), {{recipients}} recipients, {{notices}} notices',
  direction: 'Who is limited: {{direction}}',
  others: 'Other episodes observed: {{count}}',
  ips: 'Connecting IPs: {{names}}',
  domains: 'Recipient domains: {{names}}',
  programs: 'Sending programs: {{names}}',
  tags: 'Tags: {{names}}',
  nodes: 'Nodes: {{names}}',
  pace: 'Messages in Sent up to the first rejection: {{minute}} in 60 seconds, {{hour}} in 60 minutes, {{day}} in 24 hours (observed in this mailbox)',
  'no-pace': 'Messages in Sent up to the first rejection: not known',
  lines: 'Replies of the server, {{shown}} of {{total}}:',
  'no-line': 'the notice quotes no reply',
  unknown: 'not known',
  request:
    'Please tell us why these mails were rejected and what the account has to change to send them.',
} as const;
