import { Button } from '@mantine/core';
import { useEffect, useEffectEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Overview } from '../../../app/api/contract.ts';
import { assertNever } from '../../../app/result.ts';
import { stateIcons } from '../../components/state-icons.ts';
import type { Format } from '../../format.ts';
import { type Headline, headlineOf, lastOwnEpisode } from '../../headline.ts';
import { useFormat } from '../../use-format.ts';
import { useNow } from '../../use-now.ts';
import { Countdown } from './countdown.tsx';
import './headline-card.css';

type T = ReturnType<typeof useTranslation>['t'];

/** One sentence, then one action. */
export function HeadlineCard({
  overview,
  running,
  onScan,
  onDue,
}: {
  readonly overview: Overview;
  readonly running: boolean;
  readonly onScan: () => void;
  /** The wait is over while the screen is open: what is known has to be judged again. */
  readonly onDue: () => void;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const counting = overview.state === 'limited' && Boolean(overview.advice?.retryAt);
  const now = useNow(counting ? 1000 : 30_000);
  const headline = headlineOf(overview, now);
  const Icon = stateIcons[headline.state];
  const basis = basisOf(headline, overview, t, format, now);
  const waiting =
    headline.state === 'limited' && headline.retryAt !== null && headline.retryAt > now
      ? headline.retryAt
      : null;
  const waits = waiting !== null;
  const waited = useRef(false);
  const due = useEffectEvent(onDue);
  useEffect(() => {
    if (waited.current && !waits) due();
    waited.current = waits;
  }, [waits]);
  return (
    <section
      className={`sw-card sw-headline sw-headline-${headline.state}`}
      aria-labelledby="headline"
    >
      <span className="sw-headline-icon">
        <Icon size={26} stroke={1.6} aria-hidden />
      </span>
      <div className="sw-headline-words">
        <p className="sw-headline-state">{t(`headline.state.${headline.state}`)}</p>
        <h2 id="headline" aria-live="polite">
          {sentenceOf(headline, t, format, now)}
        </h2>
        <p className="sw-headline-action">{actionOf(headline, t, format, now)}</p>
        {basis !== '' && <p className="sw-dim">{basis}</p>}
        <AlsoDo overview={overview} />
      </div>
      {waiting !== null && (
        <Countdown
          from={lastOwnEpisode(overview.episodes)?.endedAt ?? null}
          retryAt={waiting}
          now={now}
        />
      )}
      {headline.state === 'unknown' && !running && (
        <Button className="sw-headline-button" onClick={onScan}>
          {t('scan.now')}
        </Button>
      )}
    </section>
  );
}

/** What helps besides waiting, in one quiet line. */
function AlsoDo({ overview }: { readonly overview: Overview }) {
  const { t } = useTranslation();
  const format = useFormat();
  const also = overview.advice?.alsoDo ?? [];
  if (overview.state === 'unknown' || also.length === 0) return null;
  return (
    <p className="sw-headline-also">
      <span className="sw-dim">{t('headline.also.label')}</span>
      {format.gap}
      {also.map((each) => t(`headline.also.${each}`)).join(' · ')}
    </p>
  );
}

function sentenceOf(headline: Headline, t: T, format: Format, now: number): string {
  switch (headline.state) {
    case 'limited':
      return headline.since === null
        ? t('headline.limitedNoSince')
        : t('headline.limited', { since: format.moment(headline.since, now) });
    case 'recovering':
      return t('headline.recovering');
    case 'healthy': {
      const folders = headline.folders.length > 0 ? headline.folders : (['inbox'] as const);
      const named = format.list(folders.map((role) => t(`overview.role.${role}`)));
      return headline.since === null
        ? t('headline.healthyNoSince', { folders: named })
        : t('headline.healthy', { folders: named, since: format.day(headline.since) });
    }
    case 'unknown':
      return t(`headline.unknown.${headline.reason}`, {
        ago: headline.scannedAt === null ? '' : format.ago(headline.scannedAt, now),
      });
    default:
      return assertNever(headline);
  }
}

/** What the sentence rests on, or why the wait is as long as it is. */
function basisOf(
  headline: Headline,
  { advice }: Overview,
  t: T,
  format: Format,
  now: number,
): string {
  const reason = advice === null ? '' : t(`headline.reason.${advice.reason}`);
  switch (headline.state) {
    case 'limited':
      return reason;
    case 'recovering':
      return headline.endedAt === null
        ? reason
        : `${t('headline.lastRejection', { at: format.ago(headline.endedAt, now) })}${format.gap}${reason}`;
    case 'healthy':
      return t('headline.healthyBasis');
    case 'unknown':
      return '';
    default:
      return assertNever(headline);
  }
}

function actionOf(headline: Headline, t: T, format: Format, now: number): string {
  switch (headline.state) {
    case 'limited':
      return headline.retryAt === null
        ? t(`headline.actionNoTime.${headline.action}`)
        : t(`headline.action.${headline.action}`, {
            retryAt: format.moment(headline.retryAt, now),
          });
    case 'recovering':
      return t('headline.recoveringAction');
    case 'healthy':
      return t('headline.healthyAction');
    case 'unknown':
      return t(`headline.unknownAction.${headline.reason}`);
    default:
      return assertNever(headline);
  }
}
