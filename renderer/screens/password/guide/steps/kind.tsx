import { useTranslation } from 'react-i18next';
import { passwordKinds } from '../../../../../app/password/guide/steps.ts';
import { Choice } from '../choice.tsx';
import type { StepProps } from '../guide.tsx';
import { NextButton } from '../next-button.tsx';
import { TaskHead } from '../task-head.tsx';

export function KindStep({ desk, progress }: StepProps) {
  const { t } = useTranslation();
  return (
    <>
      <TaskHead step="kind" title={t('guide.kind.title')}>
        {t('guide.kind.text')}
      </TaskHead>
      <Choice
        topic="kind"
        label={t('guide.kind.title')}
        values={passwordKinds}
        value={progress.kind}
        onChoose={(kind) => void desk.send({ type: 'choose-kind', kind })}
      />
      <div className="sw-password-deeds">
        <NextButton desk={desk} progress={progress} />
      </div>
    </>
  );
}
