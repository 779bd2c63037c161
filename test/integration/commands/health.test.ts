import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { databaseFile } from '../../../app/store/data-folder.ts';
import { openStore } from '../../../app/store/store.ts';
import { startDovecot, type Dovecot } from '../../servers/dovecot.ts';
import type { Mail } from '../../servers/maildir.ts';
import { sendwell, type Ended } from './sendwell.ts';
import { bounce, sent } from './stories.ts';

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;
const password = 'Correct-Horse-7';
const names = ['pace', 'stolen', 'forged', 'shop', 'weak', 'odd', 'hasty', 'server'] as const;
type Name = (typeof names)[number];
const addressOf = (name: Name): string => `${name}@example.com`;

interface Count {
  messages: number;
  recipients: number;
}
interface Document {
  state: string;
  since: string | null;
  summary: string;
  totals: { notices: number; failures: number; throttled: number };
  folders: { path: string; role: string; notices: number }[];
  notScanned: string[];
  episodes: {
    startedAt: string;
    endedAt: string;
    notices: number;
    failures: number;
    transient: number;
    permanent: number;
    direction: string;
    connectionIps: string[];
    pace: { minute: Count; hour: Count; day: Count } | null;
  }[];
  pace: {
    sentMessages: number;
    coverage: number | null;
    highestWithoutRejection: Record<'minute' | 'hour' | 'day', Count | null>;
  } | null;
  cause: { name: string; likelihood: string; evidence: string[] }[];
  advice: { action: string; retryAt: string | null; why: string; alsoDo: string[] };
  notices: { folder: string | null; source?: string }[];
}

let dovecot: Dovecot;
let data: string;
/** The current hour, so that nothing straddles a second. */
const now = Math.floor(Date.now() / minute) * minute;

const run = (name: Name, ...more: string[]): Promise<Ended> =>
  sendwell(
    [
      ...['scan', '--user', addressOf(name), '--host', 'localhost', '--port', String(dovecot.port)],
      ...['--ca', dovecot.caFile, '--data', data, '--json', '--timezone', 'UTC', ...more],
    ],
    { env: { SENDWELL_PASSWORD: password } },
  );
async function scan(name: Name): Promise<Document> {
  const ended = await run(name);
  expect([ended.status, ended.stderr]).toEqual([0, '']);
  return JSON.parse(ended.stdout) as Document;
}
const likelihoods = ({ cause }: Document): Record<string, string> =>
  Object.fromEntries(cause.map(({ name, likelihood }) => [name, likelihood]));

/** Three mails an hour from 01:00 to 09:00 UTC of the days before the stories, each to one recipient. */
const everyday = (owner: string): Mail[] =>
  Array.from({ length: 20 }, (_, days) =>
    Array.from({ length: 24 }, (__, index) => {
      const at = Math.floor(now / day) * day - (30 - days) * day + hour + index * 20 * minute;
      return sent({ id: `e${days}-${index}@mail.example.com`, at, owner });
    }),
  ).flat();

