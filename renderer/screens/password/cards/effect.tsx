import { useTranslation } from 'react-i18next';
import type { PasswordState } from '../../../../app/api/contract.ts';
import { useFormat } from '../../../use-format.ts';

type Effect = NonNullable<PasswordState['beforeAfter']>;

/** Episodes per week before and after a change, once there is enough time to compare. */
export function EffectCard({
  effect,
  changed,
}: {
  readonly effect: Effect | null;
  readonly changed: boolean;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  if (!changed) return null;
  return (
    <section className="sw-card sw-password-card" aria-labelledby="effect-title">
      <h2 id="effect-title">{t('password.effect.title')}</h2>
      {effect === null ? (
        <p className="sw-dim">{t('password.effect.waiting')}</p>
      ) : (
        <>
          <p className="sw-dim">
            {t('password.effect.text', { day: format.day(effect.changedAt) })}
          </p>
          <dl className="sw-effect">
            <Side name="before" rate={effect.before} />
            <Side name="after" rate={effect.after} />
          </dl>
          <p>{t(`password.effect.${tendency(effect)}`)}</p>
        </>
      )}
    </section>
  );
}

function Side({
  name,
  rate,
}: {
  readonly name: 'before' | 'after';
  readonly rate: Effect['before'];
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const basis = {
    count: rate.episodes,
    weeks: format.number(Math.round(rate.weeks * 10) / 10),
  };
  return (
    <div>
      <dt>{t(`password.effect.${name}`)}</dt>
      <dd>
        <strong className="sw-number">{format.number(Math.round(rate.perWeek * 10) / 10)}</strong>{' '}
        {t('password.effect.perWeek')}
        <span className="sw-dim sw-password-small">{t('password.effect.basis', basis)}</span>
      </dd>
    </div>
  );
}

/** Half as many or twice as many is a difference; anything between may be chance. */
function tendency({ before, after }: Effect): 'fewer' | 'same' | 'more' {
  if (before.episodes + after.episodes === 0) return 'same';
  if (after.perWeek <= before.perWeek / 2) return 'fewer';
  return after.perWeek >= before.perWeek * 2 ? 'more' : 'same';
}
