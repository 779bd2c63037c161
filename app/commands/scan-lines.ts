import type { i18n } from 'i18next';
import type { ScanDocument } from '../report/scan-document.ts';
import { printable } from './terminal.ts';

/** A scan's result as a person reads it in a terminal: the answer first. */
export function scanLines(document: ScanDocument, text: i18n): string[] {
  const t = text.getFixedT(null, 'command');
  const { account, host, state, advice, totals, episodes } = document;
  const inbox = document.folders.filter(({ role }) => role !== 'sent').map(({ path }) => path);
  const lines = [
    `${printable(account)} (${host})`,
    t(`state.${state}`, { folders: inbox.join(', '), since: document.since ?? t('everything') }),
  ];
  if (advice.retryAt && advice.action !== 'none') lines.push(t('retry', { at: advice.retryAt }));
  lines.push(advice.why);
  lines.push('', t('totals', { ...totals }));
  for (const episode of episodes)
    lines.push(
      `  ${t('episode', { ...episode, count: episode.failures })}`,
      ...(episode.connectionIps.length > 0
        ? [`    ${t('field.connectionIp')}: ${episode.connectionIps.join(', ')}`]
        : []),
    );
  lines.push('', t('folders'));
  for (const folder of document.folders)
    lines.push(`  ${printable(folder.path)}: ${t('folder', { ...folder })}`);
  for (const sentence of document.notScanned) lines.push(`  ${printable(sentence)}`);
  return [...lines, '', t('smtp-refusals')];
}
