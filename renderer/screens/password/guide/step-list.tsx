import { UnstyledButton } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { canGoBack } from '../../../../app/password/guide/machine.ts';
import type { Progress } from '../../../../app/password/guide/progress.ts';
import { guideSteps, isBefore, type GuideStep } from '../../../../app/password/guide/steps.ts';
import { useFormat } from '../../../use-format.ts';
import { useNow } from '../../../use-now.ts';
import type { PasswordDesk } from '../use-password.ts';
import { summaryOf } from './step-summary.ts';

/** Every step with what was done in it; one goes back by choosing an earlier one. */
export function StepList({
  desk,
  progress,
}: {
  readonly desk: PasswordDesk;
  readonly progress: Progress;
}) {
  const { t } = useTranslation();
  return (
    <nav aria-label={t('guide.steps')}>
      <ol className="sw-guide-steps">
        {guideSteps.map((step, index) => {
          const current = step === progress.step;
          const passed = isBefore(step, progress.step);
          return (
            <li
              key={step}
              data-state={current ? 'current' : passed ? 'passed' : 'ahead'}
              aria-current={current ? 'step' : undefined}
            >
              <span className="sw-guide-steps-mark" aria-hidden>
                {passed || (current && step === 'done') ? (
                  <IconCheck size={14} stroke={2.2} />
                ) : (
                  index + 1
                )}
              </span>
              <Label step={step} desk={desk} progress={progress} passed={passed} />
            </li>
          );
        })}
      </ol>
    </nav>
  );
}

function Label({
  step,
  desk,
  progress,
  passed,
}: {
  readonly step: GuideStep;
  readonly desk: PasswordDesk;
  readonly progress: Progress;
  readonly passed: boolean;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow(60_000);
  const name = t(`guide.${step === 'done' ? 'finish' : step}.name`);
  const summary = summaryOf(step, progress, t, format, now);
  const words = (
    <>
      <span className="sw-guide-steps-name">{name}</span>
      {passed && <span className="sw-hidden">{` (${t('guide.done')})`}</span>}
      {summary !== null && <span className="sw-guide-steps-summary sw-break">{summary}</span>}
    </>
  );
  if (!canGoBack(progress, step)) return <span className="sw-guide-steps-label">{words}</span>;
  return (
    <UnstyledButton
      className="sw-guide-steps-label"
      title={t('guide.back', { step: name })}
      onClick={() => void desk.send({ type: 'go-back', to: step })}
    >
      {words}
    </UnstyledButton>
  );
}
