import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { lockedFor } from '../../../../../app/password/guide/machine.ts';
import { useNow } from '../../../../use-now.ts';
import type { StepProps } from '../guide.tsx';
import { LockClock } from '../lock-clock.tsx';
import { TaskHead } from '../task-head.tsx';
import { TrialForm } from '../trial-form.tsx';
import { TrialOutcome } from '../trial-outcome.tsx';

/** One sign-in proves the change; with a client security password only webmail can. */
export function VerifyStep(props: StepProps) {
  const { t } = useTranslation();
  const { desk, progress } = props;
  const left = lockedFor(progress, useNow(1000));
  const security = progress.kind === 'security-password';
  const webmail = (
    <Button
      variant={security ? 'filled' : 'default'}
      size={security ? 'md' : 'sm'}
      onClick={() => void desk.send({ type: 'works-in-webmail' })}
    >
      {t('guide.verify.webmail')}
    </Button>
  );
  if (security)
    return (
      <>
        <TaskHead step="verify" title={t('guide.verify.securityTitle')}>
          {t('guide.verify.securityText')}
        </TaskHead>
        {left > 0 && <LockClock desk={desk} progress={progress} left={left} />}
        <div className="sw-password-deeds">
          {webmail}
          <OtherWays {...props} left={left} />
        </div>
      </>
    );
  return (
    <>
      <TaskHead step="verify" title={t('guide.verify.title')}>
        {t('guide.verify.text')}
      </TaskHead>
      {left > 0 ? (
        <LockClock desk={desk} progress={progress} left={left} />
      ) : (
        <>
          <TrialOutcome progress={progress} />
          <TrialForm {...props} label={t('guide.verify.field')} />
        </>
      )}
      <div className="sw-other-ways">
        <p className="sw-dim">{t('guide.verify.webmailHint')}</p>
        <div className="sw-password-deeds">
          {webmail}
          <OtherWays {...props} left={left} />
        </div>
      </div>
    </>
  );
}

/** Never a dead end: each reason for a refusal has its way on. */
function OtherWays({ desk, progress, left }: StepProps & { readonly left: number }) {
  const { t } = useTranslation();
  const refused = progress.refusals.length > 0;
  return (
    <>
      {progress.kind !== 'security-password' && refused && (
        <Button
          variant="default"
          onClick={() => void desk.send({ type: 'choose-kind', kind: 'security-password' })}
        >
          {t('guide.verify.isSecurity')}
        </Button>
      )}
      {left === 0 && (
        <Button variant="default" onClick={() => void desk.send({ type: 'locked' })}>
          {t('guide.verify.lockedButton')}
        </Button>
      )}
      <Button variant="default" onClick={() => void desk.send({ type: 'go-back', to: 'change' })}>
        {t('guide.verify.again')}
      </Button>
    </>
  );
}
