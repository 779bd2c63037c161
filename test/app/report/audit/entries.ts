import type { Audited, AuditHead, Unread } from '../../../../app/report/audit/document.ts';

/** An account with two episodes and everything that can be said about one. */
export function audited(change: Partial<Audited> = {}): Audited {
  const episode = (day: number, transient: number, permanent: number) => ({
    startedAt: `2026-03-0${day}T08:14:05+08:00`,
    endedAt: `2026-03-0${day}T09:20:00+08:00`,
    notices: transient + permanent,
    failures: transient + permanent,
    ...{ transient, permanent, direction: 'own-account' as const },
    connectionIps: ['203.0.113.9'],
    recipientDomains: ['dest.example'],
    programs: ['Example Mailer 2'],
    pace: {
      minute: { messages: 9, recipients: 12 },
      hour: { messages: 60, recipients: 80 },
      day: { messages: 300, recipients: 410 },
    },
  });
  return {
    account: 'owner@example.com',
    host: 'imap.example.com',
    scannedAt: '2026-03-05T10:00:00+08:00',
    since: '2026-01-01T00:00:00+08:00',
    folders: [
      { path: 'INBOX', role: 'inbox', messages: 2000, swept: 1900, candidates: 20, notices: 11 },
    ],
    notScanned: ['100 messages were not read because they arrived before the time window.'],
    totals: { notices: 11, failures: 11, throttled: 11 },
    state: 'recovering',
    summary: 'Sending was limited less than a week ago.',
    episodes: [episode(1, 4, 2), episode(2, 5, 0)],
    pace: {
      sentMessages: 812,
      coverage: 0.93,
      highestWithoutRejection: {
        minute: { messages: 7, recipients: 8 },
        hour: { messages: 40, recipients: 55 },
        day: null,
      },
    },
    cause: [{ name: 'pace', likelihood: 'likely', evidence: ['More was sent than ever before.'] }],
    advice: {
      action: 'none',
      retryAt: '2026-03-02T10:20:00+08:00',
      why: 'The pause has passed.',
      alsoDo: ['slow-down'],
    },
    traffic: { bytesIn: 812_000, bytesOut: 9000, roundTrips: 21, seconds: 1.5 },
    problem: null,
    timeline: [
      { day: '2026-03-01', transient: 4, permanent: 2, sent: 300 },
      { day: '2026-03-02', transient: 5, permanent: 0, sent: 120 },
    ],
    lines: [
      {
        at: '2026-03-02T08:14:05+08:00',
        recipient: 'user@dest.example',
        subject: 'Contest registration',
        replyCode: 454,
        stage: 'rcpt',
        connectionIp: '203.0.113.9',
        tag: '01201311R1468S4530114229',
        node: 'ay29a033002195077',
        diagnostic: '454 Transient reject by behaviour spam: too frequently sending',
      },
    ],
    lineCount: 11,
    password: {
      changes: ['2026-02-10T12:00:00+08:00'],
      check: { at: '2026-03-05T10:00:00+08:00', compliant: true, score: 2 },
    },
    evidence: {
      file: 'evidence/owner@example.com.zip',
      sha256: 'ab'.repeat(32),
      bytes: 4711,
      notices: 11,
      of: 11,
    },
    ...change,
  };
}

export const quiet = (account: string): Audited =>
  audited({
    account,
    totals: { notices: 0, failures: 0, throttled: 0 },
    ...{ state: 'healthy', episodes: [], timeline: [], lines: [], lineCount: 0, evidence: null },
  });

export const unread = (account: string): Unread => ({
  account,
  host: 'imap.example.com',
  problem: {
    code: 'login-refused',
    message: 'imap.example.com refused the login.',
    detail: 'LOGIN failed <b>now</b>',
  },
  triedAt: '2026-03-05T10:00:00+08:00',
});

export const head = (change: Partial<AuditHead> = {}): AuditHead => ({
  generatedAt: '2026-03-05T10:00:00+08:00',
  since: '2026-01-01T00:00:00+08:00',
  shard: null,
  tool: 'Sendwell 0.1.0',
  timeZone: 'Asia/Shanghai',
  language: 'en',
  redacted: false,
  remaining: 0,
  ...change,
});

export async function* each<T>(items: Iterable<T>): AsyncIterable<T> {
  for (const item of items) yield await Promise.resolve(item);
}

export async function whole(pieces: AsyncIterable<string>): Promise<string> {
  let text = '';
  for await (const piece of pieces) text += piece;
  return text;
}
