import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { EpisodeRow, EvidenceLine, Overview } from '../../../app/api/contract.ts';
import { client } from '../../client.ts';
import { CopyButton } from '../../components/copy-button.tsx';
import { Shape } from '../../components/verdict.tsx';
import { useSave } from '../../export/use-save.ts';
import { useFormat } from '../../use-format.ts';
import { PaceTable } from '../overview/pace-table.tsx';
import { Course } from './course.tsx';
import { CoverageWords } from './coverage-words.tsx';
import { useEpisodeWords } from './episode-words.ts';
import { EvidenceLines } from './evidence-lines.tsx';
import { Names } from './names.tsx';

export interface EpisodeBodyProps {
  readonly accountId: number;
  readonly gapMinutes: number;
  readonly episode: EpisodeRow;
  readonly lines: readonly EvidenceLine[];
  readonly lineCount: number;
  readonly pace: Overview['pace'];
  readonly onShowInChart: (episode: EpisodeRow) => void;
  readonly onShowNotices: (episode: EpisodeRow) => void;
  readonly onNotice: (noticeId: number) => void;
}

export function EpisodeBody(props: EpisodeBodyProps) {
  const { accountId, gapMinutes, episode, lines, lineCount, pace } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const words = useEpisodeWords();
  const { save, tell } = useSave();
  const { startedAt } = episode;
  const bundle = () => client.supportBundle({ accountId, gapMinutes, startedAt });
  const copied = async (): Promise<string | null> => {
    const answer = await bundle();
    if (answer.ok) return answer.value;
    tell(answer.problem);
    return null;
  };
  const saveBundle = async () => {
    const text = await copied();
    const day = new Date(startedAt).toLocaleDateString('sv');
    if (text !== null)
      await save(`${t('episode.file')} ${day}`, 'txt', new TextEncoder().encode(text));
  };
  return (
    <div className="sw-episode-body">
      <div>
        <p>
          {words.length(episode)} · {t(`overview.direction.${episode.direction}`)}
        </p>
        <dl className="sw-episode-figures">
          {(['notices', 'failures', 'recipients', 'transient', 'permanent'] as const).map(
            (name) => (
              <div key={name}>
                <dt>
                  {(name === 'transient' || name === 'permanent') && <Shape tone={name} />}{' '}
                  {t(`episode.field.${name}`)}
                </dt>
                <dd className="sw-number">{format.number(episode[name])}</dd>
              </div>
            ),
          )}
        </dl>
      </div>
      <Course accountId={accountId} episode={episode} />
      <section aria-labelledby="episode-pace">
        <h3 id="episode-pace">{t('episode.pace')}</h3>
        <PaceTable before={episode.pace} highest={pace?.highestWithoutRejection ?? null} />
        <p className="sw-dim sw-small sw-episode-note">
          {t('pace.observed')}
          {format.gap}
          <CoverageWords pace={pace} />
        </p>
      </section>
      <section className="sw-episode-names" aria-label={t('episode.where')}>
        <Names
          name="stages"
          values={episode.stages.map((stage) => t(`drawer.value.stage.${stage}`))}
        />
        <Names name="connectionIps" values={episode.connectionIps} />
        <Names name="recipientDomains" values={episode.recipientDomains} />
        <Names name="programs" values={episode.programs} />
      </section>
      <EvidenceLines lines={lines} total={lineCount} onNotice={props.onNotice} />
      <footer className="sw-episode-foot">
        <CopyButton text={copied} />
        <Button variant="default" aria-label={t('episode.save')} onClick={() => void saveBundle()}>
          {t('episode.saveShort')}
        </Button>
        <Button
          variant="subtle"
          px="xs"
          onClick={() => {
            props.onShowNotices(episode);
          }}
        >
          {t('overview.showNotices')}
        </Button>
        <Button
          variant="subtle"
          px="xs"
          onClick={() => {
            props.onShowInChart(episode);
          }}
        >
          {t('overview.showInChart')}
        </Button>
      </footer>
    </div>
  );
}
