import { type Calendar, later } from '../calendar.ts';
import { everydayDraft, writeOutgoing } from '../mail/outgoing.ts';
import { coremail } from '../notices/coremail.ts';
import { exchange } from '../notices/exchange.ts';
import type { Layout, OutgoingMail, Rejection } from '../notices/layout.ts';
import { postfix } from '../notices/postfix.ts';
import { ownServer } from '../people.ts';
import type { SeededRandom } from '../random.ts';
import { type BounceTruth, type Entry, samplePaths, type Story } from './entry.ts';

interface PlannedBounce {
  readonly daysAgo: number;
  readonly hour: number;
  readonly layout: Layout;
  readonly rejections: readonly Rejection[];
  /** Sent this many seconds before the notice. */
  readonly age?: number;
  /** Shares its original with the bounce planned just before. */
  readonly sameMail?: boolean;
  /** A warning that a failure follows. */
  readonly superseded?: boolean;
}

const mx = (host: string, ip: string) => ({ host, ip });
const campus = mx('mx.campus.example.com', '203.0.113.30');
const school = mx('mx1.edu.example.cn', '203.0.113.41');
const partner = mx('mx.partners.example.com', '192.0.2.25');
const foreign = mx('mxn.mxhichina.com', '203.0.113.60');
const direct = mx('smtpdm.aliyun.com', '203.0.113.61');

const refused = (
  recipient: string,
  remote: Rejection['remote'],
  status: string,
  reply: string,
  command: Rejection['command'] = 'RCPT TO',
): Rejection => ({ recipient, remote, status, reply, action: 'failed', command });

const slowHost = 'archive@slow.example.org';

