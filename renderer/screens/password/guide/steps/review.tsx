import { Checkbox } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { reviewItems } from '../../../../../app/password/guide/steps.ts';
import type { StepProps } from '../guide.tsx';
import { NextButton } from '../next-button.tsx';
import { TaskHead } from '../task-head.tsx';

export function ReviewStep({ desk, progress }: StepProps) {
  const { t } = useTranslation();
  return (
    <>
      <TaskHead step="review" title={t('guide.review.title')}>
        {t('guide.review.text')}
      </TaskHead>
      <ul className="sw-clients" aria-label={t('guide.review.name')}>
        {reviewItems.map((item) => (
          <li key={item}>
            <Checkbox
              checked={progress.reviewed.includes(item)}
              label={t(`guide.review.item.${item}`)}
              onChange={(event) =>
                void desk.send({ type: 'review', item, done: event.currentTarget.checked })
              }
            />
          </li>
        ))}
      </ul>
      <div className="sw-password-deeds">
        <NextButton desk={desk} progress={progress} />
      </div>
    </>
  );
}
