import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { EpisodeRow } from '../../../app/api/contract.ts';
import { barsOf } from '../../charts/bars.ts';
import { plotArea } from '../../charts/plot-area.ts';
import { TimelinePlot } from '../../charts/timeline-plot.tsx';
import { useSize } from '../../charts/use-size.ts';
import { client } from '../../client.ts';
import { useAnswer } from '../../use-answer.ts';
import { episodeKey } from './episode-words.ts';

const leastMargin = 30 * 60_000;
const nothing: readonly number[] = [];

/** The episode's own minutes or hours, with a little before and after. */
export function Course({
  accountId,
  episode,
}: {
  readonly accountId: number;
  readonly episode: EpisodeRow;
}) {
  const { t } = useTranslation();
  const { ref, width, height } = useSize();
  const { startedAt, endedAt, direction } = episode;
  const range = useMemo(() => {
    const margin = Math.max(leastMargin, (endedAt - startedAt) * 0.15);
    return { from: Math.floor(startedAt - margin), to: Math.ceil(endedAt + margin) };
  }, [startedAt, endedAt]);
  const { value } = useAnswer(`${accountId}:${episodeKey(episode)}`, () =>
    client.chart({
      accountId,
      bucketSize: 'auto',
      filter: {
        ...range,
        direction,
        nature: null,
        connectionIp: null,
        recipientDomain: null,
        program: null,
      },
    }),
  );
  const episodes = useMemo(() => [{ startedAt, endedAt }], [startedAt, endedAt]);
  const bars = useMemo(
    () => barsOf(value?.buckets ?? [], range, plotArea(width, height).width),
    [value, range, width, height],
  );
  return (
    <div className="sw-course" ref={ref} role="img" aria-label={t('episode.course')}>
      <TimelinePlot
        bars={bars}
        range={range}
        episodes={episodes}
        passwordChanges={nothing}
        width={width}
        height={height}
      />
    </div>
  );
}
