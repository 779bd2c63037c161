import { useTranslation } from 'react-i18next';
import { useFormat } from '../../use-format.ts';
import type { Estimate } from './use-strength.ts';

/** Four bars, a word and a number: never colour alone. */
export function StrengthMeter({ estimate }: { readonly estimate: Estimate }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { strength, current } = estimate;
  return (
    <div className="sw-strength" aria-busy={!current} aria-live="polite">
      <span>{t('password.field.strength')}</span>
      <span className="sw-strength-bars" data-score={strength?.score ?? 'none'} aria-hidden>
        {[1, 2, 3, 4].map((bar) => (
          <i key={bar} data-on={strength !== null && strength.score >= bar} />
        ))}
      </span>
      <span className="sw-strength-word">
        {strength === null
          ? current
            ? '–'
            : t('password.field.estimating')
          : t(`password:score.${String(strength.score)}`)}
      </span>
      {strength !== null && (
        <span className="sw-dim sw-password-small">
          {t('password.field.guesses', { number: format.powerOfTen(strength.guessesLog10) })}
        </span>
      )}
    </div>
  );
}