function tell(): void {
  const deliver = (name: Name, folder: string, mails: readonly Mail[]): void =>
    dovecot.deliver(
      addressOf(name),
      folder,
      [...mails].sort((a, b) => Number(a.date) - Number(b.date)),
    );

  // Two mails a second for a minute; what goes out after the first 60 is refused.
  const flood = now - 30 * minute;
  const owner = addressOf('pace');
  const mass = Array.from({ length: 90 }, (_, index) => ({
    ...{ id: `f${index}@mail.example.com`, at: flood + index * 0.5 * second, owner },
  }));
  deliver('pace', '已发送', [...everyday(owner), ...mass.map(sent)]);
  deliver(
    'pace',
    'INBOX',
    mass.slice(60).map((letter) => bounce({ ...letter, bouncedAt: letter.at + second })),
  );

  const stolen = addressOf('stolen');
  const night = Math.floor(now / day) * day - 3 * day + 18 * hour;
  deliver('stolen', '已发送', [
    ...everyday(stolen),
    ...Array.from({ length: 5 }, (_, index) =>
      sent({ id: `k${index}@mail.example.com`, at: now - 6 * day + index * second, owner: stolen }),
    ),
  ]);
  deliver('stolen', 'INBOX', [
    ...Array.from({ length: 5 }, (_, index) => {
      const letter = { id: `k${index}@mail.example.com`, at: now - 6 * day, owner: stolen };
      return bounce({ ...letter, bouncedAt: now - 6 * day + 10 * second });
    }),
    ...Array.from({ length: 40 }, (_, index) => {
      const at = night + index * minute;
      const letter = { id: `s${index}@win-7q.example.net`, at, owner: stolen, mailer: 'Bulk 9' };
      const ip = ['203.0.113.5', '192.0.2.77', '203.0.113.199'][index % 3] ?? '';
      return bounce({
        ...letter,
        to: `v${index}@d${index}.example.org`,
        ip,
        bouncedAt: at + second,
      });
    }),
  ]);

  const forged = addressOf('forged');
  deliver('forged', '已发送', everyday(forged));
  deliver(
    'forged',
    'INBOX',
    Array.from({ length: 20 }, (_, index) => {
      const at = now - 2 * day + index * minute;
      return bounce({
        ...{ id: `x${index}@spam${index % 4}.example.net`, at, owner: forged },
        ...{ to: `v${index}@d${index}.example.org`, bouncedAt: at + second },
        ...(index % 2 === 0
          ? { host: 'mx1.qiye.aliyun.com' }
          : { host: `mx${index}.example.org`, reply: '550 5.1.1 user unknown' }),
      });
    }),
  );

  const shop = addressOf('shop');
  deliver('shop', '已发送', everyday(shop));
  deliver(
    'shop',
    'INBOX',
    Array.from({ length: 30 }, (_, index) => {
      const at = now - 2 * day + index * minute;
      const letter = { id: `o${index}@shop.example.com`, at, owner: shop, mailer: 'PHPMailer 6' };
      return bounce({ ...letter, ip: '198.51.100.9', code: 554, bouncedAt: at + second });
    }),
  );

  const weak = addressOf('weak');
  const lonely = { id: 'w1@mail.example.com', at: now - 2 * day, owner: weak };
  deliver('weak', '已发送', [...everyday(weak), sent(lonely)]);
  deliver('weak', 'INBOX', [bounce({ ...lonely, bouncedAt: lonely.at + 2 * second })]);

  // Everything that can be wrong with dates and copies, around one episode of ten minutes, four days ago.
  const odd = addressOf('odd');
  const then = now - 4 * day;
  const letter = (id: string, at = then): { id: string; at: number; owner: string } => ({
    ...{ id: `${id}@mail.example.com`, at, owner: odd },
  });
  const twice = bounce({ ...letter('twice'), bouncedAt: then + minute });
  const many = Array.from({ length: 500 }, (_, index) => `r${index}@list.example.org`);
  deliver('odd', '已发送', [sent(letter('twice')), sent(letter('twice')), sent(letter('many'))]);
  deliver('odd', '垃圾邮件', [twice]);
  deliver('odd', 'INBOX', [
    twice,
    bounce({ ...letter('many'), recipients: many, bouncedAt: then + 2 * minute }),
    bounce({ ...letter('late'), bouncedAt: then + 3 * minute, arrives: then + 3 * day }),
    bounce({ ...letter('none'), bouncedAt: then + 4 * minute, date: null }),
    bounce({
      ...{ ...letter('future'), bouncedAt: then + 5 * minute },
      date: new Date(then + 30 * day).toUTCString(),
    }),
    // Its clock runs a year behind: no notice is older than the mail that it answers.
    bounce({
      ...{ ...letter('past'), bouncedAt: then + 6 * minute },
      date: new Date(then - 365 * day).toUTCString(),
    }),
    bounce({
      ...{ ...letter('zone'), bouncedAt: then + 7 * minute },
      date: new Date(then + 7 * minute + 5.5 * hour).toUTCString().replace('GMT', '+0530'),
    }),
    bounce({ ...letter('retry'), bouncedAt: then + 8 * minute, action: 'delayed' }),
    bounce({ ...letter('retry'), bouncedAt: then + 9 * minute, code: 554 }),
  ]);

  const hasty = addressOf('hasty');
  deliver(
    'hasty',
    'INBOX',
    Array.from({ length: 5 }, (_, index) => {
      const at = now - (9 - 2 * index) * day;
      return bounce({ id: `h${index}@mail.example.com`, at, owner: hasty, bouncedAt: at });
    }),
  );

  const server = addressOf('server');
  const atMx = { id: 'm1@mail.example.com', at: now - minute, owner: server };
  deliver('server', '已发送', [sent(atMx)]);
  deliver('server', 'INBOX', [
    bounce({ ...atMx, host: 'mx1.qiye.aliyun.com', bouncedAt: now - 30 * second }),
  ]);
}

