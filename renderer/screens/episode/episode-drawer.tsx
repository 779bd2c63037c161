import { Drawer, Skeleton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { EpisodeRow, Overview } from '../../../app/api/contract.ts';
import { ProblemBox } from '../../components/problem-box.tsx';
import { client } from '../../client.ts';
import { useAnswer } from '../../use-answer.ts';
import { useFormat } from '../../use-format.ts';
import { EpisodeBody } from './episode-body.tsx';
import { episodeKey } from './episode-words.ts';
import './episode.css';

export interface EpisodeDrawerProps {
  readonly accountId: number;
  readonly gapMinutes: number;
  /** Null: closed. */
  readonly episode: EpisodeRow | null;
  readonly pace: Overview['pace'];
  readonly onClose: () => void;
  readonly onShowInChart: (episode: EpisodeRow) => void;
  readonly onShowNotices: (episode: EpisodeRow) => void;
  readonly onNotice: (noticeId: number) => void;
}

/** One episode: its course, what was sent before it, and the lines that it rests on. */
export function EpisodeDrawer(props: EpisodeDrawerProps) {
  const { episode, onClose } = props;
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Drawer
      opened={episode !== null}
      onClose={onClose}
      position="right"
      size="min(40rem, 100vw)"
      title={
        episode === null ? '' : t('episode.title', { start: format.dateTime(episode.startedAt) })
      }
      closeButtonProps={{ 'aria-label': t('app.close') }}
      overlayProps={{ backgroundOpacity: 0.25 }}
    >
      {episode !== null && <Content key={episodeKey(episode)} {...props} episode={episode} />}
    </Drawer>
  );
}

function Content({
  accountId,
  gapMinutes,
  episode,
  ...rest
}: EpisodeDrawerProps & { readonly episode: EpisodeRow }) {
  const { t } = useTranslation();
  const { startedAt, direction } = episode;
  const { value, problem } = useAnswer([accountId, gapMinutes, episodeKey(episode)].join(), () =>
    client.episode({ accountId, gapMinutes, startedAt, direction }),
  );
  if (problem !== null) return <ProblemBox problem={problem} />;
  if (value === null) {
    return (
      <div className="sw-episode-body" role="status" aria-label={t('app.loading')}>
        <Skeleton height={52} />
        <Skeleton height={132} />
        <Skeleton height={148} />
        <Skeleton height={240} />
      </div>
    );
  }
  return (
    <EpisodeBody
      accountId={accountId}
      gapMinutes={gapMinutes}
      episode={value.episode}
      lines={value.lines}
      lineCount={value.lineCount}
      {...rest}
    />
  );
}
