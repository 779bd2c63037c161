import { Button } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Account } from '../../../app/api/contract.ts';
import { ProblemBox } from '../../components/problem-box.tsx';
import { useFormat } from '../../use-format.ts';
import type { Import } from './use-explain.ts';

export interface ImportCardProps {
  readonly account: Account;
  readonly imported: Import;
  readonly onImport: () => void;
}

/** What a program's own log holds belongs to the account's history too: its refusals leave no notice. */
export function ImportCard({ account, imported, onImport }: ImportCardProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const values =
    imported.phase === 'done'
      ? {
          count: imported.value.added,
          added: format.number(imported.value.added),
          known: format.number(imported.value.alreadyKnown),
          throttled: format.number(imported.value.throttled),
        }
      : {};
  return (
    <section className="sw-card sw-block sw-import" aria-labelledby="import-title">
      <div>
        <h2 id="import-title" className="sw-section-title">
          {t('explain.import.title')}
        </h2>
        <p className="sw-dim sw-small sw-break" role="status">
          {imported.phase === 'done'
            ? t('explain.import.done', values)
            : t('explain.import.text', { address: account.address })}
        </p>
      </div>
      {imported.phase === 'done' ? (
        <IconCheck size={20} stroke={1.75} aria-hidden />
      ) : (
        <Button variant="default" loading={imported.phase === 'running'} onClick={onImport}>
          {t('explain.import.button')}
        </Button>
      )}
      {imported.phase === 'failed' && <ProblemBox problem={imported.problem} />}
      {imported.phase === 'done' &&
        imported.value.problems
          .slice(0, 3)
          .map((problem, index) => <ProblemBox key={index} problem={problem} />)}
    </section>
  );
}