beforeAll(async () => {
  dovecot = await startDovecot({
    users: Object.fromEntries(names.map((name) => [addressOf(name), password])),
  });
  tell();
});
afterAll(() => dovecot.stop());
beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'sendwell-data-'));
  return () => rmSync(data, { recursive: true });
});

describe('a mailbox that sent far faster than ever before', () => {
  it('is limited, and the pace is named next to what went through', async () => {
    const document = await scan('pace');
    expect(document).toMatchObject({
      state: 'limited',
      totals: { notices: 30, failures: 30, throttled: 30 },
      advice: { action: 'pause', alsoDo: ['slow-down'] },
      pace: {
        ...{ sentMessages: 570, coverage: 1 },
        highestWithoutRejection: {
          minute: { messages: 1, recipients: 1 },
          hour: { messages: 3, recipients: 3 },
          day: { messages: 24, recipients: 24 },
        },
      },
    });
    // Dates have whole seconds: two mails of each second from 0 to 31 had gone when the first notice was written.
    expect(document.episodes).toMatchObject([
      { pace: { minute: { messages: 64 }, hour: { messages: 64 }, day: { messages: 64 } } },
    ]);
    expect(likelihoods(document)).toEqual({
      ...{ pace: 'likely', 'weak-password': 'unlikely' },
      ...{ 'stolen-account': 'unlikely', 'forged-sender': 'unlikely' },
    });
  });
});

describe('other causes', () => {
  it('finds a theft in programs, addresses and hours that are not known here', async () => {
    const document = await scan('stolen');
    expect(likelihoods(document)).toMatchObject({
      ...{ 'stolen-account': 'likely', 'forged-sender': 'unlikely' },
    });
    expect(document.advice.alsoDo).toEqual(
      expect.arrayContaining(['change-password', 'review-account']),
    );
  });

  it('takes bounces of mail that nobody here wrote for a forged sender', async () => {
    const document = await scan('forged');
    expect(likelihoods(document)).toEqual({
      ...{ pace: 'unlikely', 'weak-password': 'unlikely' },
      ...{ 'stolen-account': 'unlikely', 'forged-sender': 'likely' },
    });
    expect([document.state, document.advice.action]).toEqual(['healthy', 'none']);
  });

  it('says that a program sends outside Sent, and takes it for no certain theft', async () => {
    const document = await scan('shop');
    expect(document.pace?.coverage).toBe(0);
    expect(document.cause[0]?.evidence.join()).toContain('outside this mailbox’s Sent folder');
    expect(likelihoods(document)['stolen-account']).toBe('possible');
    expect(document.advice.alsoDo).toContain('direct-mail');
  });

  it('calls a weak password likely only after a check that says so', async () => {
    expect(likelihoods(await scan('weak'))['weak-password']).toBe('possible');
    const opened = await openStore(databaseFile(data));
    if (!opened.ok) throw new Error(opened.problem.code);
    const store = opened.value;
    const [account] = store.accounts.list();
    store.passwordHistory.addCheck(account!.id, { at: now, compliant: false, score: 1 });
    store.close();
    const document = await scan('weak');
    expect(likelihoods(document)).toMatchObject({ pace: 'unlikely', 'weak-password': 'likely' });
    expect(document.advice.alsoDo).toContain('change-password');
  });

  it('is not limited by what a recipient’s server says', async () => {
    const document = await scan('server');
    expect(document).toMatchObject({
      ...{ state: 'healthy', advice: { action: 'none', retryAt: null } },
      episodes: [{ direction: 'recipient-server' }],
    });
    expect(document.summary).toContain('INBOX');
  });
});

