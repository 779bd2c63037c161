import { Checkbox } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { StepProps } from '../guide.tsx';
import { NextButton } from '../next-button.tsx';
import { TaskHead } from '../task-head.tsx';
import { useClients } from '../use-clients.ts';

export function ResumeStep({ desk, progress }: StepProps) {
  const { t } = useTranslation();
  const clients = useClients(desk, progress);
  const open = clients.list.filter(({ resumed }) => !resumed).length;
  return (
    <>
      <TaskHead step="resume" title={t('guide.resume.title')}>
        {t('guide.resume.text')}
      </TaskHead>
      {clients.list.length === 0 ? (
        <p className="sw-dim">{t('guide.resume.none')}</p>
      ) : (
        <ul className="sw-clients" aria-label={t('guide.pause.list')}>
          {clients.list.map(({ name, resumed }, index) => (
            <li key={name}>
              <Checkbox
                checked={resumed}
                label={<span className="sw-break">{name}</span>}
                description={resumed ? t('guide.resume.resumed') : undefined}
                onChange={(event) => {
                  clients.set(index, { resumed: event.currentTarget.checked });
                }}
              />
            </li>
          ))}
        </ul>
      )}
      <div className="sw-password-deeds">
        <NextButton desk={desk} progress={progress} />
        <p className="sw-dim" role="status">
          {open > 0 && t('guide.resume.open', { count: open })}
        </p>
      </div>
    </>
  );
}
