import type {
  Account,
  Answer,
  Bridge,
  NoticeDetail,
  NoticeRow,
  Overview,
  PasswordState,
  ScanStatus,
} from '../../app/api/contract.ts';
import { ok } from '../../app/result.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

export interface FakeBridge extends Bridge {
  /** Every call in order: function name and argument. */
  readonly calls: (readonly [string, unknown])[];
  progress(status: ScanStatus): void;
  changeLanguage(language: 'en' | 'zh-CN'): void;
}

export const info: Answer<'app:info'> = {
  version: '0.1.0',
  electron: '45.4.1',
  chrome: '150.0.0.0',
  fallbackRuntime: false,
  language: 'en',
  startOn: 'overview',
  dataFolder: '/home/user/.local/share/sendwell',
  storeProblem: null,
};

export function account(change: Partial<Account> = {}): Account {
  return {
    id: 1,
    address: 'owner@example.com',
    host: 'imap.qiye.aliyun.com',
    port: 993,
    sample: false,
    canScan: true,
    lastScanAt: Date.now() - 4 * minute,
    ...change,
  };
}

export function scanStatus(change: Partial<ScanStatus> = {}): ScanStatus {
  return {
    accountId: 1,
    phase: 'sweeping',
    folder: 'INBOX',
    swept: 1203,
    total: 25_011,
    candidates: 40,
    notices: 12,
    throttled: 9,
    startedAt: Date.now() - minute,
    problem: null,
    ...change,
  };
}

/** An account limited since an hour ago, with two older episodes. */
export function overview(change: Partial<Overview> = {}): Overview {
  const now = Date.now();
  const episode = (daysAgo: number, length: number, transient: number, permanent: number) => ({
    startedAt: now - daysAgo * day - length,
    endedAt: now - daysAgo * day,
    notices: transient + permanent,
    failures: transient + permanent,
    transient,
    permanent,
    direction: 'own-account' as const,
    connectionIps: ['203.0.113.9'],
  });
  const episodes = [
    episode(61, 4 * hour, 41, 12),
    episode(23, 2 * hour, 18, 0),
    episode(0.012, hour, 22, 6),
  ];
  const today = new Date(now).setHours(0, 0, 0, 0);
  const buckets = Array.from({ length: 90 }, (_, index) => {
    const from = today - (89 - index) * day;
    const inside = episodes.filter((each) => each.startedAt >= from && each.startedAt < from + day);
    return {
      from,
      to: from + day,
      transient: inside.reduce((sum, each) => sum + each.transient, 0),
      permanent: inside.reduce((sum, each) => sum + each.permanent, 0),
      sent: (index * 37) % 23,
    };
  });
  return {
    account: account(),
    state: 'limited',
    since: now - 90 * day,
    scannedAt: now - 4 * minute,
    advice: { action: 'pause', retryAt: now + 43 * minute, reason: 'short-episode' },
    totals: { notices: 251, failures: 260, throttled: 99 },
    bucketSize: 'day',
    buckets,
    episodes,
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
    ...change,
  };
}

const diagnostic =
  '454 Transient reject by behaviour spam at Rcpt State(Connection IP address:203.0.113.9)ANTISPAM_BAT[01201311R9368S4530114229, ay29a033002195077]: too frequently sendingCONTINUE';

export function notice(change: Partial<NoticeDetail> = {}): NoticeDetail {
  return {
    id: 1,
    folder: 'INBOX',
    uid: 4711,
    isBounce: true,
    bouncedAt: '2026-03-02T08:14:05+08:00',
    unreadable: null,
    reportingMta: 'smtp.example.com',
    summary: 'Mail to user@example.org was throttled; the address itself is good.',
    original: {
      messageId: '<a@example.com>',
      subject: 'Contest registration',
      from: 'owner@example.com',
      sentAt: '2026-03-02T08:14:01+08:00',
      program: 'example-mailer 2.1',
    },
    failures: [
      {
        recipient: 'user@example.org',
        action: 'failed',
        category: 'throttle',
        confidence: 'certain',
        replyCode: 454,
        enhancedStatus: '4.7.1',
        remoteMta: 'mx.example.org',
        diagnostic,
        throttle: {
          phrase: 'too-frequently',
          permanent: false,
          stage: 'rcpt',
          connectionIp: '203.0.113.9',
          tag: '01201311R9368S4530114229',
          node: 'ay29a033002195077',
          direction: 'own-account',
        },
      },
    ],
    ...change,
  };
}

const kinds = [
  ['throttle', 454, 'rcpt', '203.0.113.9'],
  ['throttle', 554, 'data', '203.0.113.9'],
  ['user-unknown', 550, 'rcpt', null],
  ['throttle', 454, null, null],
  ['policy', 554, 'rcpt', '198.51.100.1'],
  ['mailbox-full', 552, null, null],
  ['expired', null, null, null],
] as const;

