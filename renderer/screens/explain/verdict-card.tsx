import { IconCircleCheck, IconClockPause, IconHelpCircle, IconMailX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Explanation } from '../../../app/api/contract.ts';
import { useFormat } from '../../use-format.ts';
import { useNow } from '../../use-now.ts';
import { Countdown } from '../overview/countdown.tsx';
import '../overview/headline-card.css';
import type { Source } from './use-explain.ts';

type Kind = 'throttled' | 'over' | 'other' | 'none' | 'nothing';

const looks = {
  throttled: { tone: 'limited', Icon: IconClockPause },
  over: { tone: 'recovering', Icon: IconCircleCheck },
  other: { tone: 'unknown', Icon: IconMailX },
  none: { tone: 'unknown', Icon: IconMailX },
  nothing: { tone: 'unknown', Icon: IconHelpCircle },
} as const;

/** The verdict in the place and the form that it has on the overview: one sentence, one action. */
export function VerdictCard({
  explanation,
  source,
}: {
  readonly explanation: Explanation;
  readonly source: Source;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow(explanation.advice?.retryAt ? 1000 : 30_000);
  const { advice, messages, bounces, throttled, lastAt } = explanation;
  const kind = kindOf(explanation, source, now);
  const { tone, Icon } = looks[kind];
  const retryAt = advice?.retryAt ?? null;
  const waiting = kind === 'throttled' && retryAt !== null && retryAt > now ? retryAt : null;
  const action =
    kind === 'throttled' && advice !== null
      ? waiting === null
        ? t(`headline.actionNoTime.${advice.action}`)
        : t(`headline.action.${advice.action}`, { retryAt: format.moment(waiting, now) })
      : t(`explain.action.${kind}`);
  const reason = advice === null || throttled === 0 ? '' : t(`headline.reason.${advice.reason}`);
  return (
    <section className={`sw-card sw-headline sw-headline-${tone}`} aria-labelledby="verdict">
      <span className="sw-headline-icon">
        <Icon size={26} stroke={1.6} aria-hidden />
      </span>
      <div className="sw-headline-words" role="status">
        <h2 id="verdict">
          {t(`explain.verdict.${kind}`, {
            throttled: format.number(throttled),
            bounces: format.number(bounces),
            messages: format.number(messages),
            count: kind === 'none' ? Math.max(1, messages) : bounces,
          })}
        </h2>
        <p className="sw-headline-action">{action}</p>
        {reason !== '' && <p className="sw-dim">{reason}</p>}
        <p className="sw-dim">
          {t(source.kind === 'text' ? 'explain.basisText' : 'explain.basisFiles', {
            count: messages,
            formatted: format.number(messages),
          })}
          {format.gap}
          {throttled > 0 &&
            (lastAt === null
              ? t('explain.noTime')
              : t('explain.lastAt', { at: format.dateTime(lastAt) }))}
        </p>
      </div>
      {waiting !== null && <Countdown from={lastAt} retryAt={waiting} now={now} />}
    </section>
  );
}

function kindOf(
  { messages, bounces, throttled, advice }: Explanation,
  source: Source,
  now: number,
): Kind {
  // Pasted text is no file that could be damaged: it was read, and holds no rejection.
  if (messages === 0 && source.kind === 'files') return 'nothing';
  if (bounces === 0) return 'none';
  if (throttled === 0) return 'other';
  const over =
    advice?.action === 'none' || (advice?.retryAt !== null && (advice?.retryAt ?? Infinity) <= now);
  return over ? 'over' : 'throttled';
}
