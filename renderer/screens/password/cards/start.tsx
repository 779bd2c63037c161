import { Button } from '@mantine/core';
import { IconShieldCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Titled } from '../../../components/term.tsx';
import type { PasswordDesk } from '../use-password.ts';

/** The way into the guide; says why its order protects. */
export function StartCard({
  desk,
  sample,
}: {
  readonly desk: PasswordDesk;
  readonly sample: boolean;
}) {
  const { t } = useTranslation();
  return (
    <section className="sw-card sw-password-card sw-password-start" aria-labelledby="start-title">
      <Titled term="clientPassword">
        <h2 id="start-title">{t('password.start.title')}</h2>
      </Titled>
      {sample ? (
        <p>{t('password.sample')}</p>
      ) : (
        <>
          <p>{t('password.start.text')}</p>
          <p className="sw-password-why">
            <IconShieldCheck size={18} stroke={1.6} aria-hidden />
            <span>{t('password.start.why')}</span>
          </p>
          <div className="sw-password-deeds">
            <Button size="md" onClick={() => void desk.send({ type: 'start' })}>
              {t('password.start.button')}
            </Button>
            <p className="sw-dim sw-password-small">{t('password.start.time')}</p>
          </div>
        </>
      )}
    </section>
  );
}
