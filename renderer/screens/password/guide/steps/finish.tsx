import { Button } from '@mantine/core';
import { IconSquareRotatedFilled } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { reviewItems } from '../../../../../app/password/guide/steps.ts';
import { useFormat } from '../../../../use-format.ts';
import type { StepProps } from '../guide.tsx';
import { TaskHead } from '../task-head.tsx';

/** What is still open stays in sight; the guide may be closed all the same. */
export function FinishStep({ desk, progress }: StepProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { startedAt, changedAt, finishedAt, clients, reviewed, appUpdatedAt } = progress;
  const open = [
    ...(appUpdatedAt === null ? [t('guide.update.title')] : []),
    ...reviewItems
      .filter((item) => !reviewed.includes(item))
      .map((item) => t(`guide.review.item.${item}`)),
    ...clients
      .filter(({ resumed }) => !resumed)
      .map(({ name }) => `${t('guide.resume.name')}: ${name}`),
  ];
  const times = {
    changed: format.dateTime(changedAt ?? startedAt),
    finished: format.dateTime(finishedAt ?? startedAt),
  };
  return (
    <>
      <TaskHead step="done" title={t('guide.finish.title')} />
      <p className="sw-finish-mark">
        <IconSquareRotatedFilled className="sw-changes-mark" size={14} aria-hidden />
        <span>{t('guide.finish.text', times)}</span>
      </p>
      <p className="sw-dim">{t('guide.finish.lift')}</p>
      {open.length > 0 && (
        <div className="sw-finish-open">
          <h3>{t('guide.finish.open')}</h3>
          <ul>
            {open.map((each) => (
              <li key={each} className="sw-break">
                {each}
              </li>
            ))}
          </ul>
        </div>
      )}
      <div className="sw-password-deeds">
        <Button size="md" onClick={() => void desk.send({ type: 'leave' })}>
          {t('guide.finish.close')}
        </Button>
      </div>
    </>
  );
}
