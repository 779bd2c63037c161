import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ProblemCode } from '../../../app/result.ts';
import type { Dovecot } from '../../servers/dovecot.ts';
import {
  assertReadOnly,
  busy,
  manyFolders,
  othersAtWork,
  refuseLogin,
  startProxy,
  type Fault,
  type Proxy,
} from '../../servers/proxy.ts';
import { History, logins, owner, serverTrouble, startMailbox } from './mailbox.ts';

const login = /^\S+ (LOGIN|AUTHENTICATE)\b/i;
const list = /^\S+ X?LIST\b/i;
const tenGigabytes = 10 * 1024 ** 3;
/** Long enough for an honest answer on a busy machine, short enough to wait for a dishonest one. */
const impatient = { connect: 3_000, silence: 700, command: 2_500, greeting: 700, close: 300 };

interface Case {
  readonly name: string;
  readonly faults: readonly Fault[];
  /** What the scan may end with; null: it may come to its end, and must then be whole. */
  readonly codes: readonly (ProblemCode | null)[];
  /** False: the scan ends with its connection. Waiting for a server that says nothing is long enough once. */
  readonly reconnects?: boolean;
}

const any: readonly (ProblemCode | null)[] = [null, ...serverTrouble];
const trouble = serverTrouble;

/** Every command that a scan sends, refused or ended in each way. */
const refusals: readonly Case[] = (
  [
    ['greeting', 'greeting'],
    ['login', login],
    ['list of folders', list],
    ['first EXAMINE', 'EXAMINE'],
    ['first UID SEARCH', 'UID SEARCH'],
    ['first UID FETCH', 'UID FETCH'],
  ] as const
).flatMap(([what, at]) =>
  (['NO', 'BAD', 'BYE'] as const)
    .filter((status) => at !== 'greeting' || status === 'BYE')
    .map((status): Case => {
      const text = 'invalid command or parameters';
      const refusedLogin = at === login && status !== 'BYE';
      return {
        name: `${status} to the ${what}`,
        faults: [{ kind: 'reply', at, status, text, times: 1 }],
        codes: refusedLogin ? ['login-refused'] : any,
      };
    }),
);

const later: readonly Case[] = (['NO', 'BAD', 'BYE'] as const).flatMap((status) =>
  ([2, 3, 5] as const).map((from): Case => ({
    name: `${status} to UID FETCH number ${from}`,
    faults: [{ kind: 'reply', at: 'UID FETCH', status, text: 'no', from, times: 1 }],
    codes: any,
  })),
);

const manners: readonly Case[] = [
  {
    name: 'a wrong password',
    faults: [refuseLogin('LOGIN failed')],
    codes: ['login-refused'],
  },
  { name: 'a busy server', faults: [busy(login)], codes: ['server-busy'] },
  {
    name: 'a stall at the greeting',
    faults: [stall('greeting')],
    codes: trouble,
    reconnects: false,
  },
  { name: 'a stall at the login', faults: [stall(login)], codes: trouble, reconnects: false },
  { name: 'a stall at the list', faults: [stall(list)], codes: trouble, reconnects: false },
  { name: 'a stall at EXAMINE', faults: [stall('EXAMINE')], codes: trouble, reconnects: false },
  {
    name: 'a stall at UID SEARCH',
    faults: [stall('UID SEARCH')],
    codes: trouble,
    reconnects: false,
  },
  { name: 'a stall at UID FETCH', faults: [stall('UID FETCH')], codes: trouble, reconnects: false },
  {
    name: 'a stall in the middle of a literal',
    faults: [{ kind: 'stall-after', bytes: 9_000 }],
    codes: trouble,
    reconnects: false,
  },
  ...[login, list, 'EXAMINE', 'UID SEARCH', 'UID FETCH'].map((at): Case => ({
    name: `a line that is no IMAP before the answer to ${String(at)}`,
    faults: [{ kind: 'garbage', at, times: 1 }],
    codes: any,
  })),
  {
    name: 'a line that never ends',
    faults: [{ kind: 'endless-line', at: 'UID FETCH' }],
    codes: trouble,
    reconnects: false,
  },
  {
    name: 'untagged answers without end',
    faults: [{ kind: 'endless-answers', at: 'UID FETCH', line: '* 1 FETCH (UID 1)' }],
    codes: trouble,
    reconnects: false,
  },
  {
    name: 'folders without end',
    faults: [{ kind: 'endless-answers', at: list, line: '* LIST () "/" "again"' }],
    codes: trouble,
    reconnects: false,
  },
  {
    name: 'a tagged answer with a wrong tag',
    faults: [{ kind: 'wrong-tag', at: 'UID FETCH', tag: 'Z99' }],
    codes: trouble,
  },
  {
    name: 'a tagged answer with a wrong tag to the login',
    faults: [{ kind: 'wrong-tag', at: login, tag: 'Z99' }],
    codes: trouble,
  },
];

