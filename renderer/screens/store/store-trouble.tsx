import { Button } from '@mantine/core';
import { IconDatabaseExclamation } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem, ProblemCode } from '../../../app/result.ts';
import { FilePlace, StorePage } from './store-page.tsx';
import { useCountdown } from './use-countdown.ts';

export interface StoreTroubleProps {
  readonly problem: Problem;
  readonly busy: boolean;
  readonly tryAgain: () => Promise<void>;
  readonly startAfresh: () => Promise<void>;
}

const replaceable: ReadonlySet<ProblemCode> = new Set(['store-damaged', 'store-newer']);
/** Another program writes for moments, seldom for long. */
const secondsBetweenTries = 5;

/** What happened to the database, where it is, and the ways on that can help: waiting, trying again, a fresh start. */
export function StoreTrouble({ problem, busy, tryAgain, startAfresh }: StoreTroubleProps) {
  const { t } = useTranslation();
  const { code, subject, detail } = problem;
  const waits = code === 'store-locked';
  const [tries, setTries] = useState(0);
  const tryNow = async () => {
    await tryAgain();
    setTries((before) => before + 1);
  };
  const left = useCountdown(
    waits && !busy ? secondsBetweenTries : null,
    tries,
    () => void tryNow(),
  );
  const fresh = replaceable.has(code);
  const words = { subject: subject ?? '' };
  return (
    <StorePage
      icon={<IconDatabaseExclamation size={22} stroke={1.6} aria-hidden />}
      title={t(`problem:${code}.title`)}
    >
      <div className="sw-store-words" role="alert">
        <p className="sw-break">{t(`problem:${code}.meaning`, words)}</p>
        <p>{t(`problem:${code}.todo`, words)}</p>
      </div>
      {fresh && <p className="sw-dim">{t('store.freshText')}</p>}
      {detail !== null && detail !== '' && <FilePlace label={t('store.detail')} path={detail} />}
      <div className="sw-store-actions">
        {fresh && (
          <Button loading={busy} onClick={() => void startAfresh()}>
            {t(code === 'store-newer' ? 'store.freshNewer' : 'store.fresh')}
          </Button>
        )}
        <Button
          variant={fresh ? 'default' : 'filled'}
          disabled={fresh && busy}
          loading={!fresh && busy}
          onClick={() => void tryNow()}
        >
          {t('app.tryAgain')}
        </Button>
        {waits && (
          <span className="sw-dim sw-store-wait">
            {busy || left === null ? t('store.trying') : t('store.triesIn', { count: left })}
          </span>
        )}
      </div>
    </StorePage>
  );
}
