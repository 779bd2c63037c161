/** What all views share: the bar of filters above them, and saving what is shown. */
export const views = {
  scope: {
    label: 'What the views show',
    everything: 'All rejections, whole time',
    only: 'Only',
    clear: 'Show everything',
    remove: 'Remove: {{filter}}',
    back: 'One step back',
    time: 'Time shown',
    whole: 'All',
    unknown: 'not known',
    preset: { day: '24 h', week: '7 d', month: '30 d', quarter: '90 d' },
    last: {
      day: 'Last 24 hours',
      week: 'Last 7 days',
      month: 'Last 30 days',
      quarter: 'Last 90 days',
    },
    transient: 'Temporary rejections',
    permanent: 'Permanent rejections',
    direction: {
      'own-account': 'This account was limited',
      'recipient-server': 'Limited by a recipient’s server',
      unknown: 'Limited side not certain',
    },
    connectionIp: 'Connecting IP: {{value}}',
    recipientDomain: 'Recipient domain: {{value}}',
    program: 'Program: {{value}}',
  },
  export: {
    of: 'Save: {{title}}',
    csv: 'Table (CSV)',
    svg: 'Picture (SVG)',
    png: 'Picture (PNG)',
    saved: 'Saved as “{{name}}”.',
  },
} as const;