export function noticeRows(count: number): NoticeRow[] {
  return Array.from({ length: count }, (_, index): NoticeRow => {
    const [category, replyCode, stage, connectionIp] = kinds[index % kinds.length] ?? kinds[0];
    return {
      id: index + 1,
      at: Date.now() - index * 3 * hour,
      recipients: [`user${String(index)}@example.org`],
      recipientCount: index % 9 === 4 ? 14 : 1,
      category,
      action: 'failed',
      confidence: index % 11 === 3 ? 'possible' : 'certain',
      replyCode,
      stage,
      connectionIp,
      subject: index % 5 === 0 ? '比赛报名确认 Contest registration' : `Order ${String(index)}`,
      unreadable: null,
    };
  });
}

/** Enough to see, few enough for jsdom to lay a hand on each. */
const drawnRows = 24;

export function passwordState(change: Partial<PasswordState> = {}): PasswordState {
  return {
    site: 'china',
    sample: false,
    guide: null,
    held: true,
    lastCheck: null,
    changes: [],
    beforeAfter: null,
    rotation: null,
    remember: { state: 'none', problem: 'no-keyring' },
    ...change,
  };
}

const sites: Answer<'site:list'> = [
  { id: 'china', host: 'imap.qiye.aliyun.com', port: 993, webmail: 'qiye.aliyun.com' },
  { id: 'singapore', host: 'imap.sg.aliyun.com', port: 993, webmail: 'mail.sg.aliyun.com' },
  { id: 'personal', host: 'imap.aliyun.com', port: 993, webmail: 'mail.aliyun.com' },
];

/** A main process that always answers at once; a test overrides what it is about. */
export function fakeBridge(override: Partial<Bridge> = {}): FakeBridge {
  const calls: (readonly [string, unknown])[] = [];
  const progress = new Set<(status: ScanStatus) => void>();
  const language = new Set<(language: 'en' | 'zh-CN') => void>();
  const rows = noticeRows(251);
  const answers: Bridge = {
    appInfo: () => Promise.resolve(info),
    setLanguage: () => Promise.resolve(null),
    listAccounts: () => Promise.resolve([account()]),
    removeAccount: () => Promise.resolve(ok(null)),
    findSite: () => Promise.resolve({ site: sites[0] ?? null, evidence: 'mx' }),
    listSites: () => Promise.resolve(sites),
    connect: () => Promise.resolve(ok({ accountId: 1 })),
    scanSample: () => Promise.resolve(ok({ accountId: 1 })),
    scanAgain: () => Promise.resolve(ok({ accountId: 1 })),
    cancelScan: () => Promise.resolve(null),
    scanStatus: () => Promise.resolve(null),
    chooseCa: () => Promise.resolve('company-ca.pem'),
    overview: () => Promise.resolve(ok(overview())),
    listNotices: ({ offset, limit, filter }) => {
      const fitting = rows.filter(
        (row) => filter.category === null || row.category === filter.category,
      );
      return Promise.resolve(
        ok({
          total: fitting.length,
          rows: fitting.slice(offset, offset + Math.min(limit, drawnRows)),
        }),
      );
    },
    getNotice: ({ noticeId }) => Promise.resolve(ok(notice({ id: noticeId }))),
    openLink: () => Promise.resolve(null),
    passwordState: () => Promise.resolve(ok(passwordState())),
    passwordGuide: () => Promise.resolve(ok(passwordState())),
    tryPassword: () => Promise.resolve(ok(passwordState())),
    passwordChecked: () => Promise.resolve(ok(passwordState())),
    addPasswordChange: () => Promise.resolve(ok(passwordState())),
    removePasswordChange: () => Promise.resolve(ok(passwordState())),
    setPasswordRotation: () => Promise.resolve(ok(passwordState())),
    rememberPassword: () => Promise.resolve(ok(passwordState())),
    passwordCopied: () => Promise.resolve(null),
    openWebmail: () => Promise.resolve('opened'),
    onScanProgress: (listener) => {
      progress.add(listener);
      return () => progress.delete(listener);
    },
    onLanguageChanged: (listener) => {
      language.add(listener);
      return () => language.delete(listener);
    },
    ...override,
  };
  const recorded = Object.fromEntries(
    Object.entries(answers).map(([name, answer]) => [
      name,
      (argument: never) => {
        calls.push([name, argument]);
        return (answer as (argument: never) => unknown)(argument);
      },
    ]),
  ) as unknown as Bridge;
  return {
    ...recorded,
    calls,
    progress: (status) => {
      for (const listener of progress) listener(status);
    },
    changeLanguage: (next) => {
      for (const listener of language) listener(next);
    },
  };
}
