import { Button } from '@mantine/core';
import { IconFileText, IconFlask, IconMailbox, type TablerIcon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answer } from '../../../app/api/contract.ts';
import { ProblemBox } from '../../components/problem-box.tsx';
import { useSample } from '../../use-sample.ts';
import { Facts } from '../connect/facts.tsx';
import '../../components/entrance.css';
import './welcome.css';

export interface WelcomeProps {
  readonly info: Answer<'app:info'>;
  readonly onConnect: () => void;
  /** Asks for mail files or a folder of them, to be explained. */
  readonly onFiles: (kind: 'files' | 'folder') => void;
  readonly onOpened: (accountId: number) => void;
}

/** The first screen while there is no account: three ways in, and what each of them does and never does. */
export function Welcome({ info, onConnect, onFiles, onOpened }: WelcomeProps) {
  const { t } = useTranslation();
  const sample = useSample(onOpened);
  return (
    <div className="sw-welcome">
      <header className="sw-entrance-lead">
        <h1>{t('welcome.title')}</h1>
        <p className="sw-dim">{t('welcome.lead')}</p>
      </header>
      {info.fallbackRuntime && <p className="sw-entrance-note">{t('connect.fallback')}</p>}
      <div className="sw-ways">
        <Way name="connect" Icon={IconMailbox}>
          <Button onClick={onConnect}>{t('welcome.connect.button')}</Button>
        </Way>
        <Way name="files" Icon={IconFileText} note={t('welcome.files.drop')}>
          <Button
            variant="default"
            onClick={() => {
              onFiles('files');
            }}
          >
            {t('explain.files')}
          </Button>
          <Button
            variant="default"
            aria-label={t('explain.folder')}
            onClick={() => {
              onFiles('folder');
            }}
          >
            {t('welcome.files.folder')}
          </Button>
        </Way>
        <Way name="sample" Icon={IconFlask}>
          <Button variant="default" loading={sample.opening} onClick={sample.open}>
            {t('connect.sampleOpen')}
          </Button>
        </Way>
      </div>
      {sample.problem !== null && <ProblemBox problem={sample.problem} />}
      <Facts />
    </div>
  );
}

function Way({
  name,
  Icon,
  note,
  children,
}: {
  readonly name: 'connect' | 'files' | 'sample';
  readonly Icon: TablerIcon;
  readonly note?: string;
  readonly children: ReactNode;
}) {
  const { t } = useTranslation();
  const id = `way-${name}`;
  return (
    <section className="sw-card sw-way" aria-labelledby={id}>
      <Icon className="sw-way-icon" size={22} stroke={1.5} aria-hidden />
      <h2 id={id} className="sw-section-title">
        {t(`welcome.${name}.title`)}
      </h2>
      <p className="sw-dim">{t(`welcome.${name}.text`)}</p>
      <div className="sw-way-deeds">
        {children}
        {note !== undefined && <span className="sw-dim sw-small">{note}</span>}
      </div>
    </section>
  );
}
