import { Button } from '@mantine/core';
import { IconExternalLink } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { client } from '../../client.ts';
import type { HelpProps } from './help.tsx';
import { pointsOf, type TopicName } from './topics.ts';

/** One question and its answer, with the way to where one can act on it. */
export function Topic({
  topic,
  ...props
}: Pick<HelpProps, 'info' | 'account' | 'onScreen'> & { readonly topic: TopicName }) {
  const { t } = useTranslation();
  const id = `help-${topic}`;
  const deeds = useDeeds(topic, props);
  return (
    <section className="sw-card sw-block" id={id} aria-labelledby={`${id}-title`} tabIndex={-1}>
      <h2 id={`${id}-title`} className="sw-section-title">
        {t(`help.topic.${topic}.title`)}
      </h2>
      <p className="sw-help-lead">{t(`help.topic.${topic}.text`)}</p>
      {topic === 'data' && <p className="sw-help-path sw-break">{props.info.dataFolder}</p>}
      <ul className="sw-help-points">
        {pointsOf(topic).map((point) => (
          <li key={point}>{t(`help.topic.${topic}.point.${point}`)}</li>
        ))}
      </ul>
      {deeds !== null && <div className="sw-help-deeds">{deeds}</div>}
    </section>
  );
}

function useDeeds(
  topic: TopicName,
  { account, onScreen }: Pick<HelpProps, 'account' | 'onScreen'>,
): ReactNode {
  const { t } = useTranslation();
  const go = (screen: 'password' | 'explain' | 'settings') => (
    <Button
      variant="default"
      onClick={() => {
        onScreen(screen);
      }}
    >
      {t(`help.action.${screen}`)}
    </Button>
  );
  const open = (link: 'alibaba-help' | 'alibaba-webmail', label: string) => (
    <Button
      variant="default"
      rightSection={<IconExternalLink size={15} stroke={1.6} aria-hidden />}
      onClick={() => void client.openLink(link, account === null ? {} : { accountId: account.id })}
    >
      {label}
    </Button>
  );
  switch (topic) {
    case 'refused':
    case 'support':
      return open('alibaba-help', t('help.action.alibaba'));
    case 'passwords':
      return (
        <>
          {go('password')}
          {open('alibaba-webmail', t('help.action.webmail'))}
        </>
      );
    case 'lockout':
      return go('password');
    case 'missing':
      return go('explain');
    case 'data':
      return go('settings');
    case 'observed':
    case 'reads':
      return null;
  }
}
