import type {
  Bucket,
  BucketSize,
  Chart,
  EpisodeRow,
  EvidenceLine,
  Group,
  Overview,
  RejectionFilter,
} from '../../app/api/contract.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

interface Rejection {
  readonly at: number;
  readonly permanent: boolean;
  readonly connectionIp: string;
  readonly recipientDomain: string;
  readonly program: string;
}

/** A mailbox with a history that is the same each time, told from `now` backwards. */
export interface MadeUpMailbox {
  readonly rejections: readonly Rejection[];
  readonly episodes: readonly EpisodeRow[];
  chart(filter: RejectionFilter): Chart;
  lines(episode: Pick<EpisodeRow, 'startedAt'>): EvidenceLine[];
}

const ips = ['203.0.113.9', '203.0.113.40', '198.51.100.24', ''];
const domains = ['example.org', 'mail.example.net', 'students.example.edu', 'example.cn'];
const programs = ['contest-mailer 2.1', 'Foxmail 7.2', 'python-smtplib', ''];

/** Hours ago of the first rejection, length in minutes, how many. */
export type Burst = readonly [hoursAgo: number, minutes: number, count: number];
const usual: readonly Burst[] = [
  [61 * 24 + 5, 235, 53],
  [44 * 24 + 3, 30, 9],
  [23 * 24 + 8, 110, 26],
  [6 * 24 + 2, 60, 31],
  [1.3, 60, 28],
];

export function madeUpMailbox(now: number, bursts: readonly Burst[] = usual): MadeUpMailbox {
  const random = seeded(7);
  const pick = <T>(from: readonly T[]): T =>
    from[Math.min(from.length - 1, Math.floor(random() ** 2 * from.length))] as T;
  const episodes: EpisodeRow[] = [];
  const rejections: Rejection[] = [];
  for (const [hoursAgo, minutes, count] of bursts) {
    const startedAt = now - hoursAgo * hour;
    const own = Array.from({ length: count }, (_, index) => ({
      at: Math.round(startedAt + (index / Math.max(1, count - 1)) * minutes * minute),
      permanent: random() < 0.3,
      connectionIp: pick(ips),
      recipientDomain: pick(domains),
      program: pick(programs),
    }));
    rejections.push(...own);
    episodes.push(episodeOf(own));
  }

  const chart = (filter: RejectionFilter): Chart => {
    const from = filter.from ?? now - 90 * day;
    const to = filter.to ?? now;
    const size = sizeFor(to - from);
    const inside = rejections.filter(
      (each) =>
        each.at >= from &&
        each.at < to &&
        (filter.nature === null || each.permanent === (filter.nature === 'permanent')) &&
        (['connectionIp', 'recipientDomain', 'program'] as const).every(
          (name) => filter[name] === null || each[name] === filter[name],
        ),
    );
    const hours = Array.from({ length: 7 }, () => Array.from({ length: 24 }, () => 0));
    for (const { at } of inside) {
      const row = hours[(new Date(at).getDay() + 6) % 7];
      const column = new Date(at).getHours();
      if (row !== undefined) row[column] = (row[column] ?? 0) + 1;
    }
    const permanent = inside.filter((each) => each.permanent).length;
    const groups = (name: 'connectionIp' | 'recipientDomain' | 'program') => ({
      groups: groupsOf(inside, name),
      rest: 0,
    });
    return {
      bucketSize: size,
      buckets: bucketsOf(inside, from, to, size),
      transient: inside.length - permanent,
      permanent,
      hours,
      connectionIps: groups('connectionIp'),
      recipientDomains: groups('recipientDomain'),
      programs: groups('program'),
    };
  };

  return {
    rejections,
    episodes,
    chart,
    lines: ({ startedAt }) => {
      const episode = episodes.find((each) => each.startedAt === startedAt);
      return rejections
        .filter(({ at }) => episode !== undefined && at >= startedAt && at <= episode.endedAt)
        .slice(0, 500)
        .map((each, index) => lineOf(each, index));
    },
  };
}

function episodeOf(own: readonly Rejection[]): EpisodeRow {
  const names = (name: 'connectionIp' | 'recipientDomain' | 'program') =>
    [...new Set(own.map((each) => each[name]))].filter((each) => each !== '');
  const permanent = own.filter((each) => each.permanent).length;
  return {
    startedAt: own[0]?.at ?? 0,
    endedAt: own.at(-1)?.at ?? 0,
    notices: own.length,
    failures: own.length,
    recipients: Math.ceil(own.length * 0.8),
    transient: own.length - permanent,
    permanent,
    direction: 'own-account',
    stages: ['rcpt', 'data'],
    connectionIps: names('connectionIp'),
    recipientDomains: names('recipientDomain'),
    programs: names('program'),
    pace: {
      minute: { messages: 14, recipients: 22 },
      hour: { messages: 212, recipients: 260 },
      day: { messages: 640, recipients: 871 },
    },
  };
}

