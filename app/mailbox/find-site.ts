import { Resolver } from 'node:dns/promises';
import { domainToASCII } from 'node:url';
import { sites, type Site } from './sites.ts';

/** The two questions to the DNS; node:dns/promises has them by these names. */
export interface SiteResolver {
  resolveMx(
    domain: string,
  ): Promise<readonly { readonly exchange: string; readonly priority: number }[]>;
  resolveTxt(domain: string): Promise<readonly (readonly string[])[]>;
}

export type SiteEvidence = 'personal-domain' | 'mx' | 'spf' | 'none';

export interface FoundSite {
  readonly site: Site | null;
  readonly evidence: SiteEvidence;
}

const personalDomains = ['aliyun.com'];

/** Domains of Alibaba's MX hosts and SPF includes. A tenant of the older name lives in China like the others. */
const signs: readonly (readonly [domain: string, id: Site['id']])[] = [
  ['qiye.aliyun.com', 'china'],
  ['mxhichina.com', 'china'],
  ['sg.aliyun.com', 'singapore'],
  ['hk.aliyun.com', 'hong-kong'],
  ['de.alibabacloud.com', 'germany'],
  ['us.alibabacloud.com', 'usa'],
];

/** More records than any domain has; stops a zone that answers with thousands. */
const maxRecords = 50;

const nothing: FoundSite = { site: null, evidence: 'none' };

/**
 * The site an address lives on, from its domain's MX records, else from its SPF record. A mail gateway in front
 * hides both, so "none" is an ordinary answer and the person chooses. Never fails: no DNS is no evidence.
 */
export async function findSite(
  address: string,
  resolver?: SiteResolver,
  timeLimitMs = 5_000,
): Promise<FoundSite> {
  const domain = domainOf(address);
  if (domain === null) return nothing;
  if (personalDomains.includes(domain)) return found('personal', 'personal-domain');
  const own = resolver ? null : new Resolver({ timeout: timeLimitMs, tries: 1 });
  const asked = resolver ?? own;
  if (!asked) return nothing;
  const [mx, spf] = await withinTime(timeLimitMs, [
    () => asked.resolveMx(domain).then(siteOfMx),
    () => asked.resolveTxt(domain).then(siteOfSpf),
  ]);
  own?.cancel();
  if (mx) return found(mx, 'mx');
  if (spf) return found(spf, 'spf');
  return nothing;
}

function domainOf(address: string): string | null {
  const at = address.lastIndexOf('@');
  if (at < 0) return null;
  const written = address
    .slice(at + 1)
    .trim()
    .replace(/\.$/, '');
  // The longest name that DNS carries (RFC 1035 section 2.3.4).
  if (written.length > 253) return null;
  const domain = domainToASCII(written);
  return /^[a-z0-9_-]+(\.[a-z0-9_-]+)+$/.test(domain) ? domain : null;
}

function found(id: Site['id'], evidence: SiteEvidence): FoundSite {
  return { site: sites.find((site) => site.id === id) ?? null, evidence };
}

type Answer = Site['id'] | null;

function siteOfMx(records: Awaited<ReturnType<SiteResolver['resolveMx']>>): Answer {
  const byPriority = records.slice(0, maxRecords).sort((a, b) => a.priority - b.priority);
  return first(byPriority.map((record) => siteOfName(record.exchange)));
}

function siteOfSpf(records: Awaited<ReturnType<SiteResolver['resolveTxt']>>): Answer {
  const texts = records.slice(0, maxRecords).map((chunks) => chunks.join('').toLowerCase());
  const policy = texts.find((text) => /^v=spf1(\s|$)/.test(text));
  const terms = policy?.split(/\s+/).slice(0, maxRecords) ?? [];
  const includes = terms.map((term) => /^\+?include:(.+)$/.exec(term)?.[1] ?? '');
  return first(includes.map(siteOfName));
}

function siteOfName(name: string): Answer {
  const host = name.toLowerCase().replace(/\.$/, '');
  return signs.find(([domain]) => host === domain || host.endsWith(`.${domain}`))?.[1] ?? null;
}

const first = (answers: readonly Answer[]): Answer =>
  answers.find((answer) => answer !== null) ?? null;

/** Asks all at once; what is not answered in time, or not at all, is null. */
async function withinTime(
  limitMs: number,
  questions: readonly (() => Promise<Answer>)[],
): Promise<Answer[]> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), limitMs);
  });
  // An async function, so that a resolver that throws at once counts as one that refuses.
  const ask = async (question: () => Promise<Answer>): Promise<Answer> => {
    try {
      return await Promise.race([question(), late]);
    } catch {
      return null;
    }
  };
  const answers = await Promise.all(questions.map(ask));
  clearTimeout(timer);
  return answers;
}
