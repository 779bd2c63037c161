import { useTranslation } from 'react-i18next';
import { Group } from './group.tsx';

const topics = ['read', 'kept', 'password', 'never', 'network', 'log'] as const;

/** What the app does with what it reads, in plain words; each sentence is held by a test or a rule of the build. */
export function Privacy() {
  const { t } = useTranslation();
  return (
    <Group title={t('settings.privacy.title')}>
      <dl className="sw-settings-privacy">
        {topics.map((topic) => (
          <div key={topic}>
            <dt>{t(`settings.privacy.${topic}.title`)}</dt>
            <dd>{t(`settings.privacy.${topic}.text`)}</dd>
          </div>
        ))}
      </dl>
    </Group>
  );
}