/** Everything that bounces for other reasons than Alibaba's throttle. */
const planned: readonly PlannedBounce[] = [
  {
    daysAgo: 76,
    hour: 10,
    layout: postfix,
    rejections: [
      refused(
        'wu.tao98@campus.example.com',
        campus,
        '5.1.1',
        '550 5.1.1 <wu.tao98@campus.example.com>: Recipient address rejected: User unknown in local recipient table',
      ),
    ],
  },
  {
    daysAgo: 71,
    hour: 16,
    layout: exchange,
    rejections: [
      refused(
        'full.box@partners.example.com',
        partner,
        '5.2.2',
        '552 5.2.2 Mailbox full; the recipient is over quota',
      ),
    ],
  },
  {
    daysAgo: 66,
    hour: 9,
    layout: coremail,
    rejections: [
      refused(
        'zhou.xia77@edu.example.cn',
        school,
        '5.1.1',
        '550 User not found: zhou.xia77@edu.example.cn',
      ),
    ],
  },
  {
    daysAgo: 58,
    hour: 11,
    layout: postfix,
    rejections: [
      refused(
        'li.na11@shop.example.cn',
        foreign,
        '5.0.0',
        '554 Reject by content spam [@sm190603] ANTISPAM_CAT: spam content',
        'end of DATA',
      ),
    ],
  },
  {
    daysAgo: 52,
    hour: 15,
    layout: postfix,
    rejections: [
      refused(
        'sales@shop.example.cn',
        foreign,
        '5.0.0',
        `554 Reject by behaviour spam at Rcpt State(Connection IP address:${ownServer.ip})ANTISPAM_BAT[01201311R846a, maildocker-behaviorspam033068209079]: spf check failedCONTINUE`,
      ),
    ],
  },
  {
    daysAgo: 47,
    hour: 20,
    layout: postfix,
    rejections: [
      refused(
        'chen.jun5@example.com',
        mx('mx3.mail.example.com', '192.0.2.80'),
        '5.0.0',
        '550 Connection frequency limited',
        'MAIL FROM',
      ),
    ],
  },
  {
    daysAgo: 40,
    hour: 10,
    layout: postfix,
    rejections: [
      refused(
        'list@students.example.org',
        direct,
        '5.0.0',
        '552 Daily sending quota exceeded',
        'MAIL FROM',
      ),
    ],
  },
  {
    daysAgo: 39,
    hour: 9,
    layout: postfix,
    rejections: [
      refused(
        'huang.yan3@students.example.org',
        direct,
        '5.0.0',
        '504 the number of RCPT attempts is achieved the maximum threshold',
      ),
    ],
  },
  {
    daysAgo: 33,
    hour: 13,
    layout: postfix,
    rejections: [
      refused(
        'wu.min12@campus.example.com',
        campus,
        '5.1.1',
        '550 5.1.1 <wu.min12@campus.example.com>: Recipient address rejected: User unknown in local recipient table',
      ),
      refused(
        'wu.min13@campus.example.com',
        campus,
        '5.2.2',
        '552 5.2.2 <wu.min13@campus.example.com>: mailbox is full',
      ),
    ],
  },
  {
    daysAgo: 19,
    hour: 14,
    layout: postfix,
    age: 4 * 3600,
    superseded: true,
    rejections: [
      {
        ...refused(
          slowHost,
          null,
          '4.4.1',
          'connect to slow.example.org[192.0.2.99]:25: Connection timed out',
          null,
        ),
        action: 'delayed',
      },
    ],
  },
  {
    daysAgo: 17,
    hour: 10,
    layout: postfix,
    age: 48 * 3600,
    sameMail: true,
    rejections: [
      refused(
        slowHost,
        null,
        '4.4.1',
        'connect to slow.example.org[192.0.2.99]:25: Connection timed out',
        null,
      ),
    ],
  },
  {
    daysAgo: 13,
    hour: 17,
    layout: postfix,
    rejections: [
      refused(
        'zhang.lei9@shop.example.cn',
        foreign,
        '5.0.0',
        "554 RCPT (zhang.lei9@shop.example.cn) dosn't exist",
      ),
    ],
  },
  {
    daysAgo: 8,
    hour: 11,
    layout: exchange,
    rejections: [
      refused(
        'leaver@partners.example.com',
        partner,
        '5.1.10',
        '550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup',
      ),
    ],
  },
  {
    daysAgo: 5,
    hour: 18,
    layout: coremail,
    rejections: [
      refused(
        'yang.ming31@edu.example.cn',
        school,
        '5.2.2',
        '552 Quota exceeded or service disabled: the mailbox is full',
      ),
    ],
  },
  {
    daysAgo: 1,
    hour: 9,
    layout: postfix,
    rejections: [
      refused(
        'liu.fang40@campus.example.com',
        campus,
        '5.1.1',
        '550 5.1.1 <liu.fang40@campus.example.com>: Recipient address rejected: User unknown in local recipient table',
      ),
    ],
  },
];

export function tellOtherBounces(calendar: Calendar, random: SeededRandom): Story {
  const entries: Entry[] = [];
  const bounces: BounceTruth[] = [];
  let previous: OutgoingMail | null = null;
  for (const [index, plan] of planned.entries()) {
    const at = calendar.at(plan.daysAgo, plan.hour, random.below(60), random.below(60));
    const id = `ob${index}`;
    const to = plan.rejections.map(({ recipient }) => recipient);
    const reused: OutgoingMail | null = plan.sameMail === true ? previous : null;
    const original: OutgoingMail =
      reused ?? writeOutgoing(id, later(at, -(plan.age ?? 5)), to, everydayDraft(random));
    previous = original;
    const facts = { id, at, reporter: ownServer, original, rejections: plan.rejections };
    const raw = plan.layout(facts);
    if (reused === null) {
      entries.push({ folder: samplePaths.sent, receivedAt: original.sentAt, raw: original.raw });
    }
    entries.push({ folder: samplePaths.inbox, receivedAt: later(at, 2), raw });
    bounces.push({
      messageId: /^message-id: (\S+)/im.exec(raw)?.[1] ?? '',
      at,
      failures: plan.rejections.length,
      superseded: plan.superseded === true ? plan.rejections.length : 0,
      throttle: null,
    });
  }
  return { entries, bounces };
}
