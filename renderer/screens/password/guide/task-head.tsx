import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { guideSteps, type GuideStep } from '../../../../app/password/guide/steps.ts';

/** The task in one line and one sentence; it takes the focus when the step begins. */
export function TaskHead({
  step,
  title,
  children,
}: {
  readonly step: GuideStep;
  readonly title: string;
  readonly children?: ReactNode;
}) {
  const { t } = useTranslation();
  const number = guideSteps.indexOf(step) + 1;
  return (
    <header className="sw-task-head">
      <p className="sw-dim sw-password-small">
        {t('guide.stepOf', { number, count: guideSteps.length })}
      </p>
      <h2 id="guide-task" tabIndex={-1}>
        {title}
      </h2>
      {children !== undefined && <p>{children}</p>}
    </header>
  );
}
