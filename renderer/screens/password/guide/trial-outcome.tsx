import { IconInfoCircle } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Progress } from '../../../../app/password/guide/progress.ts';
import { causesOf } from '../../../../app/password/guide/refusal.ts';

/** What the last sign-in ended with: first whether it says anything about the password at all. */
export function TrialOutcome({ progress }: { readonly progress: Progress }) {
  const { t } = useTranslation();
  const box = useRef<HTMLDivElement>(null);
  const { lastTry } = progress;
  const at = lastTry?.at;
  useEffect(() => {
    if (at !== undefined) box.current?.scrollIntoView({ block: 'nearest' });
  }, [at]);
  if (lastTry === null || lastTry.outcome === 'accepted' || lastTry.outcome === 'locked')
    return null;
  const { outcome, words } = lastTry;
  return (
    <div ref={box} className="sw-outcome" role="alert" key={at}>
      <IconInfoCircle size={18} stroke={1.6} aria-hidden />
      <div>
        <p className="sw-outcome-title">{t(`guide.outcome.${outcome}`)}</p>
        {words !== null && words !== '' && (
          <p className="sw-outcome-words sw-break">
            <span className="sw-dim">{`${t('guide.outcome.said')}: `}</span>
            <q>{words}</q>
          </p>
        )}
        <p>{t(`guide.outcome.${outcome}Text`)}</p>
        {outcome === 'refused' && (
          <ul className="sw-outcome-causes">
            {causesOf(progress).map((cause) => (
              <li key={cause}>
                <strong>{t(`guide.cause.${cause}`)}</strong>
                <span>{t(`guide.cause.${cause}Text`)}</span>
              </li>
            ))}
          </ul>
        )}
      </div>
    </div>
  );
}
