import { Button } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Account, PasswordState } from '../../../../app/api/contract.ts';
import { strongFrom } from '../../../../app/password/strength.ts';
import { failed } from '../../../../app/result.ts';
import { client } from '../../../client.ts';
import { useFormat } from '../../../use-format.ts';
import { JudgedField, useJudged } from '../judged-field.tsx';
import { estimateStrength } from '../strength.ts';
import type { PasswordDesk } from '../use-password.ts';

/** The password in use: typed, judged in the window, forgotten. Only the verdict goes to main. */
export function CheckCard({
  account,
  desk,
  state,
}: {
  readonly account: Account;
  readonly desk: PasswordDesk;
  readonly state: PasswordState;
}) {
  const { t } = useTranslation();
  const [password, setPassword] = useState('');
  const [empty, setEmpty] = useState(false);
  const judged = useJudged(password, account.address);
  const check = async () => {
    setEmpty(password === '');
    if (password === '') return;
    const { compliant } = judged.verdict;
    const strength = await estimateStrength(password, account.address).catch(() => null);
    setPassword('');
    await desk.run(async () =>
      strength === null
        ? failed('internal')
        : client.passwordChecked({
            accountId: desk.accountId,
            compliant,
            score: strength.score,
          }),
    );
  };
  return (
    <form
      className="sw-card sw-password-card"
      aria-labelledby="check-title"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void check();
      }}
    >
      <h2 id="check-title">{t('password.check.title')}</h2>
      <p className="sw-dim">{t('password.check.text')}</p>
      {state.lastCheck !== null && password === '' && <Verdict check={state.lastCheck} />}
      <JudgedField
        label={t('password.check.field')}
        password={password}
        judged={judged}
        weakText={t('password:note.weak')}
        error={empty && password === '' ? t('password.check.empty') : undefined}
        onChange={setPassword}
      />
      <Button type="submit" variant="default">
        {t(state.lastCheck === null ? 'password.check.button' : 'password.check.again')}
      </Button>
    </form>
  );
}

function Verdict({ check }: { readonly check: NonNullable<PasswordState['lastCheck']> }) {
  const { t } = useTranslation();
  const format = useFormat();
  const verdict = !check.compliant ? 'bad' : check.score < strongFrom ? 'weak' : 'good';
  const Icon = verdict === 'good' ? IconCircleCheck : IconAlertTriangle;
  return (
    <p className="sw-check-verdict" data-verdict={verdict} role="status">
      <Icon size={18} stroke={1.75} aria-hidden />
      <span>
        {t(`password.check.${verdict}`)}
        <span className="sw-dim sw-password-small">
          {`${format.gap}${t('password.check.last', { when: format.dateTime(check.at) })}`}
        </span>
      </span>
    </p>
  );
}
