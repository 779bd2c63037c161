import { Button, Select } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Account } from '../../../app/api/contract.ts';
import { ProblemBox } from '../../components/problem-box.tsx';
import { useFormat } from '../../use-format.ts';
import type { Import } from './use-explain.ts';

export interface ImportCardProps {
  /** The one that the window shows; null while there is none. */
  readonly account: Account | null;
  readonly accounts: readonly Account[];
  readonly imported: Import;
  readonly onConnect: () => void;
  readonly onImport: (accountId: number) => void;
}

/** What a program's own log holds belongs to an account's history too: its refusals leave no notice. */
export function ImportCard({ account, accounts, imported, ...deeds }: ImportCardProps) {
  const [chosenId, setChosenId] = useState<number | null>(null);
  const into = accounts.find(({ id }) => id === chosenId) ?? account;
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
          {t(into === null ? 'explain.import.titleNone' : 'explain.import.title')}
        </h2>
        <p className="sw-dim sw-small sw-break" role="status">
          {imported.phase === 'done'
            ? t('explain.import.done', values)
            : t(into === null ? 'explain.import.none' : 'explain.import.text', {
                address: into?.address ?? '',
              })}
        </p>
        {accounts.length > 1 && imported.phase !== 'done' && (
          <Select
            className="sw-import-account"
            aria-label={t('explain.import.account')}
            value={into === null ? null : String(into.id)}
            data={accounts.map(({ id, address, sample }) => ({
              value: String(id),
              label: sample ? t('account.sample') : address,
            }))}
            disabled={imported.phase === 'running'}
            onChange={(id) => {
              setChosenId(Number(id));
            }}
          />
        )}
      </div>
      {imported.phase === 'done' ? (
        <IconCheck size={20} stroke={1.75} aria-hidden />
      ) : into === null ? (
        <Button variant="default" onClick={deeds.onConnect}>
          {t('welcome.connect.button')}
        </Button>
      ) : (
        <Button
          variant="default"
          loading={imported.phase === 'running'}
          onClick={() => {
            deeds.onImport(into.id);
          }}
        >
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
