import { UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Explained } from '../../../app/api/contract.ts';
import { Verdict } from '../../components/verdict.tsx';
import { useFormat } from '../../use-format.ts';
import { DecidingLine } from '../notices/deciding-line.tsx';
import { NoticeBody } from '../notices/notice-body.tsx';
import '../notices/notice-drawer.css';

const page = 20;

/** Each notice with its deciding line; the rest of it on request. */
export function ExplainedNotices({
  notices,
  total,
}: {
  readonly notices: readonly Explained[];
  readonly total: number;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const [count, setCount] = useState(page);
  const shown = notices.slice(0, count);
  return (
    <section className="sw-card sw-block" aria-labelledby="explained-title">
      <h2 id="explained-title" className="sw-section-title">
        {t('explain.notices')}
        <span className="sw-dim sw-number sw-count">
          {notices.length < total
            ? t('episode.linesOf', {
                shown: format.number(notices.length),
                total: format.number(total),
              })
            : format.number(notices.length)}
        </span>
      </h2>
      <ol className="sw-explained">
        {shown.map((notice, index) => (
          <Notice key={index} notice={notice} />
        ))}
      </ol>
      {shown.length < notices.length && (
        <UnstyledButton
          className="sw-more"
          onClick={() => {
            setCount(count + page);
          }}
        >
          {t('chart:moreRows', { formatted: format.number(notices.length - shown.length) })}
        </UnstyledButton>
      )}
    </section>
  );
}

function Notice({ notice }: { readonly notice: Explained }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [open, setOpen] = useState(false);
  const [first] = notice.failures;
  const at = notice.bouncedAt === null ? Number.NaN : Date.parse(notice.bouncedAt);
  return (
    <li>
      <p className="sw-explained-head">
        <Verdict
          category={first?.category ?? null}
          permanent={
            first?.throttle?.permanent ??
            (first === undefined || first.replyCode === null ? null : first.replyCode >= 500)
          }
          confidence={first?.confidence ?? null}
        />
        <span className="sw-dim sw-number">{Number.isNaN(at) ? '' : format.dateTime(at)}</span>
        <span className="sw-dim sw-ellipsis sw-explained-source" title={notice.source}>
          {notice.source}
        </span>
      </p>
      {open ? (
        <NoticeBody notice={notice} />
      ) : (
        <>
          <p className="sw-break">{notice.summary}</p>
          {first !== undefined && <DecidingLine failure={first} />}
        </>
      )}
      <UnstyledButton
        className="sw-more"
        aria-expanded={open}
        onClick={() => {
          setOpen(!open);
        }}
      >
        {t(open ? 'explain.less' : 'explain.more')}
      </UnstyledButton>
    </li>
  );
}
