import { Button } from '@mantine/core';
import { IconFileCertificate } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { SeenCertificate } from '../../app/api/contract.ts';
import { useFormat } from '../use-format.ts';
import './certificate-box.css';

/** A certificate that is not trusted, to be compared with what the administrator says, and the one way on. */
export function CertificateBox({
  certificate,
  host,
  onChooseCa,
}: {
  readonly certificate: SeenCertificate;
  readonly host: string;
  readonly onChooseCa: () => void;
}) {
  const { t } = useTranslation('connection');
  const format = useFormat();
  const { subject, issuer, names, validFrom, validTo, fingerprint, faults } = certificate;
  const day = (at: number | null) => (at === null ? t('certificate.unknown') : format.day(at));
  const facts = [
    ['why', format.list(faults.map((fault) => t(`certificate.fault.${fault}`, { host })))],
    ['subject', subject],
    ['names', names.join(', ')],
    ['issuer', issuer],
    ['validity', t('certificate.range', { from: day(validFrom), to: day(validTo) })],
    ['fingerprint', fingerprint],
  ] as const;
  return (
    <section className="sw-certificate" aria-labelledby="certificate-title">
      <h3 id="certificate-title" className="sw-causes-title">
        {t('certificate.title')}
      </h3>
      <dl>
        {facts.map(([key, value]) => (
          <div key={key}>
            <dt>{t(`certificate.${key}`)}</dt>
            <dd className={key === 'fingerprint' ? 'sw-fingerprint' : 'sw-break'}>{value}</dd>
          </div>
        ))}
      </dl>
      <p>{t('certificate.todo')}</p>
      <div>
        <Button
          variant="default"
          leftSection={<IconFileCertificate size={16} stroke={1.6} aria-hidden />}
          onClick={onChooseCa}
        >
          {t('certificate.choose')}
        </Button>
      </div>
    </section>
  );
}
