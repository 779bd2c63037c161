import { Menu, UnstyledButton } from '@mantine/core';
import { IconCheck, IconLanguage } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { languages } from '../../app/text/text.ts';
import { useLanguage } from '../use-language.ts';

/** The languages are named in themselves: who cannot read the current one finds theirs. */
export function LanguageMenu({ className }: { readonly className?: string }) {
  const { t } = useTranslation();
  const { language, chosen, choose } = useLanguage();
  return (
    <Menu position="top-start" width={180}>
      <Menu.Target>
        <UnstyledButton
          className={className ?? 'sw-quiet-button'}
          aria-label={`${t('language.label')}: ${t(`language.${language}`)}`}
        >
          <IconLanguage size={18} stroke={1.6} aria-hidden />
          <span className="sw-nav-label">{t(`language.${language}`)}</span>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        {([null, ...languages] as const).map((each) => (
          <Menu.Item
            key={each}
            lang={each ?? undefined}
            aria-current={each === chosen ? 'true' : undefined}
            rightSection={each === chosen ? <IconCheck size={14} aria-hidden /> : null}
            onClick={() => {
              choose(each);
            }}
          >
            {t(`language.${each ?? 'system'}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
