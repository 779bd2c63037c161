import { useTranslation } from 'react-i18next';
import type { NoticeRow } from '../../../app/api/contract.ts';
import { csvCell } from '../../../app/text/csv-cell.ts';
import { csvFile } from '../../export/csv.ts';
import { useFormat } from '../../use-format.ts';

/** The columns of the Notices table as a program takes them: times in ISO 8601 (UTC), words of the window. */
export function useNoticesTable() {
  const { t } = useTranslation();
  const format = useFormat();
  const columns = [
    ...(['time', 'recipient', 'category', 'code', 'stage', 'ip', 'subject'] as const).map((name) =>
      t(`notices.${name}`),
    ),
    t('drawer.field.confidence'),
  ];
  const lineOf = (row: NoticeRow): string =>
    [
      row.at === null ? '' : new Date(row.at).toISOString(),
      recipientsOf(row),
      row.category === null ? '' : t(`category.${row.category}`),
      row.replyCode ?? '',
      row.stage === null ? '' : t(`drawer.value.stage.${row.stage}`),
      row.connectionIp ?? '',
      row.subject ?? '',
      row.confidence === null ? '' : t(`drawer.value.confidence.${row.confidence}`),
    ]
      .map((value) => csvCell(value))
      .join(',');
  return {
    lineOf,
    file: (lines: readonly string[]) =>
      csvFile([columns.map((name) => csvCell(name)).join(','), ...lines]),
    number: (value: number) => format.number(value),
  };
}

/** The first few by name, as the table has them, and how many more there are. */
function recipientsOf({ recipients, recipientCount }: NoticeRow): string {
  const more = recipientCount - recipients.length;
  return [...recipients, ...(more > 0 ? [`+${String(more)}`] : [])].join(' ');
}
