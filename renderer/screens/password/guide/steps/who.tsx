import { useTranslation } from 'react-i18next';
import { changers } from '../../../../../app/password/guide/steps.ts';
import { Choice } from '../choice.tsx';
import type { StepProps } from '../guide.tsx';
import { NextButton } from '../next-button.tsx';
import { TaskHead } from '../task-head.tsx';

export function WhoStep({ desk, progress }: StepProps) {
  const { t } = useTranslation();
  return (
    <>
      <TaskHead step="who" title={t('guide.who.title')}>
        {t('guide.who.text')}
      </TaskHead>
      <Choice
        topic="who"
        label={t('guide.who.title')}
        values={changers}
        value={progress.changer}
        onChoose={(changer) => void desk.send({ type: 'choose-changer', changer })}
      />
      <div className="sw-password-deeds">
        <NextButton desk={desk} progress={progress} />
      </div>
    </>
  );
}
