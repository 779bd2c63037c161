import { NumberInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type HighestPace, spans } from '../../../app/health/pace.ts';
import {
  type Plan,
  type PlannedPace,
  planSending,
  safetyShare,
} from '../../../app/health/planner.ts';
import { spaced } from '../../format.ts';
import { useFormat } from '../../use-format.ts';

const atFirst = 400;
/** More is no mailbox's work; bounds what a slip of the finger asks for. */
const most = 10_000_000;

/** "400 messages to go": spread over how long, from what was seen to go through here. */
export function Planner({ highest }: { readonly highest: HighestPace }) {
  const { t } = useTranslation();
  // Text while the field is empty or half typed.
  const [typed, setTyped] = useState<number | string>(atFirst);
  const messages = typeof typed === 'number' ? typed : 0;
  const plan = messages > 0 ? planSending(messages, highest) : null;
  return (
    <section className="sw-planner" aria-labelledby="planner-title">
      <h3 id="planner-title">{t('planner.title')}</h3>
      <div className="sw-planner-ask">
        <NumberInput
          aria-label={t('planner.messages')}
          size="xs"
          w={112}
          min={1}
          max={most}
          step={50}
          allowDecimal={false}
          allowNegative={false}
          clampBehavior="strict"
          thousandSeparator=","
          value={typed}
          onChange={setTyped}
        />
        <span className="sw-dim">{t('planner.toGo')}</span>
      </div>
      <div role="status" className="sw-planner-plan">
        {plan !== null ? (
          <PlanWords plan={plan} />
        ) : (
          messages > 0 && <p className="sw-dim">{t('planner.none')}</p>
        )}
      </div>
    </section>
  );
}

function PlanWords({ plan }: { readonly plan: Plan }) {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const percent = new Intl.NumberFormat(i18n.language, { style: 'percent' }).format(safetyShare);
  const tightest = plan.paces.reduce<PlannedPace | null>(
    (slowest, pace) => (slowest === null || gapOf(pace) > gapOf(slowest) ? pace : slowest),
    null,
  );
  if (tightest === null) return <p>{t('planner.atOnce')}</p>;
  return (
    <>
      <p className="sw-planner-answer sw-number">
        {t('planner.spread', {
          duration: format.duration(plan.duration),
          interval: intervalWords(plan.interval, i18n.language, (ms) => format.duration(ms)),
        })}
      </p>
      {plan.perDay.length > 1 && (
        <p className="sw-number">
          {t('planner.perDay', {
            count: plan.perDay.length,
            messages: format.number(plan.perDay[0] ?? 0),
            formatted: format.number(plan.perDay.length),
          })}
        </p>
      )}
      <p className="sw-dim sw-small">
        {t(`planner.because.${tightest.span}`, {
          messages: format.number(tightest.messages),
          observed: format.number(tightest.observed),
        })}
        {format.gap}
        {t('planner.share', { percent })}
      </p>
    </>
  );
}

/** How long one message waits for the next: the longest of the three is what holds the plan back. */
const gapOf = (pace: PlannedPace): number => spans[pace.span] / pace.messages;

/** Seconds below two minutes, where they matter. */
function intervalWords(ms: number, language: string, duration: (ms: number) => string): string {
  return ms >= 120_000
    ? duration(ms)
    : spaced(
        new Intl.NumberFormat(language, {
          style: 'unit',
          unit: 'second',
          unitDisplay: 'short',
        }).format(Math.ceil(ms / 1000)),
      );
}
