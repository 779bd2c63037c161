import { useTranslation } from 'react-i18next';
import type { Account, Explanation } from '../../../app/api/contract.ts';
import { ProblemBox } from '../../components/problem-box.tsx';
import { useFormat } from '../../use-format.ts';
import { Why } from '../overview/why.tsx';
import { ExplainedNotices } from './explained-notices.tsx';
import { ImportCard } from './import-card.tsx';
import type { Import, Source } from './use-explain.ts';
import { VerdictCard } from './verdict-card.tsx';

export interface ResultProps {
  readonly value: Explanation;
  readonly source: Source;
  readonly imported: Import;
  readonly account: Account | null;
  readonly accounts: readonly Account[];
  readonly onConnect: () => void;
  readonly onImport: (accountId: number) => void;
}

const problemsShown = 3;

export function Result({ value, source, imported, ...history }: ResultProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const more = value.problems.length - problemsShown;
  return (
    <>
      <VerdictCard explanation={value} source={source} />
      {value.problems.slice(0, problemsShown).map((problem, index) => (
        <ProblemBox key={index} problem={problem} />
      ))}
      {more > 0 && (
        <p className="sw-dim sw-small">
          {t('explain.moreProblems', { count: more, formatted: format.number(more) })}
        </p>
      )}
      {source.kind === 'files' && value.bounces > 0 && (
        <ImportCard imported={imported} {...history} />
      )}
      {value.notices.length > 0 && (
        <ExplainedNotices notices={value.notices} total={value.bounces} />
      )}
      {value.throttled > 0 && value.causes.length > 0 && (
        <Why causes={value.causes} onBasis={null} />
      )}
    </>
  );
}
