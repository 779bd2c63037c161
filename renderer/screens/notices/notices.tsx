import { Button, Skeleton } from '@mantine/core';
import { IconMailOff, IconZoomExclamation } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Account, ScanStatus } from '../../../app/api/contract.ts';
import { Empty } from '../../components/empty.tsx';
import { ProblemBox } from '../../components/problem-box.tsx';
import { Titled } from '../../components/term.tsx';
import { useFormat } from '../../use-format.ts';
import { ScopeBar } from '../../view/scope-bar.tsx';
import type { SharedView } from '../../view/use-views.ts';
import { isWhole, narrow, wholeView } from '../../view/view.ts';
import { Filters } from './filters.tsx';
import { NoticeDrawer } from './notice-drawer.tsx';
import { NoticeTable } from './notice-table.tsx';
import { Pager } from './pager.tsx';
import { pageSize, useNotices } from './use-notices.ts';
import { SaveNotices } from './save-notices.tsx';
import './notices.css';

export interface NoticesProps {
  readonly account: Account;
  readonly scan: ScanStatus | null;
  /** The filters of all views; the table adds a verdict and a search. */
  readonly shared: SharedView;
  readonly revision: number;
}

export function NoticesScreen({ account, scan, shared, revision }: NoticesProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { asked, whole, question, change } = useNotices(account.id, scan, shared, revision);
  const [openId, setOpenId] = useState<number | null>(null);
  const page = asked.value;
  const filtered = question.category !== null || question.text !== '' || !isWhole(shared.view);

  const clear = () => {
    change({ category: null, text: '', offset: 0 });
    shared.change(() => wholeView);
  };

  return (
    <div className="sw-notices" aria-busy={asked.loading}>
      <div className="sw-notices-head">
        <Titled term="bounceNotice">
          <h1>
            {t('notices.title')}{' '}
            <span className="sw-dim sw-number" role="status">
              {page !== null && format.number(page.total)}
            </span>
          </h1>
        </Titled>
        <Filters
          question={question}
          direction={shared.view.narrowing.direction}
          onDirection={(direction) => {
            change({ offset: 0 });
            shared.change((before) => narrow(before, { direction }));
          }}
          onChange={change}
          onClear={filtered ? clear : null}
        />
      </div>
      <ScopeBar
        shared={{
          ...shared,
          change: (next) => {
            change({ offset: 0 });
            shared.change(next);
          },
        }}
      />
      {asked.problem !== null && <ProblemBox problem={asked.problem} />}
      <div className="sw-card sw-notices-card">
        {page === null ? (
          asked.problem === null && <Rows />
        ) : page.total === 0 ? (
          filtered ? (
            <Empty
              icon={<IconZoomExclamation size={32} stroke={1.4} aria-hidden />}
              title={t('notices.emptyFiltered')}
            >
              <Button variant="default" onClick={clear}>
                {t('notices.clear')}
              </Button>
            </Empty>
          ) : (
            <Empty
              icon={<IconMailOff size={32} stroke={1.4} aria-hidden />}
              title={t('notices.empty')}
              text={t('notices.emptyText')}
            />
          )
        ) : (
          <NoticeTable
            rows={page.rows}
            question={question}
            stale={asked.loading}
            onSort={(sort) => {
              change({
                sort,
                descending: sort === question.sort ? !question.descending : sort === 'at',
                offset: 0,
              });
            }}
            onOpen={setOpenId}
          />
        )}
      </div>
      <footer className="sw-notices-foot">
        <span className="sw-dim sw-zone">{t('overview.zone', { zone: format.zone })}</span>
        {page !== null && page.total > 0 && <SaveNotices asked={whole} />}
        <Pager
          offset={question.offset}
          limit={pageSize}
          total={page?.total ?? 0}
          onOffset={(offset) => {
            change({ offset });
          }}
        />
      </footer>
      <NoticeDrawer
        noticeId={openId}
        onClose={() => {
          setOpenId(null);
        }}
      />
    </div>
  );
}

function Rows() {
  const { t } = useTranslation();
  return (
    <div className="sw-notices-loading" role="status" aria-label={t('app.loading')}>
      {Array.from({ length: 9 }, (_, row) => (
        <Skeleton key={row} height={18} radius="xs" width={`${92 - (row % 4) * 7}%`} />
      ))}
    </div>
  );
}
