import type {
  Account,
  Answer,
  AuditStatus,
  Bridge,
  EpisodeLink,
  EventBody,
  Explained,
  Explanation,
  NoticeDetail,
  NoticeRow,
  Overview,
  PasswordState,
  ScanStatus,
  Settings,
  WatchStatus,
} from '../../app/api/contract.ts';
import { changed, defaultSettings } from '../../app/api/contract.ts';
import { ok, type Problem } from '../../app/result.ts';
import { auditRows } from './audit-rows.ts';
import { madeUpMailbox, madeUpOverview } from './made-up-mailbox.ts';

const minute = 60_000;
const hour = 60 * minute;

export interface FakeBridge extends Bridge {
  /** Every call in order: function name and argument. */
  readonly calls: (readonly [string, unknown])[];
  progress(status: ScanStatus): void;
  connectSteps(body: EventBody<'connect:steps'>): void;
  watch(status: WatchStatus): void;
  auditProgress(status: AuditStatus): void;
  choose(action: EventBody<'menu:chosen'>): void;
  changeLanguage(language: 'en' | 'zh-CN'): void;
  changeStore(problem: Problem | null): void;
  openEpisode(link: EpisodeLink): void;
}

export const info: Answer<'app:info'> = {
  version: '0.1.0',
  electron: '45.4.1',
  chrome: '150.0.0.0',
  fallbackRuntime: false,
  language: 'en',
  gapMinutes: 60,
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
    remainingMs: 190_000,
    startedAt: Date.now() - minute,
    problem: null,
    ...change,
  };
}

export function watchStatus(change: Partial<WatchStatus> = {}): WatchStatus {
  return {
    accountId: 1,
    state: 'watching',
    since: Date.now() - hour,
    lastLookAt: Date.now() - 2 * minute,
    nextAt: null,
    instant: true,
    problem: null,
    read: 12,
    notices: 2,
    notRead: [],
    ...change,
  };
}

/** An account limited since an hour ago, with four older episodes. */
export function overview(change: Partial<Overview> = {}): Overview {
  const now = Date.now();
  return {
    ...madeUpOverview(madeUpMailbox(now), account(), now),
    causes: [...madeUpCauses],
    ...change,
  };
}

export const madeUpCauses: Overview['causes'] = [
  {
    name: 'weak-password',
    likelihood: 'possible',
    evidence: [{ code: 'password-not-checked', values: {}, basis: 'password' }],
  },
  {
    name: 'pace',
    likelihood: 'likely',
    evidence: [
      {
        code: 'pace-above-hour',
        values: { messages: 212, before: 120, episodes: 4, all: 5 },
        basis: 'sent',
      },
      { code: 'resumed-after-pause', values: { count: 3 }, basis: 'episodes' },
      { code: 'originals-in-sent', values: { share: 0.93 }, basis: 'notices' },
      { code: 'unusual-hours', values: { count: 9, all: 147 }, basis: 'hours' },
    ],
  },
  {
    name: 'stolen-account',
    likelihood: 'unlikely',
    evidence: [{ code: 'same-sources', values: {}, basis: 'connection-ips' }],
  },
  {
    name: 'forged-sender',
    likelihood: 'unlikely',
    evidence: [{ code: 'no-foreign-bounce', values: {}, basis: null }],
  },
];

export function explanation(change: Partial<Explanation> = {}): Explanation {
  const now = Date.now();
  return {
    notices: [explained(), explained({ source: 'smtp.log:12' })],
    messages: 14,
    bounces: 2,
    throttled: 2,
    episodes: [],
    advice: {
      action: 'pause',
      retryAt: now + 31 * minute,
      reason: 'short-episode',
      alsoDo: [],
    },
    causes: [...madeUpCauses],
    lastAt: now - 29 * minute,
    problems: [],
    ...change,
  };
}

export function explained(change: Partial<Explained> = {}): Explained {
  return {
    ...Object.fromEntries(
      Object.entries(notice()).filter(([name]) => !['id', 'folder', 'uid'].includes(name)),
    ),
    source: 'mail/17.eml',
    ...change,
  } as Explained;
}

const diagnostic =
  '454 Transient reject by behaviour spam at Rcpt State(Connection IP address:203.0.113.9)ANTISPAM_BAT[01201311R9368S4530114229, ay29a033002195077]: too frequently sendingCONTINUE';

