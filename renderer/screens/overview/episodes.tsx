import { Anchor } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EpisodeRow } from '../../../app/api/contract.ts';
import { Shape } from '../../components/verdict.tsx';
import { useFormat } from '../../use-format.ts';
import { useNow } from '../../use-now.ts';
import type { TimeRange } from '../notices/use-notices.ts';

const shownAtFirst = 6;
const hour = 3_600_000;

export interface EpisodesProps {
  readonly episodes: readonly EpisodeRow[];
  readonly onShowInChart: (from: number, to: number) => void;
  readonly onShowNotices: (range: TimeRange) => void;
}

/** Newest first: the last episode is what the reader came for. */
export function Episodes({ episodes, onShowInChart, onShowNotices }: EpisodesProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [all, setAll] = useState(false);
  const sorted = episodes.toSorted((a, b) => b.startedAt - a.startedAt);
  const shown = all ? sorted : sorted.slice(0, shownAtFirst);
  return (
    <section className="sw-card sw-block" aria-labelledby="episodes-title">
      <h2 id="episodes-title" className="sw-section-title">
        {t('overview.episodes')}
      </h2>
      <p className="sw-dim sw-small">
        {t(sorted.length === 0 ? 'overview.episodesNone' : 'overview.episodesHint')}
      </p>
      <ul className="sw-episodes">
        {shown.map((episode) => (
          <Episode
            key={`${episode.startedAt}:${episode.direction}`}
            episode={episode}
            onShowInChart={onShowInChart}
            onShowNotices={onShowNotices}
          />
        ))}
      </ul>
      {shown.length < sorted.length && (
        <Anchor
          component="button"
          type="button"
          size="sm"
          onClick={() => {
            setAll(true);
          }}
        >
          {t('overview.more', { formatted: format.number(sorted.length) })}
        </Anchor>
      )}
    </section>
  );
}

function Episode({
  episode,
  onShowInChart,
  onShowNotices,
}: Omit<EpisodesProps, 'episodes'> & { readonly episode: EpisodeRow }) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow(60_000);
  const { startedAt, endedAt } = episode;
  const length = endedAt - startedAt;
  return (
    <li className="sw-episode">
      <p>
        <span className="sw-episode-start">{format.dateTime(startedAt)}</span>{' '}
        <span className="sw-dim">
          {length < 60_000
            ? t('overview.single')
            : t('overview.ongoing', {
                to: format.moment(endedAt, sameDay(startedAt, endedAt) ? endedAt : now),
                duration: format.duration(length),
              })}
        </span>
      </p>
      <p className="sw-episode-counts">
        {tonesOf(episode).map((tone) => (
          <span key={tone}>
            <Shape tone={tone} />{' '}
            {t(`overview.${tone}`, {
              count: episode[tone],
              formatted: format.number(episode[tone]),
            })}
          </span>
        ))}
        <span className="sw-dim">{t(`overview.direction.${episode.direction}`)}</span>
      </p>
      <Ips ips={episode.connectionIps} />
      <p className="sw-episode-ways">
        <Anchor
          component="button"
          type="button"
          size="sm"
          onClick={() => {
            onShowInChart(startedAt - 6 * hour, endedAt + 6 * hour);
          }}
        >
          {t('overview.showInChart')}
        </Anchor>
        <Anchor
          component="button"
          type="button"
          size="sm"
          onClick={() => {
            onShowNotices({ from: startedAt, to: endedAt });
          }}
        >
          {t('overview.showNotices')}
        </Anchor>
      </p>
    </li>
  );
}

function Ips({ ips }: { readonly ips: readonly string[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (ips.length === 0) return null;
  const first = ips.slice(0, 3).join(', ');
  const shown =
    ips.length <= 3
      ? first
      : t('overview.moreIps', { ips: first, formatted: format.number(ips.length - 3) });
  return <p className="sw-dim sw-small sw-number">{t('overview.ips', { ips: shown })}</p>;
}

const tonesOf = (episode: EpisodeRow) =>
  (['transient', 'permanent'] as const).filter((tone) => episode[tone] > 0);

const sameDay = (a: number, b: number) => new Date(a).toDateString() === new Date(b).toDateString();
