import type { i18n } from 'i18next';
import type { noticeDocument } from '../report/scan-document.ts';
import { printable } from './terminal.ts';

type NoticeDocument = ReturnType<typeof noticeDocument>;

/** A notice as a person reads it in a terminal. */
export function noticeLines(document: NoticeDocument & { source: string }, text: i18n): string[] {
  const t = text.getFixedT(null, 'command');
  const field = (name: string, value: string | number | null | undefined): string[] =>
    value === null || value === undefined || value === ''
      ? []
      : [`    ${t(`field.${name}`)}: ${printable(String(value))}`];
  const lines = [printable(document.source), `  ${printable(document.summary)}`];
  if (!document.isBounce) return lines;
  lines.push(
    ...field('bouncedAt', document.bouncedAt),
    ...field('reportingMta', document.reportingMta),
    ...field('subject', document.original.subject),
    ...field('messageId', document.original.messageId),
  );
  for (const failure of document.failures) {
    const { throttle } = failure;
    const code = [failure.replyCode, failure.enhancedStatus]
      .filter((part) => part !== null)
      .join(' ');
    lines.push(
      `  ${printable(failure.recipient ?? '?')}: ${text.t(`notice:category.${failure.category}`)}` +
        (failure.confidence === 'possible' ? ` (${t('possible')})` : ''),
      ...field('action', failure.action && t(`action.${failure.action}`)),
      ...field('code', code),
      ...field('remoteMta', failure.remoteMta),
      ...field('stage', throttle?.stage),
      ...field('connectionIp', throttle?.connectionIp),
      ...field('tag', throttle?.tag),
      ...field('node', throttle?.node),
      ...field('direction', throttle && t(`direction.${throttle.direction}`)),
      ...field('diagnostic', failure.diagnostic),
    );
  }
  return lines;
}
