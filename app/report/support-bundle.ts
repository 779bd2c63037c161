import type { i18n } from 'i18next';
import type { PacedEpisode, Standing } from '../scan/overview.ts';
import type { RejectionLine } from '../store/rejections.ts';
import { isoIn } from '../text/time.ts';
import { machineZone } from './scan-document.ts';

export interface BundleParts {
  readonly account: string;
  readonly known: Standing;
  readonly episode: PacedEpisode;
  /** The episode's deciding lines, the first ones where there are more. */
  readonly lines: readonly RejectionLine[];
}

/** Different lines that a ticket needs; the rest says the same again. */
const mostLines = 200;

/**
 * What Alibaba's support needs to look into an episode, as plain text for a ticket: what happened when, from where, and
 * the servers' own words. Addresses of recipients stand in it, since support asks for them; no content of mail does.
 */
export function supportBundle(
  { account, known, episode, lines }: BundleParts,
  { text, timeZone }: { readonly text: i18n; readonly timeZone: string | null },
): string {
  const t = text.getFixedT(null, 'bundle');
  const zone = timeZone ?? machineZone();
  const time = (at: number): string => isoIn(zone, at);
  const list = (names: readonly string[]): string => names.map(oneLine).join(', ') || t('unknown');
  const { pace } = episode;
  const tags = [...new Set(lines.flatMap(({ tag }) => tag ?? []))];
  const nodes = [...new Set(lines.flatMap(({ node }) => node ?? []))];
  const others = known.episodes.filter((each) => each !== episode).length;
  return [
    t('title', { account }),
    '',
    t('from', { at: time(episode.startedAt), zone }),
    t('to', { at: time(episode.endedAt), zone }),
    t('counts', {
      failures: episode.failures,
      transient: episode.transient,
      permanent: episode.permanent,
      recipients: episode.recipients,
      notices: episode.notices,
    }),
    t('direction', { direction: text.t(`command:direction.${episode.direction}`) }),
    t('others', { count: others }),
    t('ips', { names: list(episode.connectionIps) }),
    t('domains', { names: list(episode.recipientDomains) }),
    t('programs', { names: list(episode.programs) }),
    t('tags', { names: list(tags.slice(0, 50)) }),
    t('nodes', { names: list(nodes.slice(0, 50)) }),
    pace === null
      ? t('no-pace')
      : t('pace', {
          minute: pace.minute.messages,
          hour: pace.hour.messages,
          day: pace.day.messages,
        }),
    '',
    t('lines', { shown: Math.min(lines.length, mostLines), total: episode.failures }),
    ...lines
      .slice(0, mostLines)
      .map(
        ({ at, recipient, diagnostic }) =>
          `${time(at)}  <${oneLine(recipient ?? '?')}>  ${oneLine(diagnostic ?? t('no-line'))}`,
      ),
    '',
    t('request'),
    '',
  ].join('\n');
}

/** Text from mail must not look like a line of ours. */
const oneLine = (text: string): string => text.replace(/[\s\p{Cc}\p{Cf}]+/gu, ' ').trim();