const sizes: readonly Case[] = [
  {
    name: 'a message of 10 GB by its RFC822.SIZE',
    faults: [{ kind: 'size', at: 'UID FETCH', bytes: tenGigabytes }],
    codes: [null],
  },
  ...(
    [
      ['10 GB', () => tenGigabytes],
      ['2^53', () => 2 ** 53],
      ['one byte too long', (actual: number) => actual + 1],
      ['40 bytes too long', (actual: number) => actual + 40],
      ['one byte too short', (actual: number) => actual - 1],
      ['40 bytes too short', (actual: number) => Math.max(0, actual - 40)],
      ['empty', () => 0],
    ] as const
  ).map(([what, announce]): Case => ({
    name: `a literal announced as ${what}`,
    faults: [{ kind: 'literal', at: 'UID FETCH', announce }],
    codes: any,
  })),
];

const lists: readonly Case[] = [
  { name: 'SINCE ignored', faults: [{ kind: 'ignore-dates' }], codes: [null] },
  { name: '10,000 folders', faults: [manyFolders(10_000)], codes: [null] },
  ...(
    [
      ['backwards', (uids: readonly number[]) => [...uids].reverse()],
      ['twice', (uids: readonly number[]) => [...uids, ...uids]],
      ['beyond UIDNEXT too', (uids: readonly number[]) => [...uids, 70_000, 4_294_967_295]],
      ['with numbers that are none', (uids: readonly number[]) => [0, 99_999_999_999, ...uids]],
    ] as const
  ).map(([what, change]): Case => ({
    name: `UIDs found ${what}`,
    faults: [{ kind: 'found', at: 'UID SEARCH', change }],
    codes: [null],
  })),
  {
    name: 'rows of a FETCH backwards',
    faults: [{ kind: 'rows', at: 'UID FETCH', order: (rows) => [...rows].reverse() }],
    codes: [null],
  },
  {
    name: 'rows of a FETCH twice',
    faults: [{ kind: 'rows', at: 'UID FETCH', order: (rows) => [...rows, ...rows] }],
    codes: [null],
  },
  {
    name: 'rows that nobody asked for',
    faults: [othersAtWork('UID FETCH', '* 5 FETCH (FLAGS (\\Seen))', '* 6 FETCH (UID 70000)')],
    codes: [null],
  },
  {
    name: 'mail that comes and goes in the middle of a FETCH',
    faults: [othersAtWork('UID FETCH', '* 2 EXPUNGE', '* 69 EXISTS', '* 75 EXISTS', '* 1 RECENT')],
    codes: [null],
  },
  {
    name: 'a folder that empties in the middle of a SEARCH',
    faults: [othersAtWork('UID SEARCH', '* 0 EXISTS', '* OK still here')],
    codes: [null],
  },
];

let dovecot: Dovecot;
let proxy: Proxy;
let whole: ReturnType<History['document']>;
let filesBefore: readonly string[];

beforeAll(async () => {
  dovecot = await startMailbox();
  proxy = await startProxy({ backend: dovecot });
  filesBefore = dovecot.mailFiles(owner);
  const history = await History.begin();
  expect(await history.scan(proxy)).toMatchObject({ code: null, complete: true });
  whole = history.document();
  history.end();
});

afterAll(async () => {
  expect(dovecot.mailFiles(owner)).toEqual(filesBefore);
  await proxy.stop();
  await dovecot.stop();
});

describe.each([
  ['each command refused', refusals],
  ['a later command refused', later],
  ['bad manners', manners],
  ['sizes', sizes],
  ['numbers and rows', lists],
])('%s', (_group, cases) => {
  it.each(cases)('$name', async ({ faults, codes, reconnects = true }) => {
    proxy.forget();
    proxy.setFaults(faults);
    const history = await History.begin();
    const disturbed = await history.scan(proxy, impatient, reconnects);
    expect(codes).toContain(disturbed.code);
    // What was not read is never called healthy, and what is called complete is complete.
    if (disturbed.complete) expect(facts(history)).toEqual(factsOf(whole));
    else expect(disturbed.state).toBe('unknown');
    const { tried, refused } = logins(proxy.record);
    expect(refused).toBeLessThanOrEqual(1);
    if (refused === 1) expect(tried).toBe(1);

    proxy.setFaults([]);
    expect(await history.scan(proxy)).toMatchObject({ code: null, complete: true });
    expect(history.document()).toEqual(whole);
    history.end();
    if (proxy.record.commands.length > 0) assertReadOnly(proxy.record);
  });
});

/** A server may also tell of folders that are not there; everything else has to be the same. */
const factsOf = ({ totals, episodes, notices, folders, state }: typeof whole) => ({
  ...{ totals, episodes, notices, folders, state },
});
const facts = (history: History) => factsOf(history.document());

function stall(at: Extract<Fault, { kind: 'stall' }>['at']): Fault {
  return { kind: 'stall', at };
}
