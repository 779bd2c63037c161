import { Button } from '@mantine/core';
import { IconFolder } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answer } from '../../../app/api/contract.ts';
import { client } from '../../client.ts';
import { Diagnostics } from './diagnostics.tsx';

/** Loaded when asked for: it is long, and hardly anybody reads it. */
const Licences = lazy(() => import('./licences.tsx'));

/** The program itself: its versions, its log, what helps whoever helps, and what it is made of. */
export function About({ info }: { readonly info: Answer<'app:info'> }) {
  const { t } = useTranslation();
  const [licences, setLicences] = useState(false);
  const [diagnostics, setDiagnostics] = useState(false);
  return (
    <section
      className="sw-card sw-block"
      id="help-about"
      aria-labelledby="about-title"
      tabIndex={-1}
    >
      <h2 id="about-title" className="sw-section-title">
        {t('about.title')}
      </h2>
      <dl className="sw-about">
        {(
          [
            [t('about.version'), info.version],
            ['Electron', info.electron],
            ['Chromium', info.chrome],
          ] as const
        ).map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd className="sw-number">{value}</dd>
          </div>
        ))}
      </dl>
      <p className="sw-dim sw-small">{t('about.licence')}</p>
      <div className="sw-help-deeds">
        <Button
          variant="default"
          onClick={() => {
            setDiagnostics(true);
          }}
        >
          {t('about.diagnostics')}
        </Button>
        <Button
          variant="default"
          leftSection={<IconFolder size={16} stroke={1.6} aria-hidden />}
          onClick={() => void client.showLog()}
        >
          {t('about.log')}
        </Button>
        <Button
          variant="default"
          aria-expanded={licences}
          onClick={() => {
            setLicences(!licences);
          }}
        >
          {t(licences ? 'about.hideLicences' : 'about.licences')}
        </Button>
      </div>
      <p className="sw-dim sw-small">{t('about.logText')}</p>
      {licences && (
        <Suspense fallback={<div aria-busy />}>
          <Licences />
        </Suspense>
      )}
      <Diagnostics
        opened={diagnostics}
        onClose={() => {
          setDiagnostics(false);
        }}
      />
    </section>
  );
}
