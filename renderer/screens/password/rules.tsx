import { IconCircle, IconCircleCheckFilled } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { PolicyVerdict } from '../../../app/password/policy.ts';

/** Alibaba's rules, ticking as one types. */
export function Rules({
  verdict,
  empty,
}: {
  readonly verdict: PolicyVerdict;
  /** Nothing contains no account, but a tick for it would be a riddle. */
  readonly empty: boolean;
}) {
  const { t } = useTranslation();
  const rules = verdict.rules.map(({ rule, ok }) => ({ rule, ok: ok && !empty }));
  return (
    <ul className="sw-rules" aria-label={t('password.field.rules')}>
      {rules.map(({ rule, ok }) => (
        <li key={rule} data-kept={ok}>
          {ok ? (
            <IconCircleCheckFilled size={16} aria-hidden />
          ) : (
            <IconCircle size={16} stroke={1.6} aria-hidden />
          )}
          <span>
            {t(`password:rule.${rule}`)}
            <span className="sw-hidden">
              {`: ${t(ok ? 'password.field.kept' : 'password.field.open')}`}
            </span>
          </span>
        </li>
      ))}
    </ul>
  );
}
