import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { PasswordState } from '../../../../app/api/contract.ts';
import { client } from '../../../client.ts';
import type { PasswordDesk } from '../use-password.ts';

/** Off by default; offered where a real keyring holds it, with the reason where not. */
export function RememberCard({
  desk,
  state,
}: {
  readonly desk: PasswordDesk;
  readonly state: PasswordState;
}) {
  const { t } = useTranslation();
  return (
    <section className="sw-card sw-password-card" aria-labelledby="remember-title">
      <h2 id="remember-title">{t('password.remember.title')}</h2>
      <RememberBody desk={desk} state={state} />
    </section>
  );
}

/** Also part of the guide, where this app gets its new password. */
export function RememberBody({
  desk,
  state,
}: {
  readonly desk: PasswordDesk;
  readonly state: PasswordState;
}) {
  const { t } = useTranslation();
  const { state: kept, problem } = state.remember;
  const set = (on: boolean) => () =>
    void desk.run(() => client.rememberPassword({ accountId: desk.accountId, on }));
  return (
    <>
      <p role="status">
        {t(kept === 'none' ? 'password.remember.off' : `password.remember.${onOr(kept)}`)}
      </p>
      {problem !== null && <p className="sw-dim">{t(`password.remember.problem.${problem}`)}</p>}
      {problem === null && kept !== 'remembered' && !state.held && (
        <p className="sw-dim">{t('password.remember.signIn')}</p>
      )}
      <div className="sw-password-deeds">
        {kept !== 'remembered' && canOffer(problem) && (
          <Button variant="default" disabled={!state.held} onClick={set(true)}>
            {t('password.remember.switch')}
          </Button>
        )}
        {kept !== 'none' && (
          <Button variant="default" onClick={set(false)}>
            {t('password.remember.forget')}
          </Button>
        )}
      </div>
    </>
  );
}

type Remember = PasswordState['remember'];

const onOr = (kept: Exclude<Remember['state'], 'none'>) => (kept === 'remembered' ? 'on' : kept);

/** A disk that was full may have room now. */
const canOffer = (problem: Remember['problem']) => problem === null || problem === 'not-written';
