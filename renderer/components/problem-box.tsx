import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../app/result.ts';
import './problem-box.css';

/** What happened, what it may mean, what to do; then the other side's own words, verbatim. */
export function ProblemBox({
  problem,
  children,
}: {
  readonly problem: Problem;
  readonly children?: ReactNode;
}) {
  const { t } = useTranslation();
  const values = { subject: problem.subject ?? '' };
  return (
    <div className="sw-problem" role="alert">
      <IconAlertTriangle className="sw-problem-icon" size={18} stroke={1.75} aria-hidden />
      <div className="sw-problem-body">
        <p className="sw-problem-title sw-break">{t(`problem:${problem.code}.title`, values)}</p>
        <p className="sw-break">{t(`problem:${problem.code}.meaning`, values)}</p>
        <p className="sw-break">{t(`problem:${problem.code}.todo`, values)}</p>
        {problem.detail !== null && problem.detail !== '' && (
          <figure className="sw-problem-quote">
            <figcaption>{t('connect.serverSaid')}</figcaption>
            <blockquote className="sw-break">{problem.detail}</blockquote>
          </figure>
        )}
        {children}
      </div>
    </div>
  );
}
