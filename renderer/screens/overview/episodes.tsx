import { NumberInput, UnstyledButton } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EpisodeRow } from '../../../app/api/contract.ts';
import { isoIn } from '../../../app/text/time.ts';
import { cell, type TableData } from '../../charts/table-data.ts';
import { Titled } from '../../components/term.tsx';
import { Shape } from '../../components/verdict.tsx';
import { ExportMenu } from '../../export/export-menu.tsx';
import { useFormat } from '../../use-format.ts';
import { episodeKey, useEpisodeWords } from '../episode/episode-words.ts';

const shownAtFirst = 5;
const shownMore = 50;

export interface EpisodesProps {
  readonly episodes: readonly EpisodeRow[];
  readonly gapMinutes: number;
  readonly onGap: (minutes: number) => void;
  readonly onOpen: (episode: EpisodeRow) => void;
}

/** Newest first: the last episode is what the reader came for. */
export function Episodes({ episodes, gapMinutes, onGap, onOpen }: EpisodesProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [count, setCount] = useState(shownAtFirst);
  const sorted = episodes.toSorted((a, b) => b.startedAt - a.startedAt);
  const shown = sorted.slice(0, count);
  const table = useEpisodeTable(sorted);
  return (
    <section
      className="sw-card sw-block"
      id="episodes"
      aria-labelledby="episodes-title"
      tabIndex={-1}
    >
      <header className="sw-section-head">
        <Titled term="episode">
          <h2 id="episodes-title" className="sw-section-title">
            {t('overview.episodes')}
            {sorted.length > 0 && (
              <span className="sw-dim sw-number sw-count">{format.number(sorted.length)}</span>
            )}
          </h2>
        </Titled>
        <ExportMenu title={t('overview.episodes')} subtitle="" table={table} picture={null} />
      </header>
      {sorted.length === 0 && <p className="sw-dim sw-small">{t('overview.episodesNone')}</p>}
      <ul className="sw-episodes">
        {shown.map((episode) => (
          <Episode key={episodeKey(episode)} episode={episode} onOpen={onOpen} />
        ))}
      </ul>
      {shown.length < sorted.length && (
        <UnstyledButton
          className="sw-more"
          onClick={() => {
            setCount(count + shownMore);
          }}
        >
          {t('chart:moreRows', { formatted: format.number(sorted.length - shown.length) })}
        </UnstyledButton>
      )}
      <Gap minutes={gapMinutes} onGap={onGap} />
    </section>
  );
}

function Episode({
  episode,
  onOpen,
}: {
  readonly episode: EpisodeRow;
  readonly onOpen: (episode: EpisodeRow) => void;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useEpisodeWords();
  return (
    <li>
      <UnstyledButton
        className="sw-episode"
        onClick={() => {
          onOpen(episode);
        }}
      >
        <span>
          <span className="sw-hidden">{t('episode.open')} </span>
          <span className="sw-episode-start">{format.dateTime(episode.startedAt)}</span>{' '}
          <span className="sw-dim">{words.length(episode)}</span>
        </span>
        <span className="sw-episode-counts">
          {(['transient', 'permanent'] as const)
            .filter((tone) => episode[tone] > 0)
            .map((tone) => (
              <span key={tone}>
                <Shape tone={tone} />{' '}
                {t(`overview.${tone}`, {
                  count: episode[tone],
                  formatted: format.number(episode[tone]),
                })}
              </span>
            ))}
          <span className="sw-dim">{t(`overview.direction.${episode.direction}`)}</span>
        </span>
        <IconChevronRight className="sw-episode-go" size={16} stroke={1.75} aria-hidden />
      </UnstyledButton>
    </li>
  );
}

/** Said where episodes are counted, and changed there: it is a question of reading, not of the mailbox. */
function Gap({
  minutes,
  onGap,
}: {
  readonly minutes: number;
  readonly onGap: (minutes: number) => void;
}) {
  const { t } = useTranslation();
  return (
    <div className="sw-gap">
      <label htmlFor="gap" className="sw-dim">
        {t('overview.gap')}
      </label>
      <NumberInput
        id="gap"
        size="xs"
        w={84}
        min={1}
        max={1440}
        step={5}
        allowDecimal={false}
        clampBehavior="strict"
        value={minutes}
        onChange={(value) => {
          if (typeof value === 'number' && value >= 1 && value <= 1440) onGap(value);
        }}
      />
      <span className="sw-dim">{t('overview.gapUnit')}</span>
    </div>
  );
}

/** Names beyond these are counted: a cell is no list of a hundred. */
const namesInCell = 10;

function useEpisodeTable(episodes: readonly EpisodeRow[]): () => TableData {
  const { t } = useTranslation();
  const format = useFormat();
  const number = (value: number) => cell(format.number(value), value);
  const names = (all: readonly string[]) =>
    cell(all.slice(0, namesInCell).join(' ') + (all.length > namesInCell ? ' …' : ''));
  return () => {
    const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
    const time = (at: number) => cell(format.dateTime(at), isoIn(zone, at));
    return {
      caption: '',
      columns: (
        [
          'startedAt',
          'endedAt',
          'direction',
          'notices',
          'failures',
          'recipients',
          'transient',
          'permanent',
          'connectionIps',
          'recipientDomains',
          'programs',
        ] as const
      ).map((name) => t(`episode.field.${name}`)),
      rows: episodes.map((episode) => [
        time(episode.startedAt),
        time(episode.endedAt),
        cell(t(`overview.direction.${episode.direction}`)),
        number(episode.notices),
        number(episode.failures),
        number(episode.recipients),
        number(episode.transient),
        number(episode.permanent),
        names(episode.connectionIps),
        names(episode.recipientDomains),
        names(episode.programs),
      ]),
    };
  };
}
