import type { PeerCertificate } from 'node:tls';
import { describe, expect, it } from 'vitest';
import { describeCertificate } from '../../../../app/mailbox/imap/certificate.ts';

const now = Date.parse('2026-03-02T00:00:00Z');
const certificate = (change: Partial<PeerCertificate> = {}): PeerCertificate =>
  ({
    subject: { CN: 'imap.example.com', O: 'Example' },
    issuer: { CN: 'Example root', O: 'Example' },
    subjectaltname: 'DNS:imap.example.com, IP Address:192.0.2.1',
    valid_from: 'Jan  1 00:00:00 2026 GMT',
    valid_to: 'Dec 31 23:59:59 2026 GMT',
    fingerprint256: Array.from({ length: 32 }, () => 'AB').join(':'),
    ...change,
  }) as PeerCertificate;
const faults = (change: Partial<PeerCertificate>, failure: string, host = 'imap.example.com') =>
  describeCertificate(certificate(change), host, failure, now)?.faults;

describe('a certificate', () => {
  it('is told as people know it', () => {
    expect(describeCertificate(certificate(), 'imap.example.com', null, now)).toEqual({
      subject: 'imap.example.com, Example',
      issuer: 'Example root, Example',
      names: ['imap.example.com', '192.0.2.1'],
      validFrom: Date.parse('2026-01-01T00:00:00Z'),
      validTo: Date.parse('2026-12-31T23:59:59Z'),
      fingerprint: Array.from({ length: 32 }, () => 'AB').join(':'),
      faults: [],
    });
  });

  it('may have several faults at once, and is never shown without one when it was refused', () => {
    const late = { valid_to: 'Jan  2 00:00:00 2026 GMT' };
    expect(faults(late, 'CERT_HAS_EXPIRED')).toEqual(['expired']);
    expect(faults(late, 'CERT_HAS_EXPIRED', 'mail.example.org')).toEqual(['expired', 'wrong-host']);
    expect(faults({ valid_from: 'Jan  1 00:00:00 2027 GMT' }, 'CERT_NOT_YET_VALID')).toEqual([
      'not-yet-valid',
    ]);
    expect(faults({}, 'DEPTH_ZERO_SELF_SIGNED_CERT')).toEqual(['self-signed']);
    expect(faults({}, 'UNABLE_TO_VERIFY_LEAF_SIGNATURE')).toEqual(['unknown-authority']);
    expect(faults({}, 'SOMETHING_NEW')).toEqual(['unknown-authority']);
  });

  it('from a hostile server stays short and drives no terminal', () => {
    const shown = describeCertificate(
      certificate({
        subject: { CN: `\u001b[31m${'x'.repeat(10_000)}` },
        issuer: 'nonsense' as unknown as PeerCertificate['issuer'],
        subjectaltname: Array.from({ length: 9_000 }, (_, index) => `DNS:${index}.example`).join(
          ', ',
        ),
        valid_to: 'whenever',
      }),
      'imap.example.com',
      'CERT_UNTRUSTED',
      now,
    );
    expect(shown?.subject.length).toBeLessThanOrEqual(300);
    expect(shown?.subject).not.toContain('\u001b');
    expect(shown?.names.length).toBeLessThanOrEqual(50);
    expect(shown).toMatchObject({ issuer: '', validTo: null });
    expect(describeCertificate({} as PeerCertificate, 'x', 'CERT_UNTRUSTED', now)).toBeNull();
  });
});
