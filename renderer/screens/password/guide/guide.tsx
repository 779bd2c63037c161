import { useEffect, useRef, useState } from 'react';
import type { Account, PasswordState } from '../../../../app/api/contract.ts';
import type { Progress } from '../../../../app/password/guide/progress.ts';
import type { PasswordDesk } from '../use-password.ts';
import { LeaveGuide } from './leave-guide.tsx';
import { StepList } from './step-list.tsx';
import { ChangeStep } from './steps/change.tsx';
import { ChooseStep } from './steps/choose.tsx';
import { FinishStep } from './steps/finish.tsx';
import { KindStep } from './steps/kind.tsx';
import { PauseStep } from './steps/pause.tsx';
import { ResumeStep } from './steps/resume.tsx';
import { ReviewStep } from './steps/review.tsx';
import { UpdateStep } from './steps/update.tsx';
import { VerifyStep } from './steps/verify.tsx';
import { WhoStep } from './steps/who.tsx';
import './guide.css';
import './steps/steps.css';

export interface StepProps {
  readonly account: Account;
  readonly desk: PasswordDesk;
  readonly state: PasswordState;
  readonly progress: Progress;
  /** The password chosen in this guide, as long as the screen stays open; it is stored nowhere. */
  readonly secret: string;
  readonly onSecret: (secret: string) => void;
}

const screens = {
  who: WhoStep,
  kind: KindStep,
  pause: PauseStep,
  choose: ChooseStep,
  change: ChangeStep,
  verify: VerifyStep,
  update: UpdateStep,
  review: ReviewStep,
  resume: ResumeStep,
  done: FinishStep,
} as const;

/** Steps down the left, one task on the right; what was done stays visible. */
export function Guide({ account, desk, state, progress }: Omit<StepProps, 'secret' | 'onSecret'>) {
  const [secret, setSecret] = useState('');
  const task = useRef<HTMLElement>(null);
  const { step } = progress;
  const Step = screens[step];
  // A new task begins at its heading, for the eye, the keyboard and the screen reader alike.
  useEffect(() => {
    const heading = task.current?.querySelector('h2');
    heading?.focus({ preventScroll: true });
    heading?.scrollIntoView({ block: 'nearest' });
  }, [step]);
  return (
    <div className="sw-guide">
      <div className="sw-guide-side">
        <StepList desk={desk} progress={progress} />
        {step !== 'done' && <LeaveGuide desk={desk} />}
      </div>
      <section
        ref={task}
        className="sw-card sw-guide-task"
        aria-labelledby="guide-task"
        data-step={step}
      >
        <Step
          account={account}
          desk={desk}
          state={state}
          progress={progress}
          secret={secret}
          onSecret={setSecret}
        />
      </section>
    </div>
  );
}
