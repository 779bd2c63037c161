import { Tooltip, UnstyledButton } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import {
  IconClipboardList,
  IconHelpCircle,
  IconKey,
  IconLayoutDashboard,
  IconMailExclamation,
  IconMessageQuestion,
  IconSettings,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { LanguageMenu } from './language-menu.tsx';
import { Wordmark } from './wordmark.tsx';
import './shell.css';

const mainScreens = ['overview', 'notices', 'password', 'audit', 'explain'] as const;
/** Below, apart from the work. */
const lowerScreens = ['settings', 'help'] as const;
export const screens = [...mainScreens, ...lowerScreens] as const;
export type Screen = (typeof screens)[number];

export const screenIcons = {
  overview: IconLayoutDashboard,
  notices: IconMailExclamation,
  password: IconKey,
  audit: IconClipboardList,
  explain: IconMessageQuestion,
  settings: IconSettings,
  help: IconHelpCircle,
};

export interface ShellProps {
  readonly screen: Screen;
  /** The account and its scan, or that there is none. */
  readonly top: ReactNode;
  /** What went wrong with the store or the last scan; stands above every screen. */
  readonly banner?: ReactNode;
  readonly onScreen: (screen: Screen) => void;
  readonly children: ReactNode;
}

/** Screens on the left, the account and its scan on top. Below 1000 px the left side folds to icons. */
export function Shell(props: ShellProps) {
  const { t } = useTranslation();
  const item = (screen: Screen) => (
    <NavItem
      key={screen}
      screen={screen}
      current={screen === props.screen}
      onChoose={props.onScreen}
    />
  );
  return (
    <div className="sw-shell">
      <a className="sw-skip" href="#content">
        {t('nav.skip')}
      </a>
      <nav className="sw-side" aria-label={t('nav.label')}>
        <Wordmark />
        <div className="sw-nav">{mainScreens.map(item)}</div>
        <div className="sw-nav-lower">
          {lowerScreens.map(item)}
          <LanguageMenu className="sw-nav-item" />
        </div>
      </nav>
      <section className="sw-top" aria-label={t('account.bar')}>
        {props.top}
      </section>
      <main id="content" className="sw-content" tabIndex={-1}>
        {Boolean(props.banner) && <div className="sw-banner">{props.banner}</div>}
        {props.children}
      </main>
    </div>
  );
}

function NavItem({
  screen,
  current,
  onChoose,
}: {
  readonly screen: Screen;
  readonly current: boolean;
  readonly onChoose: (screen: Screen) => void;
}) {
  const { t } = useTranslation();
  const folded = useMediaQuery('(max-width: 999px)', false);
  const Icon = screenIcons[screen];
  const name = t(`nav.${screen}`);
  return (
    <Tooltip label={name} position="right" disabled={!folded} withinPortal={false}>
      <UnstyledButton
        className="sw-nav-item"
        aria-current={current ? 'page' : undefined}
        onClick={() => {
          onChoose(screen);
        }}
      >
        <Icon size={18} stroke={1.6} aria-hidden />
        <span className="sw-nav-label">{name}</span>
      </UnstyledButton>
    </Tooltip>
  );
}
