import { createHmac } from 'node:crypto';
import { domainOf, isAudited, type AuditEntry } from './document.ts';

/** Parts before an @ that name a function and no person, and stand in many a server's sentence (RFC 2142). */
const role =
  /^(info|sales|support|service|admin|administrator|root|mail|user|test|office|marketing|hello|contact|(post|web|host)master|abuse|spam|no-?reply|smtp|imap|mailer-daemon)$/i;

const hostName = /(?<![\w-])(?:[\w-]+\.)+[a-z]{2,}(?![\w-])/gi;

/** Makes one address or one piece of text unrecognisable, always in the same way. */
export interface Redactor {
  address(address: string): string;
  subject(subject: string): string;
  domain(name: string): string;
  /** Of a folder or a file, which people name after people. */
  name(name: string): string;
  /** Text in which any addresses, or the domains and parts before the @ of those given, may stand. */
  text(text: string, addresses: readonly string[], domains: readonly string[]): string;
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
    name: (name) => (name === '' ? '' : `[${hash('name', name, 8)}]`),
    text(text, addresses, domains) {
      let redacted = text.replace(addressInText, (found) => address(found));
      for (const name of domains)
        if (name !== '') redacted = replaceName(redacted, name, domain(name.toLowerCase()));
      // Servers name an account without its domain too: "user owner is locked".
      for (const known of addresses) {
        const local = known.slice(0, Math.max(0, known.lastIndexOf('@')));
        if (local.length >= 3 && !role.test(local))
          redacted = replaceName(redacted, local, address(known).split('@')[0] ?? '');
      }
      return redacted;
    },
  };
}

function replaceName(text: string, name: string, by: string): string {
  const escaped = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return text.replace(new RegExp(`(?<![\\w-])${escaped}(?![\\w-])`, 'gi'), by);
}

/** What sentences quote: a folder or a file. */
const quoted = /(["“])(.+)(["”])/gsu;
/** Folders that everybody has. */
const everybodys: ReadonlySet<string> = new Set(['inbox', 'junk', 'sent', 'drafts', 'trash']);

/**
 * An entry without addresses, subjects, names of folders and files, and the domains of people. Host names of mail
 * servers, IP addresses and Alibaba's own tags stay: they are the finding, and without them nobody could act on it.
 */
export function redactEntry(entry: AuditEntry, redact: Redactor): AuditEntry {
  const recipients = isAudited(entry) ? entry.lines.map(({ recipient }) => recipient ?? '') : [];
  const domains = [
    ...new Set([
      ...[entry.account, ...recipients].map(domainOf),
      ...(isAudited(entry) ? entry.episodes.flatMap((each) => each.recipientDomains) : []),
    ]),
  ];
  const addresses = [entry.account, ...recipients];
  const text = (value: string): string => redact.text(value, addresses, domains);
  const sentence = (value: string): string =>
    text(
      value.replace(
        quoted,
        (_all, open: string, name: string, close: string) => open + redact.name(name) + close,
      ),
    );
  // The host of a Message-ID is often the company's own.
  const withHosts = (value: string): string =>
    text(value).replace(hostName, (host) =>
      host.endsWith('.invalid') ? host : redact.domain(host),
    );
  const textOrNull = (value: string | null): string | null => (value === null ? null : text(value));
  const problem = entry.problem && {
    ...entry.problem,
    message: sentence(entry.problem.message),
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
      programs: episode.programs.map(withHosts),
    })),
    problem,
    folders: entry.folders.map((folder) =>
      everybodys.has(folder.role) ? folder : { ...folder, path: redact.name(folder.path) },
    ),
    notScanned: entry.notScanned.map(sentence),
    cause:
      entry.cause?.map((cause) => ({ ...cause, evidence: cause.evidence.map(withHosts) })) ?? null,
    advice: entry.advice && { ...entry.advice, why: text(entry.advice.why) },
    lines: entry.lines.map((line) => ({
      ...line,
      recipient: line.recipient === null ? null : redact.address(line.recipient),
      subject: line.subject === null ? null : redact.subject(line.subject),
      diagnostic: textOrNull(line.diagnostic),
    })),
  };
}
