import { UnstyledButton } from '@mantine/core';
import { IconAlertTriangle, IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import type { AuditRow, ScanStatus } from '../../../app/api/contract.ts';
import { stateIcons } from '../../components/state-icons.ts';
import { useFormat } from '../../use-format.ts';
import { isRunning } from '../../use-scan.ts';
import { domainOf, sorts, type Selection, type Sort } from './selection.ts';

export interface AuditTableProps {
  /** The page that is shown. */
  readonly rows: readonly AuditRow[];
  /** Every account, for the counts of a domain. */
  readonly all: readonly AuditRow[];
  readonly scans: ReadonlyMap<number, ScanStatus>;
  readonly selection: Selection;
  readonly onSort: (sort: Sort) => void;
  readonly onOpen: (accountId: number) => void;
}

export function AuditTable({ rows, all, scans, selection, onSort, onOpen }: AuditTableProps) {
  const { t } = useTranslation();
  return (
    <div className="sw-notices-scroll">
      <table className="sw-notices-table sw-audit-table" aria-label={t('audit.title')}>
        <thead>
          <tr>
            {sorts.map((sort) => (
              <Heading key={sort} sort={sort} selection={selection} onSort={onSort} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => {
            const domain = domainOf(row.account.address);
            const before = rows[index - 1];
            const begins =
              selection.grouped &&
              (before === undefined || domainOf(before.account.address) !== domain);
            return (
              <Fragment key={row.account.id}>
                {begins && <Domain domain={domain} all={all} />}
                <Row row={row} scan={scans.get(row.account.id) ?? null} onOpen={onOpen} />
              </Fragment>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function Heading({
  sort,
  selection,
  onSort,
}: Pick<AuditTableProps, 'selection' | 'onSort'> & { readonly sort: Sort }) {
  const { t } = useTranslation();
  const active = selection.sort === sort;
  const label = t(`audit.column.${sort}`);
  const Arrow = selection.descending ? IconArrowDown : IconArrowUp;
  return (
    <th
      scope="col"
      className={`sw-audit-${sort}`}
      aria-sort={!active ? 'none' : selection.descending ? 'descending' : 'ascending'}
    >
      <UnstyledButton
        className="sw-sort"
        title={
          sort === 'coverage' ? t('audit.coverageTip') : t('notices.sortBy', { column: label })
        }
        onClick={() => {
          onSort(sort);
        }}
      >
        {label}
        {active && <Arrow size={13} aria-hidden />}
      </UnstyledButton>
    </th>
  );
}

function Domain({ domain, all }: { readonly domain: string; readonly all: readonly AuditRow[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const own = all.filter(({ account }) => domainOf(account.address) === domain);
  return (
    <tr className="sw-audit-domain">
      <th scope="rowgroup" colSpan={6}>
        {t('audit.domain', {
          domain: domain || t('audit.noDomain'),
          count: own.length,
          throttled: format.number(own.filter(({ episodes }) => episodes > 0).length),
        })}
      </th>
      <td className="sw-audit-coverage" />
      <td className="sw-audit-password" />
    </tr>
  );
}

function Row({
  row,
  scan,
  onOpen,
}: {
  readonly row: AuditRow;
  readonly scan: ScanStatus | null;
  readonly onOpen: (accountId: number) => void;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const { account, state, cause } = row;
  const Icon = stateIcons[state];
  return (
    <tr>
      <td>
        <UnstyledButton
          className="sw-row-button sw-audit-name"
          title={account.address}
          aria-label={t('audit.open', { address: account.address })}
          onClick={() => {
            onOpen(account.id);
          }}
        >
          {linesOf(account.address).map((line) => (
            <span key={line} className="sw-ellipsis">
              {line}
            </span>
          ))}
        </UnstyledButton>
        <Note row={row} scan={scan} />
      </td>
      <td>
        <span className={`sw-audit-mark sw-audit-mark-${state}`}>
          <Icon size={15} stroke={1.8} aria-hidden />
          {t(`headline.state.${state}`)}
        </span>
      </td>
      <td className="sw-number sw-audit-episodes">{format.number(row.episodes)}</td>
      <td className="sw-number sw-audit-rejections">{format.number(row.rejections)}</td>
      <td className="sw-number">{row.lastAt === null ? '–' : format.dateTime(row.lastAt)}</td>
      <td>
        {cause === null ? (
          <span className="sw-dim">{t('audit.noCause')}</span>
        ) : (
          <>
            {t(`audit.cause.${cause.name}`)}
            <span className="sw-audit-note-line sw-dim">
              {t(`audit.likelihood.${cause.likelihood}`)}
            </span>
          </>
        )}
      </td>
      <td className="sw-number sw-audit-coverage">
        {row.coverage === null ? '–' : `${format.number(Math.round(row.coverage * 100))}%`}
      </td>
      <td
        className={`sw-audit-password ${row.passwordChangedAt === null ? 'sw-dim' : 'sw-number'}`}
      >
        {row.passwordChangedAt === null ? t('audit.never') : format.day(row.passwordChangedAt)}
      </td>
    </tr>
  );
}

/** Why a row says nothing, or what happens to it now. */
function Note({ row, scan }: { readonly row: AuditRow; readonly scan: ScanStatus | null }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (scan !== null && isRunning(scan))
    return (
      <span className="sw-audit-note-line sw-dim sw-number">
        {scan.phase === 'connecting'
          ? t('audit.waiting')
          : t('audit.running', { swept: format.number(scan.swept) })}
      </span>
    );
  const problem = scan?.problem ?? row.problem;
  if (problem !== null)
    return (
      <span className="sw-audit-note-line sw-audit-failed" title={problem.detail ?? undefined}>
        <IconAlertTriangle size={13} aria-hidden />
        {t(`problem:${problem.code}.title`, { subject: problem.subject ?? '' })}
      </span>
    );
  const { account } = row;
  if (!account.sample && !account.canScan)
    return <span className="sw-audit-note-line sw-dim">{t('audit.signIn')}</span>;
  if (account.lastScanAt === null)
    return <span className="sw-audit-note-line sw-dim">{t('audit.notRead')}</span>;
  return null;
}

/** An address broken where it may be: before its domain. */
function linesOf(address: string): string[] {
  const at = address.lastIndexOf('@');
  return at <= 0 ? [address] : [address.slice(0, at), address.slice(at)];
}
