import { Button, Tooltip } from '@mantine/core';
import {
  IconCircleCheckFilled,
  IconClockPause,
  IconHelpCircle,
  IconTrendingUp,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Overview } from '../../../app/api/contract.ts';
import { assertNever } from '../../../app/result.ts';
import type { Format } from '../../format.ts';
import { type Headline, headlineOf } from '../../headline.ts';
import { useFormat } from '../../use-format.ts';
import { useNow } from '../../use-now.ts';
import './headline-card.css';

type T = ReturnType<typeof useTranslation>['t'];

const icons = {
  limited: IconClockPause,
  recovering: IconTrendingUp,
  healthy: IconCircleCheckFilled,
  unknown: IconHelpCircle,
};

/** One sentence, then one action. */
export function HeadlineCard({
  overview,
  running,
  onScan,
}: {
  readonly overview: Overview;
  readonly running: boolean;
  readonly onScan: () => void;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow(1000);
  const headline = headlineOf(overview, now);
  const Icon = icons[headline.state];
  const why = overview.advice === null ? '' : t(`headline.reason.${overview.advice.reason}`);
  const basis = headline.state === 'healthy' ? t('headline.healthyBasis') : why;
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
        <p className="sw-headline-action">
          {actionOf(headline, t, format, now)} <Countdown headline={headline} now={now} />
        </p>
        {basis !== '' && <p className="sw-dim">{basis}</p>}
      </div>
      {headline.state === 'unknown' && !running && (
        <Button className="sw-headline-button" onClick={onScan}>
          {t('scan.now')}
        </Button>
      )}
    </section>
  );
}

function Countdown({ headline, now }: { readonly headline: Headline; readonly now: number }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (headline.state !== 'limited' || headline.retryAt === null || headline.retryAt <= now) {
    return null;
  }
  const duration = format.duration(headline.retryAt - now);
  return (
    <Tooltip label={t('headline.estimateWhy')} multiline w={300}>
      <button type="button" className="sw-countdown">
        <span className="sw-number">{t('headline.countdown', { duration })}</span>
        <span className="sw-countdown-estimate">{t('headline.estimate')}</span>
        <span className="sw-hidden">{t('headline.estimateWhy')}</span>
      </button>
    </Tooltip>
  );
}

function sentenceOf(headline: Headline, t: T, format: Format, now: number): string {
  switch (headline.state) {
    case 'limited':
      return headline.since === null
        ? t('headline.limitedNoSince')
        : t('headline.limited', { since: format.moment(headline.since, now) });
    case 'recovering':
      return headline.endedAt === null
        ? t('headline.recovering')
        : t('headline.recoveringSince', { at: format.ago(headline.endedAt, now) });
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
