import { type ReactNode, Suspense } from 'react';
import type { Answer } from '../app/api/contract.ts';
import { assertNever } from '../app/result.ts';
import { NoAccountBar } from './components/account-bar.tsx';
import { ErrorBoundary } from './components/error-boundary.tsx';
import { type Screen, Shell } from './components/shell.tsx';
import { Broken } from './screens/broken.tsx';
import { NeedsAccount } from './screens/welcome/needs-account.tsx';
import { Welcome } from './screens/welcome/welcome.tsx';
import { WelcomePage } from './screens/welcome/welcome-page.tsx';

export interface WithoutAccountProps {
  readonly info: Answer<'app:info'>;
  /** Null until somebody went anywhere: then the first screen stands by itself. */
  readonly screen: Screen | null;
  /** The screens that need no account, as the workspace shows them. */
  readonly explain: ReactNode;
  readonly settings: ReactNode;
  readonly help: ReactNode;
  readonly onScreen: (screen: Screen) => void;
  readonly onConnect: () => void;
  readonly onFiles: (kind: 'files' | 'folder') => void;
  readonly onOpened: (accountId: number) => void;
}

/** The window while there is no account: mail files can be explained, and every screen says what it needs. */
export function WithoutAccount(props: WithoutAccountProps) {
  const { info, screen, onScreen, onConnect, onFiles, onOpened } = props;
  const welcome = { info, onConnect, onFiles, onOpened };
  if (screen === null)
    return (
      <WelcomePage
        {...welcome}
        onHelp={() => {
          onScreen('help');
        }}
      />
    );
  const content = (): ReactNode => {
    switch (screen) {
      case 'overview':
        return (
          <div className="sw-page">
            <Welcome {...welcome} />
          </div>
        );
      case 'notices':
      case 'password':
      case 'audit':
        return <NeedsAccount screen={screen} onConnect={onConnect} onOpened={onOpened} />;
      case 'explain':
        return props.explain;
      case 'settings':
        return props.settings;
      case 'help':
        return props.help;
      default:
        return assertNever(screen);
    }
  };
  return (
    <Shell screen={screen} top={<NoAccountBar onConnect={onConnect} />} onScreen={onScreen}>
      <ErrorBoundary key={screen} fallback={(again) => <Broken onAgain={again} />}>
        <Suspense fallback={<div className="sw-page" aria-busy />}>{content()}</Suspense>
      </ErrorBoundary>
    </Shell>
  );
}