const lineOf = (each: Rejection, index: number): EvidenceLine => {
  const code = each.permanent ? '554 Reject' : '454 Transient reject';
  return {
    noticeId: index + 1,
    at: each.at,
    recipient: `user${index}@${each.recipientDomain}`,
    replyCode: each.permanent ? 554 : 454,
    stage: 'rcpt',
    connectionIp: each.connectionIp === '' ? null : each.connectionIp,
    tag: `01201311R${1000 + index}S4530114229`,
    node: 'ay29a033002195077',
    diagnostic: `${code} by behaviour spam at Rcpt State(Connection IP address:${each.connectionIp})ANTISPAM_BAT[01201311R${1000 + index}S4530114229, ay29a033002195077]: too frequently sending`,
    importedFrom: index % 7 === 3 ? 'smtp-2026-11.log' : null,
  };
};

const lengths: Readonly<Record<Exclude<BucketSize, 'month'>, number>> = {
  minute,
  quarter: 15 * minute,
  hour,
  day,
  week: 7 * day,
};

const sizeFor = (span: number): Exclude<BucketSize, 'month'> =>
  span <= 12 * hour
    ? 'minute'
    : span <= 2 * day
      ? 'quarter'
      : span <= 20 * day
        ? 'hour'
        : span <= 400 * day
          ? 'day'
          : 'week';

function bucketsOf(
  inside: readonly Rejection[],
  from: number,
  to: number,
  size: Exclude<BucketSize, 'month'>,
): Bucket[] {
  const start = new Date(from);
  start.setSeconds(0, 0);
  if (size === 'hour') start.setMinutes(0);
  if (size === 'quarter') start.setMinutes(start.getMinutes() - (start.getMinutes() % 15));
  if (size === 'day' || size === 'week') start.setHours(0, 0);
  const first = start.getTime();
  const length = lengths[size];
  const buckets = Array.from(
    { length: Math.min(2000, Math.ceil((to - first) / length)) },
    (_, index): Bucket => ({
      from: first + index * length,
      to: first + (index + 1) * length,
      transient: 0,
      permanent: 0,
      sent: Math.round((Math.sin(index / 3) + 1.2) * 7 * (length / day) ** 0.3),
    }),
  );
  for (const { at, permanent } of inside) {
    const bucket = buckets[Math.floor((at - first) / length)];
    if (bucket === undefined) continue;
    if (permanent) bucket.permanent += 1;
    else bucket.transient += 1;
    bucket.sent += 2;
  }
  return buckets;
}

function groupsOf(
  inside: readonly Rejection[],
  name: 'connectionIp' | 'recipientDomain' | 'program',
): Group[] {
  const groups = new Map<string, Group>();
  for (const each of inside) {
    const group = groups.get(each[name]) ?? { name: each[name], transient: 0, permanent: 0 };
    if (each.permanent) group.permanent += 1;
    else group.transient += 1;
    groups.set(each[name], group);
  }
  return [...groups.values()]
    .sort((a, b) => b.transient + b.permanent - a.transient - a.permanent)
    .slice(0, 50);
}

/** What overview:get would say of it, limited since the last burst. */
export function madeUpOverview(
  mailbox: MadeUpMailbox,
  account: Overview['account'],
  now: number,
): Overview {
  const { rejections, episodes } = mailbox;
  return {
    account,
    state: 'limited',
    since: now - 90 * day,
    scannedAt: now - 4 * minute,
    advice: {
      action: 'pause',
      retryAt: now + 42 * minute,
      reason: 'short-episode',
      alsoDo: ['slow-down', 'change-password'],
    },
    totals: { notices: 251, failures: 260, throttled: rejections.length },
    firstAt: rejections[0]?.at ?? null,
    lastAt: rejections.at(-1)?.at ?? null,
    episodes: [...episodes],
    pace: {
      sentMessages: 8123,
      coverage: 0.93,
      highestWithoutRejection: {
        minute: { messages: 9, recipients: 12 },
        hour: { messages: 120, recipients: 151 },
        day: { messages: 480, recipients: 602 },
      },
    },
    causes: [],
    passwordChanges: [now - 52 * day, now - 3 * day],
    imports: [{ name: 'smtp-2026-11.log', at: now - 2 * day, notices: 12, throttled: 9 }],
    folders: [
      {
        path: 'INBOX',
        role: 'inbox',
        messages: 100_000,
        swept: 25_011,
        candidates: 260,
        notices: 251,
      },
      { path: '垃圾邮件', role: 'junk', messages: 812, swept: 240, candidates: 3, notices: 0 },
      { path: '已发送', role: 'sent', messages: 9_120, swept: 8_123, candidates: 0, notices: 0 },
    ],
    notScanned: [{ code: 'before-window', subject: null, count: 74_989 }],
  };
}

/** mulberry32: small, and the same numbers everywhere. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
