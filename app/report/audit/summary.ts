import { domainOf, isAudited, type AuditEntry, type Audited } from './document.ts';

/** What one row of a table needs of an account. */
export interface AccountFacts {
  readonly account: string;
  readonly state: Audited['state'] | 'unread';
  readonly episodes: number;
  readonly transient: number;
  readonly permanent: number;
  readonly firstAt: string | null;
  readonly lastAt: string | null;
}

export interface DomainFacts {
  readonly domain: string;
  readonly accounts: number;
  readonly throttled: number;
  readonly unread: number;
  readonly episodes: number;
  readonly rejections: number;
  readonly lastAt: string | null;
  /** The most accounts of the domain with an episode at one moment. */
  readonly atOnce: number;
}

export interface DayCount {
  /** YYYY-MM-DD; of a week its first day. */
  readonly day: string;
  readonly transient: number;
  readonly permanent: number;
  readonly sent: number;
}

export interface Summary {
  readonly accounts: number;
  readonly read: number;
  readonly unread: number;
  /** Read, but not to the end. */
  readonly incomplete: number;
  readonly throttled: number;
  readonly states: Readonly<Record<AccountFacts['state'], number>>;
  readonly firstAt: string | null;
  readonly lastAt: string | null;
  /** When the account that was read last was read; null where none was. */
  readonly scannedAt: string | null;
  readonly days: readonly DayCount[];
  readonly domains: readonly DomainFacts[];
  /** By number of rejections. */
  readonly most: readonly AccountFacts[];
  readonly evidenceFiles: number;
  /** Accounts with fewer rejections have no section of their own: a report of a thousand pages is read by nobody. */
  readonly sectionFrom: number;
}

const listed = 10;
export const mostSections = 250;

export function factsOf(entry: AuditEntry): AccountFacts {
  if (!isAudited(entry))
    return {
      account: entry.account,
      state: 'unread',
      ...{ episodes: 0, transient: 0, permanent: 0, firstAt: null, lastAt: null },
    };
  const { account, state, episodes } = entry;
  const ends = episodes.map(({ endedAt }) => endedAt);
  return {
    account,
    state,
    episodes: episodes.length,
    transient: episodes.reduce((sum, { transient }) => sum + transient, 0),
    permanent: episodes.reduce((sum, { permanent }) => sum + permanent, 0),
    firstAt: episodes[0]?.startedAt ?? null,
    lastAt: ends.reduce<string | null>(later, null),
  };
}

/** Goes through the accounts once; what it holds grows with domains and days, and with episodes of a domain. */
export async function summarise(entries: AsyncIterable<AuditEntry>): Promise<Summary> {
  const states = { limited: 0, recovering: 0, healthy: 0, unknown: 0, unread: 0 };
  const days = new Map<string, DayCount>();
  const domains = new Map<string, GrowingDomain>();
  const totals = { accounts: 0, unread: 0, incomplete: 0, throttled: 0, evidenceFiles: 0 };
  const counts: number[] = [];
  let most: AccountFacts[] = [];
  let firstAt: string | null = null;
  let lastAt: string | null = null;
  let scannedAt: string | null = null;
  for await (const entry of entries) {
    const facts = factsOf(entry);
    states[facts.state] += 1;
    totals.accounts += 1;
    if (facts.state === 'unread') totals.unread += 1;
    if (facts.episodes > 0) totals.throttled += 1;
    firstAt = earlier(firstAt, facts.firstAt);
    lastAt = later(lastAt, facts.lastAt);
    addToDomain(domains, entry, facts);
    if (!isAudited(entry)) continue;
    scannedAt = later(scannedAt, entry.scannedAt);
    if (entry.problem !== null) totals.incomplete += 1;
    if (entry.evidence !== null) totals.evidenceFiles += 1;
    for (const { day, transient, permanent, sent } of entry.timeline) {
      const sum = days.get(day) ?? { day, transient: 0, permanent: 0, sent: 0 };
      days.set(day, {
        day,
        transient: sum.transient + transient,
        permanent: sum.permanent + permanent,
        sent: sum.sent + sent,
      });
    }
    if (facts.episodes > 0) {
      counts.push(rejections(facts));
      most.push(facts);
      if (most.length > 10 * listed) most = mostAffected(most);
    }
  }
  return {
    ...totals,
    read: totals.accounts - totals.unread,
    states,
    firstAt,
    lastAt,
    scannedAt,
    days: [...days.values()].sort((a, b) => (a.day < b.day ? -1 : 1)),
    domains: [...domains.values()]
      .map(finishDomain)
      .sort((a, b) => b.throttled - a.throttled || (a.domain < b.domain ? -1 : 1)),
    most: mostAffected(most),
    sectionFrom: counts.sort((a, b) => b - a)[mostSections - 1] ?? 0,
  };
}

const rejections = ({ transient, permanent }: AccountFacts): number => transient + permanent;

const mostAffected = (all: readonly AccountFacts[]): AccountFacts[] =>
  [...all]
    .sort((a, b) => rejections(b) - rejections(a) || (a.account < b.account ? -1 : 1))
    .slice(0, listed);

interface GrowingDomain extends Omit<DomainFacts, 'atOnce'> {
  accounts: number;
  throttled: number;
  unread: number;
  episodes: number;
  rejections: number;
  lastAt: string | null;
  /** Beginnings (+1) and ends (-1) of the time in which an account was throttled. */
  edges: [number, 1 | -1][];
}

function addToDomain(
  domains: Map<string, GrowingDomain>,
  entry: AuditEntry,
  facts: AccountFacts,
): void {
  const domain = domainOf(facts.account);
  const known = domains.get(domain) ?? {
    ...{ domain, accounts: 0, throttled: 0, unread: 0, episodes: 0, rejections: 0 },
    ...{ lastAt: null, edges: [] },
  };
  domains.set(domain, known);
  known.accounts += 1;
  if (facts.state === 'unread') known.unread += 1;
  if (facts.episodes > 0) known.throttled += 1;
  known.episodes += facts.episodes;
  known.rejections += rejections(facts);
  known.lastAt = later(known.lastAt, facts.lastAt);
  if (!isAudited(entry)) return;
  // A pause of an hour follows an episode at least: two accounts throttled within the same hour belong together.
  let open: [number, number] | null = null;
  for (const { startedAt, endedAt } of entry.episodes) {
    const [from, to] = [Date.parse(startedAt), Date.parse(endedAt) + 3_600_000];
    if (open && from <= open[1]) open[1] = Math.max(open[1], to);
    else {
      if (open) known.edges.push([open[0], 1], [open[1], -1]);
      open = [from, to];
    }
  }
  if (open) known.edges.push([open[0], 1], [open[1], -1]);
}

function finishDomain({ edges, ...facts }: GrowingDomain): DomainFacts {
  let now = 0;
  let atOnce = 0;
  for (const [, step] of edges.sort((a, b) => a[0] - b[0] || a[1] - b[1])) {
    now += step;
    atOnce = Math.max(atOnce, now);
  }
  return { ...facts, atOnce };
}

function later(a: string | null, b: string | null): string | null {
  if (a === null || b === null) return a ?? b;
  return Date.parse(a) >= Date.parse(b) ? a : b;
}

function earlier(a: string | null, b: string | null): string | null {
  if (a === null || b === null) return a ?? b;
  return Date.parse(a) <= Date.parse(b) ? a : b;
}
