import { Button, Skeleton, Textarea } from '@mantine/core';
import { IconFileText, IconFolder } from '@tabler/icons-react';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Account } from '../../../app/api/contract.ts';
import { ProblemBox } from '../../components/problem-box.tsx';
import { Titled } from '../../components/term.tsx';
import { useFormat } from '../../use-format.ts';
import { Result } from './result.tsx';
import { type ExplainState, mostPasted } from './use-explain.ts';
import './explain.css';

/** Paste an error or a log, or drop files: the same verdict and advice as for a mailbox. */
export function ExplainScreen({
  state,
  account,
  accounts,
  onConnect,
}: {
  readonly state: ExplainState;
  /** Null while there is none: everything is explained, only adding to a history waits for one. */
  readonly account: Account | null;
  readonly accounts: readonly Account[];
  readonly onConnect: () => void;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const { explained, text } = state;
  const tooLong = text.length > mostPasted;
  const running = explained.phase === 'running';
  const key = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) state.explainText();
  };
  return (
    <div className="sw-page sw-explain">
      <header>
        <Titled term="throttled">
          <h1 className="sw-explain-title">{t('explain.title')}</h1>
        </Titled>
        <p className="sw-dim">{t('explain.lead')}</p>
      </header>
      <section className="sw-card sw-block" aria-label={t('explain.input')}>
        <Textarea
          aria-label={t('explain.field')}
          placeholder={t('explain.placeholder')}
          classNames={{ input: 'sw-explain-field' }}
          autosize
          minRows={explained.phase === 'empty' ? 9 : 4}
          maxRows={explained.phase === 'empty' ? 18 : 8}
          spellCheck={false}
          value={text}
          error={tooLong && t('explain.tooLong', { most: format.number(mostPasted) })}
          onChange={(event) => {
            state.setText(event.currentTarget.value);
          }}
          onKeyDown={key}
        />
        <div className="sw-explain-actions">
          <Button
            disabled={text.trim() === '' || tooLong}
            loading={running && explained.source.kind === 'text'}
            onClick={state.explainText}
          >
            {t('explain.submit')}
          </Button>
          <Button
            variant="default"
            leftSection={<IconFileText size={16} stroke={1.6} aria-hidden />}
            onClick={() => {
              state.choose('files');
            }}
          >
            {t('explain.files')}
          </Button>
          <Button
            variant="default"
            leftSection={<IconFolder size={16} stroke={1.6} aria-hidden />}
            onClick={() => {
              state.choose('folder');
            }}
          >
            {t('explain.folder')}
          </Button>
          <span className="sw-dim sw-small">{t('explain.or')}</span>
          {explained.phase !== 'empty' && (
            <Button variant="subtle" className="sw-explain-clear" onClick={state.clear}>
              {t('explain.clear')}
            </Button>
          )}
        </div>
        <p className="sw-dim sw-small">{t('explain.local')}</p>
      </section>
      {running && (
        <div role="status" aria-label={t('explain.reading')} className="sw-explain-loading">
          <Skeleton height={114} radius={10} />
          <Skeleton height={240} radius={10} />
        </div>
      )}
      {explained.phase === 'failed' && <ProblemBox problem={explained.problem} />}
      {explained.phase === 'done' && (
        <Result
          value={explained.value}
          source={explained.source}
          imported={explained.imported}
          account={account}
          accounts={accounts}
          onConnect={onConnect}
          onImport={state.importInto}
        />
      )}
    </div>
  );
}
