import { IconCircleCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { lockedFor } from '../../../../../app/password/guide/machine.ts';
import { useFormat } from '../../../../use-format.ts';
import { useNow } from '../../../../use-now.ts';
import { RememberBody } from '../../cards/remember.tsx';
import type { StepProps } from '../guide.tsx';
import { LockClock } from '../lock-clock.tsx';
import { NextButton } from '../next-button.tsx';
import { TaskHead } from '../task-head.tsx';
import { TrialForm } from '../trial-form.tsx';
import { TrialOutcome } from '../trial-outcome.tsx';

/** After a proof by sign-in there is nothing left to do here but to decide about remembering. */
export function UpdateStep(props: StepProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { desk, state, progress } = props;
  const updated = progress.appUpdatedAt !== null;
  return (
    <>
      <TaskHead step="update" title={t('guide.update.title')}>
        {updated ? undefined : t('guide.update.needed')}
      </TaskHead>
      {updated ? (
        <>
          <p className="sw-update-done" role="status">
            <IconCircleCheck size={20} stroke={1.6} aria-hidden />
            <span>{`${t('guide.update.done')}${format.gap}${t('guide.update.doneText')}`}</span>
          </p>
          <div className="sw-update-remember">
            <h3>{t('password.remember.title')}</h3>
            <RememberBody desk={desk} state={state} />
          </div>
        </>
      ) : (
        <Trial {...props} />
      )}
      <div className="sw-password-deeds">
        <NextButton
          desk={desk}
          progress={progress}
          quiet={!updated}
          {...(updated ? {} : { label: t('guide.update.later') })}
        />
      </div>
    </>
  );
}

function Trial(props: StepProps) {
  const { t } = useTranslation();
  const { desk, progress } = props;
  const left = lockedFor(progress, useNow(1000));
  const security = progress.kind === 'security-password';
  return (
    <>
      {progress.kind !== 'account-password' && (
        <div className="sw-update-security">
          <p>{t('guide.update.securityText')}</p>
          <p className="sw-dim sw-password-small">{t('guide.update.securityPath')}</p>
        </div>
      )}
      {left > 0 ? (
        <LockClock desk={desk} progress={progress} left={left} />
      ) : (
        <>
          <TrialOutcome progress={progress} />
          <TrialForm
            {...props}
            // What was chosen for webmail is refused here when a security password is on.
            secret={security ? '' : props.secret}
            label={t(security ? 'guide.verify.securityField' : 'guide.verify.field')}
          />
        </>
      )}
    </>
  );
}
