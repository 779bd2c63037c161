import { UnstyledButton } from '@mantine/core';
import { IconHelpCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { LanguageMenu } from '../../components/language-menu.tsx';
import { Wordmark } from '../../components/wordmark.tsx';
import { Welcome, type WelcomeProps } from './welcome.tsx';

/** The first screen by itself: nothing beside it that would not work yet. */
export function WelcomePage({
  onHelp,
  ...welcome
}: WelcomeProps & { readonly onHelp: () => void }) {
  const { t } = useTranslation();
  return (
    <div className="sw-entrance">
      <header className="sw-entrance-top">
        <Wordmark />
        <div className="sw-welcome-tools">
          <UnstyledButton className="sw-quiet-button" onClick={onHelp}>
            <IconHelpCircle size={18} stroke={1.6} aria-hidden />
            <span>{t('nav.help')}</span>
          </UnstyledButton>
          <LanguageMenu />
        </div>
      </header>
      <main className="sw-welcome-main">
        <Welcome {...welcome} />
      </main>
    </div>
  );
}
