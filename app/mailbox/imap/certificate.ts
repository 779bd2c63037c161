import type { PeerCertificate } from 'node:tls';
import { checkServerIdentity } from 'node:tls';
import { readable } from './refusal.ts';
import type { CertificateFault, SeenCertificate } from './steps.ts';

/** A certificate comes from the other side: its texts are as long as it likes. */
const longestName = 300;
const mostNames = 50;

/**
 * @param host the name that was asked for
 * @param failure OpenSSL's or Node's code where the chain was refused; null where it was accepted
 */
export function describeCertificate(
  certificate: PeerCertificate,
  host: string,
  failure: string | null,
  now: number,
): SeenCertificate | null {
  if (typeof certificate.fingerprint256 !== 'string') return null;
  const validFrom = timeOf(certificate.valid_from);
  const validTo = timeOf(certificate.valid_to);
  const names = (certificate.subjectaltname ?? '')
    .slice(0, 20_000)
    .split(/,\s*/)
    .map((name) => readable(name.replace(/^(DNS|IP Address):/, '')).slice(0, longestName))
    .filter(Boolean)
    .slice(0, mostNames);
  const faults: CertificateFault[] = [];
  if (failure !== null) {
    if (validTo !== null && validTo < now) faults.push('expired');
    if (validFrom !== null && validFrom > now) faults.push('not-yet-valid');
    if (checkServerIdentity(host, certificate)) faults.push('wrong-host');
    if (failure === 'DEPTH_ZERO_SELF_SIGNED_CERT') faults.push('self-signed');
    else if (/^(UNABLE_TO_|SELF_SIGNED_|CERT_UNTRUSTED|INVALID_CA)/.test(failure))
      faults.push('unknown-authority');
    if (faults.length === 0) faults.push('unknown-authority');
  }
  return {
    subject: distinguishedName(certificate.subject),
    issuer: distinguishedName(certificate.issuer),
    names,
    validFrom,
    validTo,
    fingerprint: certificate.fingerprint256.slice(0, 95),
    faults,
  };
}

function timeOf(written: string | undefined): number | null {
  const time = Date.parse(written ?? '');
  return Number.isNaN(time) ? null : time;
}

/** "Common Name, Organization, Country": what a person recognises it by. */
function distinguishedName(fields: unknown): string {
  if (typeof fields !== 'object' || fields === null) return '';
  const known = fields as Readonly<Record<string, unknown>>;
  const parts = ['CN', 'O', 'OU', 'C'].flatMap((key) => known[key] ?? []);
  const words = parts.filter((part): part is string => typeof part === 'string');
  return readable([...new Set(words)].join(', ')).slice(0, longestName);
}
