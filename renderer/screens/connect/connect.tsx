import { Button } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Account, Answer } from '../../../app/api/contract.ts';
import { LanguageMenu } from '../../components/language-menu.tsx';
import { ProblemBox } from '../../components/problem-box.tsx';
import { useSample } from '../../use-sample.ts';
import { ConnectForm } from './connect-form.tsx';
import { Facts } from './facts.tsx';
import '../../components/entrance.css';
import './connect.css';

export interface ConnectProps {
  readonly info: Answer<'app:info'>;
  /** The account to sign in to again; null for a new one. */
  readonly again: Account | null;
  readonly onOpened: (accountId: number) => void;
  readonly onBack: () => void;
}

export function ConnectScreen({ info, again, onOpened, onBack }: ConnectProps) {
  const { t } = useTranslation();
  return (
    <div className="sw-entrance">
      <header className="sw-entrance-top">
        <Button
          variant="subtle"
          color="gray"
          leftSection={<IconArrowLeft size={16} aria-hidden />}
          onClick={onBack}
        >
          {t('app.back')}
        </Button>
        <LanguageMenu />
      </header>
      <main className="sw-connect-main">
        <div className="sw-entrance-lead">
          <h1>{t(again === null ? 'connect.formTitle' : 'connect.againTitle')}</h1>
          <p className="sw-dim sw-break">
            {again === null
              ? t('connect.lead')
              : t('connect.againText', { address: again.address })}
          </p>
        </div>
        {info.fallbackRuntime && <p className="sw-entrance-note">{t('connect.fallback')}</p>}
        <div className="sw-connect-columns">
          <ConnectForm again={again} onOpened={onOpened} />
          <aside className="sw-connect-aside">
            {again === null && <SampleWay onOpened={onOpened} />}
            <Facts />
          </aside>
        </div>
      </main>
    </div>
  );
}

function SampleWay({ onOpened }: { readonly onOpened: (accountId: number) => void }) {
  const { t } = useTranslation();
  const { opening, problem, open } = useSample(onOpened);
  return (
    <section className="sw-connect-sample" aria-labelledby="sample-title">
      <h2 id="sample-title" className="sw-section-title">
        {t('connect.sampleTitle')}
      </h2>
      <p className="sw-dim">{t('connect.sampleText')}</p>
      {problem !== null && <ProblemBox problem={problem} />}
      <Button variant="default" loading={opening} onClick={open}>
        {t('connect.sampleOpen')}
      </Button>
    </section>
  );
}
