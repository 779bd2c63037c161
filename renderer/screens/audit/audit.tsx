import { Button, Checkbox, Select, Skeleton, TextInput } from '@mantine/core';
import { IconFileText, IconPlus, IconSearch, IconUsers } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AuditRow, ScanStatus } from '../../../app/api/contract.ts';
import { client } from '../../client.ts';
import { Empty } from '../../components/empty.tsx';
import { ProblemBox } from '../../components/problem-box.tsx';
import { Titled } from '../../components/term.tsx';
import { useFormat } from '../../use-format.ts';
import { Pager } from '../notices/pager.tsx';
import { AuditTable } from './audit-table.tsx';
import { ReportDialog } from './report-dialog.tsx';
import { select, states, type Selection } from './selection.ts';
import { useAudit } from './use-audit.ts';
import '../notices/notices.css';
import './audit.css';

export interface AuditScreenProps {
  readonly scans: ReadonlyMap<number, ScanStatus>;
  readonly onOpen: (accountId: number) => void;
  readonly onAdd: () => void;
}

const pageSize = 100;

/** All accounts side by side: who was throttled, since when, why, and what could not be checked. */
export function AuditScreen({ scans, onOpen, onAdd }: AuditScreenProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { rows, problem, status } = useAudit();
  const [reporting, setReporting] = useState(false);
  const [atOnce, setAtOnce] = useState('4');
  const [offset, setOffset] = useState(0);
  const [selection, setSelection] = useState<Selection>({
    ...{ text: '', state: null, grouped: false, sort: 'last', descending: true },
  });
  const change = (next: Partial<Selection>) => {
    setSelection({ ...selection, ...next });
    setOffset(0);
  };

  if (rows === null)
    return problem ? (
      <div className="sw-notices">
        <ProblemBox problem={problem} />
      </div>
    ) : (
      <div className="sw-notices" aria-busy aria-label={t('app.loading')}>
        <div className="sw-card sw-notices-card sw-notices-loading">
          {Array.from({ length: 8 }, (_, index) => (
            <Skeleton key={index} height={14} />
          ))}
        </div>
      </div>
    );
  const shown = select(rows, selection);
  const filtered = selection.text !== '' || selection.state !== null;
  const scannable = rows.filter(({ account }) => account.sample || account.canScan);

  return (
    <div className="sw-notices sw-audit">
      <header className="sw-notices-head">
        <div>
          <Titled term="coverage">
            <h1>
              {t('audit.title')}{' '}
              <span className="sw-dim">
                {t('audit.count', { count: rows.length, formatted: format.number(rows.length) })}
              </span>
            </h1>
          </Titled>
          <p className="sw-dim">
            {lead(rows, t, (value) => format.number(value))}
            {rows.length > scannable.length &&
              `${format.gap}${t('audit.needSignIn', { count: rows.length - scannable.length, formatted: format.number(rows.length - scannable.length) })}`}
          </p>
        </div>
        <div className="sw-audit-actions">
          {status?.running === true ? (
            <>
              <span className="sw-dim sw-number" role="status">
                {t(status.failed > 0 ? 'audit.scanningFailed' : 'audit.scanning', {
                  done: format.number(status.done),
                  total: format.number(status.total),
                  failed: format.number(status.failed),
                })}
              </span>
              <Button variant="default" onClick={() => void client.cancelAudit()}>
                {t('audit.cancel')}
              </Button>
            </>
          ) : (
            <>
              <Select
                className="sw-audit-at-once"
                aria-label={t('audit.atOnce')}
                value={atOnce}
                data={['1', '2', '4', '8'].map((n) => ({
                  value: n,
                  label: t('audit.atOnceOption', { n }),
                }))}
                onChange={(value) => {
                  setAtOnce(value ?? '1');
                }}
              />
              <Button
                variant="default"
                disabled={scannable.length === 0}
                onClick={() =>
                  void client.scanAll({
                    accountIds: scannable.map(({ account }) => account.id),
                    atOnce: Number(atOnce),
                  })
                }
              >
                {t('audit.scanAll')}
              </Button>
            </>
          )}
          <Button
            leftSection={<IconFileText size={16} aria-hidden />}
            disabled={shown.length === 0}
            onClick={() => {
              setReporting(true);
            }}
          >
            {t('audit.report.open')}
          </Button>
        </div>
      </header>
      <div className="sw-filters" role="search">
        <TextInput
          type="search"
          className="sw-filters-text"
          aria-label={t('audit.filter')}
          placeholder={t('audit.filterHint')}
          leftSection={<IconSearch size={15} aria-hidden />}
          value={selection.text}
          maxLength={200}
          onChange={(event) => {
            change({ text: event.currentTarget.value });
          }}
        />
        <Select
          className="sw-audit-states"
          aria-label={t('audit.stateFilter')}
          value={selection.state ?? 'all'}
          data={[
            { value: 'all', label: t('audit.allStates') },
            ...states.map((state) => ({ value: state, label: t(`headline.state.${state}`) })),
          ]}
          onChange={(value) => {
            change({ state: states.find((state) => state === value) ?? null });
          }}
        />
        <Checkbox
          className="sw-audit-group"
          label={t('audit.group')}
          checked={selection.grouped}
          onChange={(event) => {
            change({ grouped: event.currentTarget.checked });
          }}
        />
        <Button
          variant="subtle"
          className="sw-audit-add"
          leftSection={<IconPlus size={15} aria-hidden />}
          onClick={onAdd}
        >
          {t('audit.add')}
        </Button>
      </div>
      <div className="sw-card sw-notices-card">
        {shown.length === 0 ? (
          <Empty
            icon={<IconUsers size={32} stroke={1.4} aria-hidden />}
            title={t(filtered ? 'audit.none' : 'audit.empty')}
          >
            {filtered && (
              <Button
                variant="default"
                onClick={() => {
                  change({ text: '', state: null });
                }}
              >
                {t('audit.clear')}
              </Button>
            )}
          </Empty>
        ) : (
          <AuditTable
            rows={shown.slice(offset, offset + pageSize)}
            all={rows}
            scans={scans}
            selection={selection}
            onSort={(sort) => {
              change({
                sort,
                descending: sort === selection.sort ? !selection.descending : sort !== 'account',
              });
            }}
            onOpen={onOpen}
          />
        )}
      </div>
      <footer className="sw-notices-foot">
        <span className="sw-dim sw-zone">{t('overview.zone', { zone: format.zone })}</span>
        <Pager offset={offset} limit={pageSize} total={shown.length} onOffset={setOffset} />
      </footer>
      <ReportDialog
        opened={reporting}
        accountIds={shown.map(({ account }) => account.id)}
        onClose={() => {
          setReporting(false);
        }}
      />
    </div>
  );
}

function lead(
  rows: readonly AuditRow[],
  t: ReturnType<typeof useTranslation>['t'],
  number: (value: number) => string,
): string {
  const throttled = rows.filter(({ episodes }) => episodes > 0).length;
  if (throttled === 0) return t('audit.leadNone');
  return t('audit.lead', {
    throttled: number(throttled),
    count: rows.length,
    limited: number(rows.filter(({ state }) => state === 'limited').length),
  });
}
