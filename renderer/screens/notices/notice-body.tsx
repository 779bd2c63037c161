import { Anchor } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { NoticeDetail } from '../../../app/api/contract.ts';
import { unreadableReasons } from '../../../app/bounce/notice.ts';
import { Verdict } from '../../components/verdict.tsx';
import { useFormat } from '../../use-format.ts';
import { CopyButton } from '../../components/copy-button.tsx';
import { Term, type TermName } from '../../components/term.tsx';
import { DecidingLine } from './deciding-line.tsx';
import { SaveNotice } from './save-notice.tsx';
import { type AnyNotice, type Field, useFields } from './fields.ts';

type FailureOf = NoticeDetail['failures'][number];

/** Fields whose names somebody may not know. */
const terms: Readonly<Partial<Record<Field['name'], TermName>>> = {
  stage: 'stage',
  connectionIp: 'connectingIp',
  permanent: 'rejection',
};

/** A notice can name a thousand recipients; the first few are drawn, the rest on request. */
const shownAtFirst = 5;

export function NoticeBody({ notice }: { readonly notice: AnyNotice }) {
  const { t } = useTranslation();
  const format = useFormat();
  const fields = useFields();
  const [all, setAll] = useState(false);
  const shown = all ? notice.failures : notice.failures.slice(0, shownAtFirst);
  const reason = unreadableReasons.find((each) => each === notice.unreadable);
  return (
    <div className="sw-notice">
      <p className="sw-notice-summary sw-break">{notice.summary}</p>
      {notice.unreadable !== null && reason === undefined && (
        <p className="sw-break">{t('drawer.unreadable', { reason: notice.unreadable })}</p>
      )}
      {shown.map((failure, index) => (
        <FailureBlock
          key={index}
          failure={failure}
          title={
            notice.failures.length < 2
              ? null
              : t('drawer.failure', {
                  number: format.number(index + 1),
                  total: format.number(notice.failures.length),
                })
          }
        />
      ))}
      {shown.length < notice.failures.length && (
        <Anchor
          component="button"
          type="button"
          size="sm"
          onClick={() => {
            setAll(true);
          }}
        >
          {t('drawer.moreFailures', {
            formatted: format.number(notice.failures.length - shown.length),
          })}
        </Anchor>
      )}
      <Fields title={t('drawer.original')} fields={fields.original(notice)} />
      <Fields title={t('drawer.notice')} fields={fields.notice(notice)} />
      <div className="sw-notice-foot">
        <CopyButton text={() => fields.asText(notice)} />
        {'id' in notice && notice.importedFrom === null && !notice.expunged && (
          <SaveNotice noticeId={notice.id} />
        )}
      </div>
    </div>
  );
}

function FailureBlock({
  failure,
  title,
}: {
  readonly failure: FailureOf;
  readonly title: string | null;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const fields = useFields();
  const permanent = failure.replyCode === null ? null : failure.replyCode >= 500;
  const sure =
    failure.confidence === 'certain' && failure.category !== 'throttle'
      ? 'certainOther'
      : failure.confidence;
  return (
    <section className="sw-failure">
      {title !== null && <h3 className="sw-failure-title">{title}</h3>}
      <p className="sw-failure-verdict">
        <Verdict
          category={failure.category}
          permanent={failure.throttle?.permanent ?? permanent}
          confidence={failure.confidence}
        />
      </p>
      <DecidingLine failure={failure} />
      <p className="sw-dim sw-small">
        {t(`drawer.sure.${sure}`)}
        {failure.throttle !== null &&
          `${format.gap}${t(`drawer.direction.${failure.throttle.direction}`)}`}
      </p>
      <Fields title={t('drawer.fields')} fields={fields.failure(failure)} />
    </section>
  );
}

function Fields({ title, fields }: { readonly title: string; readonly fields: readonly Field[] }) {
  const { t } = useTranslation();
  return (
    <section className="sw-fields">
      <h3>{title}</h3>
      <dl>
        {fields.map(({ name, value }) => (
          <div key={name}>
            <dt>
              <Named name={name} />
            </dt>
            <dd className="sw-break">
              {value ?? <span className="sw-dim">{t('drawer.unknown')}</span>}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Named({ name }: { readonly name: Field['name'] }) {
  const { t } = useTranslation();
  const label = t(`drawer.field.${name}`);
  const term = terms[name];
  return term === undefined ? label : <Term name={term}>{label}</Term>;
}