describe('dates and copies that mislead', () => {
  it('move no episode and count nothing twice', async () => {
    const document = await scan('odd');
    const then = now - 4 * day;
    expect(document.totals).toEqual({ notices: 9, failures: 507, throttled: 507 });
    expect(document.episodes).toHaveLength(1);
    expect(document.episodes[0]).toMatchObject({
      ...{ notices: 8, failures: 507, transient: 506, permanent: 1 },
      pace: { hour: { messages: 2, recipients: 2 } },
    });
    const { startedAt, endedAt } = document.episodes[0]!;
    expect([Date.parse(startedAt), Date.parse(endedAt)]).toEqual([
      then + minute,
      then + 9 * minute,
    ]);
  });
});

describe('five episodes in 14 days', () => {
  it('send to support where every pause was kept', async () => {
    const document = await scan('hasty');
    expect(document.episodes).toHaveLength(5);
    expect(document.advice.action).toBe('contact-support');
  });
});

describe('scan --import', () => {
  it('adds a log to what was scanned, once, and to an account that never was', async () => {
    const before = await scan('weak');
    const log = join(data, 'mail.log');
    const at = new Date(now - 10 * minute).toISOString();
    writeFileSync(
      log,
      `${at} mail postfix/smtp[81]: 4Ab1C2D3E4: to=<a@example.org>, relay=smtp.qiye.aliyun.com[203.0.113.26]:465, delay=2, delays=0/0/1/1, dsn=4.0.0, status=deferred (host smtp.qiye.aliyun.com[203.0.113.26] said: 454 Transient reject by behaviour spamANTISPAM_BAT[01201311R1468S4530114229, ay29a033002195077]: too frequently sending (in reply to RCPT TO command))\n`,
    );
    const add = async (user: string): Promise<Document> => {
      const ended = await sendwell(
        ['scan', '--user', user, '--import', log, '--data', data, '--json', '--timezone', 'UTC'],
        {},
      );
      expect(ended.status).toBe(0);
      return JSON.parse(ended.stdout) as Document;
    };
    for (let times = 0; times < 2; times += 1) {
      const document = await add(addressOf('weak'));
      expect(document.totals.throttled).toBe(before.totals.throttled + 1);
      expect(document).toMatchObject({ state: 'limited', advice: { action: 'pause' } });
      expect(document.notices.at(-1)).toMatchObject({ folder: null, source: `${log}:1` });
      expect(document.folders.at(-1)).toMatchObject({ path: log, role: 'import', notices: 1 });
    }
    expect(await add('never@example.com')).toMatchObject({
      ...{ state: 'limited', pace: null, totals: { throttled: 1 } },
    });
    const check = await sendwell(['check', '--user', 'never@example.com', '--data', data]);
    expect(check.status).toBe(10);
  });

  it('ends with wrong usage where a file is not there', async () => {
    const ended = await sendwell(
      ['scan', '--user', 'a@example.com', '--import', join(data, 'no.log'), '--data', data],
      {},
    );
    expect(ended.status).toBe(2);
  });
});
