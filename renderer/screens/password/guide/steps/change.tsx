import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CopySecret } from '../../copy-secret.tsx';
import { ClickPath } from '../click-path.tsx';
import type { StepProps } from '../guide.tsx';
import { PageToOpen } from '../page-to-open.tsx';
import { TaskHead } from '../task-head.tsx';

/** The page and the path on it stand side by side. */
export function ChangeStep({ desk, state, progress, secret }: StepProps) {
  const { t } = useTranslation();
  const changer = progress.changer ?? 'owner';
  return (
    <>
      <TaskHead step="change" title={t('guide.change.title')}>
        {t('guide.change.text')}
      </TaskHead>
      <div className="sw-change">
        <PageToOpen known={state.site} />
        <div className="sw-change-path">
          <h3>{t('guide.change.path')}</h3>
          <ClickPath changer={changer} />
        </div>
      </div>
      {changer === 'administrator' && <p className="sw-dim">{t('guide.change.firstLogon')}</p>}
      {secret === '' ? (
        <p className="sw-dim">{t('guide.change.lost')}</p>
      ) : (
        <CopySecret secret={secret} label={t('guide.change.copyPassword')} />
      )}
      <div className="sw-password-deeds">
        <Button size="md" onClick={() => void desk.send({ type: 'changed' })}>
          {t('guide.change.confirm')}
        </Button>
        <p className="sw-dim">{t('guide.change.confirmText')}</p>
      </div>
    </>
  );
}
