import { useTranslation } from 'react-i18next';
import type { Account } from '../../../app/api/contract.ts';
import { ProblemBox } from '../../components/problem-box.tsx';
import { ChangesCard } from './cards/changes.tsx';
import { CheckCard } from './cards/check.tsx';
import { EffectCard } from './cards/effect.tsx';
import { RememberCard } from './cards/remember.tsx';
import { RotationCard, RotationReminder } from './cards/rotation.tsx';
import { StartCard } from './cards/start.tsx';
import { Guide } from './guide/guide.tsx';
import { usePassword } from './use-password.ts';
import './password.css';
import './cards/cards.css';

/** One thing at a time: while a change is under way there is nothing but the guide. */
export default function PasswordScreen({
  account,
  onChanged,
}: {
  readonly account: Account;
  readonly onChanged: () => void;
}) {
  const { t } = useTranslation();
  const desk = usePassword(account.id, onChanged);
  const { state, problem } = desk;
  return (
    <div className="sw-page sw-password">
      <h1 className="sw-hidden">{t('password.title')}</h1>
      {problem !== null && <ProblemBox problem={problem} />}
      {state === null ? (
        problem === null && <div className="sw-password-waiting" aria-busy />
      ) : state.guide !== null ? (
        <Guide account={account} desk={desk} state={state} progress={state.guide} />
      ) : (
        <>
          <RotationReminder rotation={state.rotation} />
          <div className="sw-password-columns">
            <div className="sw-password-column">
              <StartCard desk={desk} sample={state.sample} />
              <CheckCard account={account} desk={desk} state={state} />
            </div>
            <div className="sw-password-column">
              {!state.sample && <RememberCard desk={desk} state={state} />}
              <RotationCard desk={desk} state={state} />
              <ChangesCard desk={desk} changes={state.changes} />
              <EffectCard effect={state.beforeAfter} changed={state.changes.length > 0} />
            </div>
          </div>
        </>
      )}
    </div>
  );
}
