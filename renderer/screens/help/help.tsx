import { useTranslation } from 'react-i18next';

export function HelpScreen() {
  const { t } = useTranslation();
  return (
    <div className="sw-page">
      <h1>{t('nav.help')}</h1>
    </div>
  );
}
