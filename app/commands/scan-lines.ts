import type { i18n } from 'i18next';
import type { Pace, HighestPace } from '../health/pace.ts';
import { machineZone, type ScanDocument } from '../report/scan-document.ts';
import type { Standing } from '../scan/overview.ts';
import { evidenceSentence } from '../text/evidence.ts';
import { isoIn } from '../text/time.ts';
import { printable } from './terminal.ts';

/** A scan's result as a person reads it in a terminal: the answer first. */
export function scanLines(document: ScanDocument, text: i18n): string[] {
  const t = text.getFixedT(null, 'command');
  const { account, host, advice, totals, episodes, pace } = document;
  const lines = [
    printable(host === null ? account : `${account} (${host})`),
    printable(document.summary),
    ...adviceLines(advice.retryAt, advice, text),
    '',
    t('totals', { ...totals }),
  ];
  for (const episode of episodes)
    lines.push(
      `  ${t('episode', { ...episode, count: episode.failures })}`,
      ...named(t('field.connectionIp'), episode.connectionIps),
      ...named(t('field.programs'), episode.programs),
      ...(episode.pace ? [t('pace', counts(episode.pace))] : []),
    );
  if (pace) {
    lines.push('', t('sent', { messages: pace.sentMessages }));
    lines.push(
      `  ${t('highest')}: ${t('highest-values', counts(pace.highestWithoutRejection))}`,
      ...coverageLines(pace.coverage, text),
    );
  }
  lines.push('', t('causes'), ...causeLines(document.cause, text));
  lines.push('', t('folders'));
  for (const folder of document.folders)
    lines.push(`  ${printable(folder.path)}: ${t('folder', { ...folder })}`);
  for (const sentence of document.notScanned) lines.push(`  ${printable(sentence)}`);
  return [...lines, '', t('smtp-refusals')];
}

/** What several notices say together: verdict and advice as for a mailbox that holds nothing else. */
export function verdictLines(
  { totals, episodes, advice, causes }: Standing,
  { text, timeZone }: { readonly text: i18n; readonly timeZone: string | null },
): string[] {
  const t = text.getFixedT(null, 'command');
  const time = (at: number): string => isoIn(timeZone ?? machineZone(), at);
  const sentences = causes
    .filter(({ likelihood }) => likelihood !== 'unlikely')
    .map(({ evidence, ...cause }) => ({
      ...cause,
      evidence: evidence.map((each) => evidenceSentence(text, each, time)),
    }));
  return [
    t('together', { ...totals, episodes: episodes.length }),
    ...episodes
      .slice(-20)
      .map(
        (episode) =>
          `  ${t('episode', { ...episode, startedAt: time(episode.startedAt), endedAt: time(episode.endedAt) })}`,
      ),
    ...adviceLines(
      advice.retryAt === null ? null : time(advice.retryAt),
      {
        ...advice,
        why: text.t(`notice:advice.${advice.reason}`),
      },
      text,
    ),
    ...causeLines(sentences, text),
    t('smtp-refusals'),
  ];
}

function adviceLines(
  retryAt: string | null,
  advice: { action: string; why: string; alsoDo: Standing['advice']['alsoDo'] },
  text: i18n,
): string[] {
  const t = text.getFixedT(null, 'command');
  return [
    ...(retryAt !== null && advice.action !== 'none' ? [t('retry', { at: retryAt })] : []),
    advice.why,
    ...(advice.alsoDo.length > 0
      ? [`${t('also-do')}:`, ...advice.alsoDo.map((step) => `  ${text.t(`notice:alsoDo.${step}`)}`)]
      : []),
  ];
}

const causeLines = (causes: ScanDocument['cause'], text: i18n): string[] =>
  causes.flatMap(({ name, likelihood, evidence }) => [
    `  ${text.t(`cause:name.${name}`)}: ${text.t(`cause:likelihood.${likelihood}`)}`,
    ...evidence.map((sentence) => `    ${printable(sentence)}`),
  ]);

function coverageLines(coverage: number | null, text: i18n): string[] {
  const t = text.getFixedT(null, 'command');
  if (coverage === null) return [];
  return [`  ${t('coverage', { share: `${Math.round(coverage * 100)} %` })}`];
}

const counts = ({ minute, hour, day }: Pace | HighestPace) => ({
  minute: minute?.messages ?? '–',
  hour: hour?.messages ?? '–',
  day: day?.messages ?? '–',
});

const named = (label: string, names: readonly string[]): string[] =>
  names.length === 0 ? [] : [`    ${label}: ${printable(names.slice(0, 10).join(', '))}`];
