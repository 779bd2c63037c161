import type { MemoryMessage } from '../memory-mailbox.ts';

/** What happened to one recipient of a mail, as a notice tells it. */
export interface ReportedFailure {
  readonly recipient: string;
  readonly action: 'failed' | 'delayed';
  readonly kind: 'transient' | 'permanent' | 'user-unknown' | 'possible' | 'expired';
}

/** One notice that arrived, and where copies of it lie. */
export interface WorldNotice {
  readonly key: string;
  readonly writtenAt: number;
  readonly receivedAt: number;
  readonly folders: readonly ('INBOX' | 'Junk')[];
  /** Null: the notice returns nothing of the original. */
  readonly originalId: string | null;
  readonly failures: readonly ReportedFailure[];
}

export interface WorldSent {
  readonly messageId: string;
  readonly at: number;
  readonly recipients: number;
}

/** A mailbox whose whole truth is known. */
export interface World {
  readonly now: number;
  readonly since: number;
  readonly notices: readonly WorldNotice[];
  readonly sent: readonly WorldSent[];
}

/** Mulberry32: small, and the same on every machine. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** Bursts of sending, some of which are refused; warnings, repeats, copies and late notices among them. */
export function randomWorld(seed: number): World {
  const random = randomFrom(seed);
  const below = (limit: number): number => Math.floor(random() * limit);
  const chance = (share: number): boolean => random() < share;
  // Whole seconds: a Date header knows no smaller ones.
  const now = Date.UTC(2026, 2, 10, 12);
  const since = now - 90 * day;
  const sent: WorldSent[] = [];
  const notices: WorldNotice[] = [];
  const kinds = ['transient', 'permanent', 'user-unknown', 'possible', 'expired'] as const;

  // Somebody who keeps every pause and is refused again all the same.
  const patient = chance(0.2);
  for (let burst = 0; burst < 2 + below(9); burst += 1) {
    // Some bursts lie before the window, some end just now.
    const start = patient
      ? now - burst * 40 * hour - below(5 * hour)
      : now - below(chance(0.3) ? 3 * hour : 100 * day) - minute;
    const refused = patient || chance(0.7);
    const pause = patient || chance(0.5) ? 20_000 : 25 * minute;
    for (let mail = 0; mail < 1 + below(12); mail += 1) {
      const at = Math.floor(Math.min(now - 1000, start + mail * (1 + below(pause))) / 1000) * 1000;
      const messageId = `<mail-${burst}-${mail}@example.com>`;
      const recipients = 1 + below(4);
      if (chance(0.8)) sent.push({ messageId, at, recipients });
      if (!refused || chance(0.4)) continue;
      const failures = Array.from({ length: recipients }, (_, index) => ({
        recipient: `user${String(index)}@dest${String(below(3))}.example.org`,
        action: 'failed' as const,
        kind: kinds[chance(0.7) ? below(2) : below(kinds.length)] ?? 'transient',
      }));
      const originalId = chance(0.9) ? messageId : null;
      const report = (name: string, delay: number, told: readonly ReportedFailure[]): void => {
        const writtenAt = Math.min(now - 1000, at + delay);
        const receivedAt = Math.min(now - 1000, writtenAt + (chance(0.1) ? 3 * day : 5000));
        notices.push({
          key: `<${name}-${burst}-${mail}@mta.example.com>`,
          ...{ writtenAt, receivedAt, originalId, failures: told },
          folders: chance(0.1) ? ['INBOX', 'Junk'] : chance(0.1) ? ['Junk'] : ['INBOX'],
        });
      };
      if (chance(0.25))
        report(
          'warning',
          10 * minute,
          failures.map((failure) => ({ ...failure, action: 'delayed', kind: 'transient' })),
        );
      if (chance(0.9)) report('failure', chance(0.2) ? 5 * hour : 4000, failures);
      if (chance(0.08)) report('repeated', 2 * hour, failures);
    }
  }
  return { now, since, notices, sent };
}

const replies = {
  transient:
    '454 Transient reject by behaviour spam at Rcpt State(Connection IP address:203.0.113.9)ANTISPAM_BAT[01201311R9368S45, ay29a]: too frequently sendingCONTINUE',
  permanent:
    '554 Reject by behaviour spamANTISPAM_BAT[01201311R1968S45, ay29a]: much too frequently sending',
  'user-unknown': '550 5.1.1 User unknown',
  possible: '554 Reject by behaviour spam',
  expired: null,
} as const;

const letter = (lines: readonly string[]): string => lines.join('\r\n');

/** The notice as a mail server would write it. */
export function noticeMail(notice: WorldNotice): string {
  const fields = notice.failures.flatMap(({ recipient, action, kind }) => {
    const reply = replies[kind];
    const host = reply === null ? [] : ['Remote-MTA: dns; smtp.qiye.aliyun.com'];
    return [
      '',
      `Final-Recipient: rfc822; ${recipient}`,
      `Action: ${action}`,
      `Status: ${reply?.startsWith('4') || action === 'delayed' ? '4.0.0' : reply === null ? '4.4.7' : '5.0.0'}`,
      ...host,
      ...(reply === null ? [] : [`Diagnostic-Code: smtp; ${reply}`]),
    ];
  });
  const delayed = notice.failures.every(({ action }) => action === 'delayed');
  return letter([
    'Return-Path: <>',
    'From: Mail Delivery System <MAILER-DAEMON@mta.example.com>',
    'To: owner@example.com',
    `Subject: ${delayed ? 'Delayed Mail (still being retried)' : 'Undelivered Mail Returned to Sender'}`,
    `Date: ${new Date(notice.writtenAt).toUTCString()}`,
    `Message-ID: ${notice.key}`,
    'Auto-Submitted: auto-replied',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="part"',
    '',
    '--part',
    'Content-Type: text/plain; charset=us-ascii',
    '',
    'This is the mail system at host mta.example.com.',
    '',
    '--part',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mta.example.com',
    ...fields,
    '',
    ...(notice.originalId === null
      ? []
      : [
          '--part',
          'Content-Type: text/rfc822-headers',
          '',
          'From: owner@example.com',
          'Subject: An offer',
          `Message-ID: ${notice.originalId}`,
          '',
        ]),
    '--part--',
    '',
  ]);
}

const sentMail = ({ messageId, at, recipients }: WorldSent): string =>
  letter([
    'From: owner@example.com',
    `To: ${Array.from({ length: recipients }, (_, index) => `user${String(index)}@dest.example.org`).join(', ')}`,
    `Date: ${new Date(at).toUTCString()}`,
    `Message-ID: ${messageId}`,
    '',
    'Text',
  ]);

const inOrder = (mails: readonly { at: number; raw: string }[]): MemoryMessage[] =>
  [...mails]
    .sort((a, b) => a.at - b.at)
    .map(({ at, raw }, index) => ({ uid: index + 1, receivedAt: new Date(at), raw }));

/** The world's folders, each in order of arrival. */
export function folderOf(world: World, name: 'INBOX' | 'Junk' | 'Sent'): MemoryMessage[] {
  if (name === 'Sent')
    return inOrder(world.sent.map((mail) => ({ at: mail.at, raw: sentMail(mail) })));
  return inOrder(
    world.notices
      .filter(({ folders }) => folders.includes(name))
      .map((notice) => ({ at: notice.receivedAt, raw: noticeMail(notice) })),
  );
}
