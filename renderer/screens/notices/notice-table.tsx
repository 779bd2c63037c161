import { UnstyledButton } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { NoticeRow } from '../../../app/api/contract.ts';
import { Verdict } from '../../components/verdict.tsx';
import { useFormat } from '../../use-format.ts';
import type { Question, Sort } from './use-notices.ts';

/** Names as in notices.css; a sort where main can sort by it. */
const columns: readonly {
  readonly name: 'time' | 'recipient' | 'category' | 'code' | 'stage' | 'ip' | 'subject';
  readonly sort: Sort | null;
}[] = [
  { name: 'time', sort: 'at' },
  { name: 'recipient', sort: null },
  { name: 'category', sort: 'category' },
  { name: 'code', sort: 'replyCode' },
  { name: 'stage', sort: null },
  { name: 'ip', sort: null },
  { name: 'subject', sort: 'subject' },
];

export interface NoticeTableProps {
  readonly rows: readonly NoticeRow[];
  readonly question: Question;
  readonly stale: boolean;
  readonly onSort: (sort: Sort) => void;
  readonly onOpen: (id: number) => void;
}

export function NoticeTable({ rows, question, stale, onSort, onOpen }: NoticeTableProps) {
  const { t } = useTranslation();
  return (
    <div className="sw-notices-scroll" data-stale={stale || undefined}>
      <table className="sw-notices-table" aria-label={t('notices.table')}>
        <thead>
          <tr>
            {columns.map(({ name, sort }) => (
              <Heading key={name} name={name} sort={sort} question={question} onSort={onSort} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.id} row={row} onOpen={onOpen} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Heading({
  name,
  sort,
  question,
  onSort,
}: (typeof columns)[number] & Pick<NoticeTableProps, 'question' | 'onSort'>) {
  const { t } = useTranslation();
  const label = t(`notices.${name}`);
  const className = `sw-col-${name}`;
  if (sort === null) {
    return (
      <th scope="col" className={className}>
        {label}
      </th>
    );
  }
  const active = question.sort === sort;
  const Arrow = question.descending ? IconArrowDown : IconArrowUp;
  return (
    <th
      scope="col"
      className={className}
      aria-sort={!active ? 'none' : question.descending ? 'descending' : 'ascending'}
    >
      <UnstyledButton
        className="sw-sort"
        title={t('notices.sortBy', { column: label })}
        onClick={() => {
          onSort(sort);
        }}
      >
        {label}
        {active && <Arrow size={13} stroke={2} aria-hidden />}
      </UnstyledButton>
    </th>
  );
}

/** The time is the row's button and covers the whole row, so that a click anywhere and Enter do the same. */
function Row({ row, onOpen }: { readonly row: NoticeRow; readonly onOpen: (id: number) => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const time = row.at === null ? t('notices.noTime') : format.dateTime(row.at);
  const none = <span className="sw-dim">{t('notices.none')}</span>;
  const [first] = row.recipients;
  return (
    <tr>
      <td className="sw-number">
        <UnstyledButton
          className="sw-row-button"
          aria-label={t('notices.open', { time, recipient: first ?? t('notices.none') })}
          onClick={() => {
            onOpen(row.id);
          }}
        >
          {time}
        </UnstyledButton>
      </td>
      <td title={row.recipients.join(', ')}>
        <span className="sw-recipient">
          <span className="sw-ellipsis">{first ?? none}</span>
          {row.recipientCount > 1 && (
            <span className="sw-dim">
              {t('notices.moreRecipients', { formatted: format.number(row.recipientCount - 1) })}
            </span>
          )}
        </span>
        {row.connectionIp !== null && (
          <span className="sw-folded-ip sw-dim sw-number sw-ellipsis">
            <span className="sw-hidden">{t('notices.ip')} </span>
            {row.connectionIp}
          </span>
        )}
      </td>
      <td>
        {row.unreadable === null ? (
          <Verdict
            category={row.category}
            permanent={row.replyCode === null ? null : row.replyCode >= 500}
            confidence={row.confidence}
          />
        ) : (
          <span className="sw-dim">{t('notices.unreadable')}</span>
        )}
      </td>
      <td className="sw-number">{row.replyCode ?? none}</td>
      <td className="sw-col-stage">
        {row.stage === null ? none : t(`drawer.value.stage.${row.stage}`)}
      </td>
      <td className="sw-col-ip sw-number sw-ellipsis" title={row.connectionIp ?? undefined}>
        {row.connectionIp ?? none}
      </td>
      <td className="sw-ellipsis" title={row.subject ?? undefined}>
        {row.subject ?? none}
      </td>
    </tr>
  );
}
