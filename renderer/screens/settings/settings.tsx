import { useTranslation } from 'react-i18next';

export function SettingsScreen() {
  const { t } = useTranslation();
  return (
    <div className="sw-page">
      <h1>{t('nav.settings')}</h1>
    </div>
  );
}