export function notice(change: Partial<NoticeDetail> = {}): NoticeDetail {
  return {
    id: 1,
    folder: 'INBOX',
    uid: 4711,
    expunged: false,
    importedFrom: null,
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
  const audit = new Set<(status: AuditStatus) => void>();
  const language = new Set<(language: 'en' | 'zh-CN') => void>();
  const clicked = new Set<(link: EpisodeLink) => void>();
  const settings = new Set<(now: Settings) => void>();
  let chosen = defaultSettings;
  const store = new Set<(problem: Problem | null) => void>();
  const steps = new Set<(body: EventBody<'connect:steps'>) => void>();
  const watches = new Set<(status: WatchStatus) => void>();
  const menu = new Set<(action: EventBody<'menu:chosen'>) => void>();
  const rows = noticeRows(251);
  const mailbox = madeUpMailbox(Date.now());
  const answers: Bridge = {
    appInfo: () => Promise.resolve(info),
    licences: () => Promise.resolve([]),
    showLog: () => Promise.resolve(null),
    diagnostics: () => Promise.resolve('Sendwell 0.1.0\nlast problems\n  none'),
    zoom: () => Promise.resolve(null),
    takeOpenedFiles: () => Promise.resolve([]),
    dataUsage: () =>
      Promise.resolve(
        ok({
          folder: info.dataFolder,
          bytes: { database: 12_582_912, aside: 0, logs: 48_300, settings: 1_204, window: 921_600 },
        }),
      ),
    showDataFolder: () => Promise.resolve(null),
    exportData: () => Promise.resolve(ok('sendwell-2026-11-25.zip')),
    deleteData: () => Promise.resolve(ok(null)),
    settingsTrouble: () => Promise.resolve(null),
    abilities: () => Promise.resolve({ closeToTray: null, startAtLogin: null, notify: null }),
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
    chart: ({ filter }) => Promise.resolve(ok(mailbox.chart(filter))),
    getEpisode: ({ startedAt }) => {
      const episode =
        mailbox.episodes.find((each) => each.startedAt === startedAt) ?? mailbox.episodes[0];
      if (episode === undefined) throw new Error('no episode');
      const lines = mailbox.lines(episode);
      return Promise.resolve(ok({ episode, lines, lineCount: lines.length }));
    },
    supportBundle: () => Promise.resolve(ok('Throttle episode\n454 Transient reject')),
    explainText: () => Promise.resolve(ok(explanation())),
    explainFiles: () => Promise.resolve(ok(explanation())),
    chooseMailFiles: () => Promise.resolve(['/home/user/mail']),
    importFiles: () =>
      Promise.resolve(ok({ messages: 14, added: 12, alreadyKnown: 2, throttled: 9, problems: [] })),
    pathsOf: (files) => files.map(({ name }) => `/home/user/${name}`),
    saveExport: ({ name, kind }) => Promise.resolve(ok(`${name}.${kind}`)),
    settings: () => Promise.resolve(chosen),
    changeSettings: (change) => {
      chosen = changed(chosen, change);
      for (const listener of settings) listener(chosen);
      if (change.language !== undefined)
        for (const listener of language) listener(change.language ?? 'en');
      return Promise.resolve(ok(chosen));
    },
    onSettingsChanged: (listener) => {
      settings.add(listener);
      return () => settings.delete(listener);
    },
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
    saveNotice: ({ noticeId }) => Promise.resolve(ok(`${String(noticeId)}.eml`)),
    getNotice: ({ noticeId }) => Promise.resolve(ok(notice({ id: noticeId }))),
    listAudit: () => Promise.resolve(ok(auditRows(24, Date.now()))),
    scanAll: () => Promise.resolve(null),
    cancelAudit: () => Promise.resolve(null),
    auditStatus: () => Promise.resolve({ running: false, done: 0, total: 0, failed: 0 }),
    auditReport: () =>
      Promise.resolve(
        ok({
          folder: '/home/user/audit',
          files: ['audit.html', 'audit.pdf'],
          withoutEvidence: [],
        }),
      ),
    takeEpisode: () => Promise.resolve(null),
    openLink: () => Promise.resolve(null),
    reopenStore: () => Promise.resolve(ok(null)),
    startAfresh: () =>
      Promise.resolve(ok({ keptAs: `${info.dataFolder}/sendwell.damaged-20261124T213045Z.db` })),
    reading: () =>
      Promise.resolve(
        ok({
          days: 90,
          folders: null,
          listed: [
            { path: 'INBOX', role: 'inbox' as const },
            { path: '垃圾邮件', role: 'junk' as const },
            { path: '已发送', role: 'sent' as const },
            { path: 'Archive/2025', role: 'other' as const },
          ],
        }),
      ),
    setReading: () => Promise.resolve(ok(null)),
    setWatch: ({ accountId, on }) =>
      Promise.resolve(ok(watchStatus({ accountId, state: on ? 'connecting' : 'off' }))),
    listWatches: () => Promise.resolve([]),
    onConnectSteps: (listener) => {
      steps.add(listener);
      return () => steps.delete(listener);
    },
    onWatchChanged: (listener) => {
      watches.add(listener);
      return () => watches.delete(listener);
    },
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
    onAuditProgress: (listener) => {
      audit.add(listener);
      return () => audit.delete(listener);
    },
    onMenuChosen: (listener) => {
      menu.add(listener);
      return () => menu.delete(listener);
    },
    onFilesOpened: () => () => undefined,
    onEpisodeOpen: (listener) => {
      clicked.add(listener);
      return () => clicked.delete(listener);
    },
    onLanguageChanged: (listener) => {
      language.add(listener);
      return () => language.delete(listener);
    },
    onStoreChanged: (listener) => {
      store.add(listener);
      return () => store.delete(listener);
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
    changeStore: (problem) => {
      for (const listener of store) listener(problem);
    },
    openEpisode: (link) => {
      for (const listener of clicked) listener(link);
    },
    connectSteps: (body) => {
      for (const listener of steps) listener(body);
    },
    watch: (status) => {
      for (const listener of watches) listener(status);
    },
    auditProgress: (status) => {
      for (const listener of audit) listener(status);
    },
    choose: (action) => {
      for (const listener of menu) listener(action);
    },
    changeLanguage: (next) => {
      for (const listener of language) listener(next);
    },
  };
}
