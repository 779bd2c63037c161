import { Button, TextInput } from '@mantine/core';
import { IconSearch, IconZoomExclamation } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Account, Answer } from '../../../app/api/contract.ts';
import { Empty } from '../../components/empty.tsx';
import type { Screen } from '../../components/shell.tsx';
import { About } from './about.tsx';
import { Topic } from './topic.tsx';
import { pointsOf, termNames, type TopicName, topics } from './topics.ts';
import './help.css';

export interface HelpProps {
  readonly info: Answer<'app:info'>;
  readonly account: Account | null;
  readonly onScreen: (screen: Screen) => void;
  readonly onShortcuts: () => void;
}

/** Short answers, every word that somebody may not know, and the program itself; one field searches all of it. */
export function HelpScreen({ info, account, onScreen, onShortcuts }: HelpProps) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const wanted = text.trim().toLowerCase();
  const holds = (...words: readonly string[]) =>
    words.some((each) => each.toLowerCase().includes(wanted));
  const shownTopics = topics.filter((topic) => holds(...wordsOf(topic, t)));
  const shownTerms = termNames.filter((name) =>
    holds(t(`glossary.${name}.word`), t(`glossary.${name}.text`)),
  );
  const all = wanted === '';
  const contents = [
    ...shownTopics.map((topic) => ['help-' + topic, t(`help.topic.${topic}.title`)] as const),
    ...(shownTerms.length > 0 ? [['help-words', t('help.words')] as const] : []),
    ...(all
      ? ([
          ['help-keyboard', t('help.shortcuts.title')],
          ['help-about', t('about.title')],
        ] as const)
      : []),
  ];
  return (
    <div className="sw-page sw-help">
      <header className="sw-help-head">
        <h1>{t('nav.help')}</h1>
        <TextInput
          type="search"
          className="sw-help-search"
          aria-label={t('help.search')}
          placeholder={t('help.search')}
          leftSection={<IconSearch size={16} stroke={1.6} aria-hidden />}
          maxLength={100}
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value);
          }}
        />
      </header>
      {contents.length === 0 ? (
        <Empty
          icon={<IconZoomExclamation size={32} stroke={1.4} aria-hidden />}
          title={t('help.none', { text: text.trim() })}
        >
          <Button
            variant="default"
            onClick={() => {
              setText('');
            }}
          >
            {t('help.clear')}
          </Button>
        </Empty>
      ) : (
        <div className="sw-help-columns">
          <Contents entries={contents} />
          <div className="sw-help-text">
            {shownTopics.map((topic) => (
              <Topic key={topic} topic={topic} info={info} account={account} onScreen={onScreen} />
            ))}
            {shownTerms.length > 0 && (
              <section className="sw-card sw-block" id="help-words" tabIndex={-1}>
                <h2 className="sw-section-title">{t('help.words')}</h2>
                <dl className="sw-glossary">
                  {shownTerms.map((name) => (
                    <div key={name}>
                      <dt>{t(`glossary.${name}.word`)}</dt>
                      <dd>{t(`glossary.${name}.text`)}</dd>
                    </div>
                  ))}
                </dl>
              </section>
            )}
            {all && (
              <section className="sw-card sw-block" id="help-keyboard" tabIndex={-1}>
                <h2 className="sw-section-title">{t('help.shortcuts.title')}</h2>
                <p className="sw-help-lead">{t('help.shortcuts.text')}</p>
                <div className="sw-help-deeds">
                  <Button variant="default" onClick={onShortcuts}>
                    {t('help.shortcuts.open')}
                  </Button>
                </div>
              </section>
            )}
            {all && <About info={info} />}
          </div>
        </div>
      )}
    </div>
  );
}

type Translate = ReturnType<typeof useTranslation>['t'];

const wordsOf = (topic: TopicName, t: Translate): string[] => [
  t(`help.topic.${topic}.title`),
  t(`help.topic.${topic}.text`),
  ...pointsOf(topic).map((point) => t(`help.topic.${topic}.point.${point}`)),
];

/** Buttons, not links: the page has one address, and its policy lets nothing be gone to. */
function Contents({ entries }: { readonly entries: readonly (readonly [string, string])[] }) {
  const { t } = useTranslation();
  return (
    <nav className="sw-help-contents" aria-label={t('help.contents')}>
      <ul>
        {entries.map(([id, title]) => (
          <li key={id}>
            <button
              type="button"
              onClick={() => {
                const place = document.getElementById(id);
                place?.scrollIntoView({ block: 'start' });
                place?.focus({ preventScroll: true });
              }}
            >
              {title}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}
