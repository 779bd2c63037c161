import { createHmac } from 'node:crypto';
import { domainOf, isAudited, type AuditEntry } from './document.ts';

const hostName = /(?<![\w-])(?:[\w-]+\.)+[a-z]{2,}(?![\w-])/gi;

/** Makes one address or one piece of text unrecognisable, always in the same way. */
export interface Redactor {
  address(address: string): string;
  subject(subject: string): string;
  domain(name: string): string;
  /** Text in which addresses, or the domains named, may stand. */
  text(text: string, domains: readonly string[]): string;
}

/** An address in running text, also with the brackets of `user=example.com@host` return paths. */
const addressInText = /[^\s<>"'`()[\],;:/]+@[^\s<>"'`()[\],;:/]+/g;

/**
 * Pseudonyms by a keyed hash: the same address gets the same one in every output, in every shard and in next
 * month's audit, as long as the key is the same; without the key nobody can try addresses until one fits.
 */
export function redactor(key: string): Redactor {
  const hash = (kind: string, value: string, length: number): string =>
    createHmac('sha256', key).update(`${kind}\0${value}`).digest('hex').slice(0, length);
  const domain = (name: string): string => `domain-${hash('domain', name, 8)}.invalid`;
  const address = (whole: string): string => {
    const lower = whole.toLowerCase();
    const own = domainOf(lower);
    const name = `user-${hash('address', lower, 10)}`;
    return own === '' ? name : `${name}@${domain(own)}`;
  };
  return {
    address,
    domain: (name) => domain(name.toLowerCase()),
    subject: (subject) => (subject === '' ? '' : `[${hash('subject', subject, 8)}]`),
    text(text, domains) {
      let redacted = text.replace(addressInText, (found) => address(found));
      for (const name of domains)
        if (name !== '') redacted = replaceName(redacted, name, domain(name.toLowerCase()));
      return redacted;
    },
  };
}

function replaceName(text: string, name: string, by: string): string {
  const escaped = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return text.replace(new RegExp(`(?<![\\w-])${escaped}(?![\\w-])`, 'gi'), by);
}

/** An entry without addresses and subjects. Host names of the mail provider and IP addresses stay: they are the finding. */
export function redactEntry(entry: AuditEntry, redact: Redactor): AuditEntry {
  const recipients = isAudited(entry) ? entry.lines.map(({ recipient }) => recipient ?? '') : [];
  const domains = [
    ...new Set([
      ...[entry.account, ...recipients].map(domainOf),
      ...(isAudited(entry) ? entry.episodes.flatMap((each) => each.recipientDomains) : []),
    ]),
  ];
  const text = (value: string): string => redact.text(value, domains);
  const textOrNull = (value: string | null): string | null => (value === null ? null : text(value));
  const problem = entry.problem && {
    ...entry.problem,
    message: text(entry.problem.message),
    detail: textOrNull(entry.problem.detail),
  };
  const account = redact.address(entry.account);
  if (!isAudited(entry))
    return { ...entry, account, host: textOrNull(entry.host), problem: problem ?? entry.problem };
  return {
    ...entry,
    account,
    evidence: entry.evidence && { ...entry.evidence, file: `evidence/${account}.zip` },
    host: textOrNull(entry.host),
    summary: text(entry.summary),
    episodes: entry.episodes.map((episode) => ({
      ...episode,
      recipientDomains: episode.recipientDomains.map((name) => redact.domain(name)),
      // The host of a Message-ID is often the company's own.
      programs: episode.programs.map((name) =>
        text(name).replace(hostName, (host) => redact.domain(host)),
      ),
    })),
    problem,
    folders: entry.folders.map((folder) => ({ ...folder, path: text(folder.path) })),
    notScanned: entry.notScanned.map(text),
    cause: entry.cause?.map((cause) => ({ ...cause, evidence: cause.evidence.map(text) })) ?? null,
    advice: entry.advice && { ...entry.advice, why: text(entry.advice.why) },
    lines: entry.lines.map((line) => ({
      ...line,
      recipient: line.recipient === null ? null : redact.address(line.recipient),
      subject: line.subject === null ? null : redact.subject(line.subject),
      diagnostic: textOrNull(line.diagnostic),
    })),
  };
}
