import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import type { i18n } from 'i18next';
import { I18nextProvider } from 'react-i18next';
import type { Answer } from '../app/api/contract.ts';
import { ErrorBoundary } from './components/error-boundary.tsx';
import { Broken } from './screens/broken.tsx';
import { StoreGate } from './screens/store/store-gate.tsx';
import { theme, tokensOverMantine } from './theme.ts';
import { Workspace } from './workspace.tsx';

export interface AppProps {
  readonly info: Answer<'app:info'>;
  readonly text: i18n;
  readonly nonce: string;
  /** 'test' shows menus at once: jsdom runs no transition to its end. */
  readonly env?: 'default' | 'test';
}

export function App({ info, text, nonce, env = 'default' }: AppProps) {
  return (
    <I18nextProvider i18n={text}>
      <MantineProvider
        env={env}
        theme={theme}
        cssVariablesResolver={tokensOverMantine}
        defaultColorScheme="auto"
        getStyleNonce={() => nonce}
      >
        <Notifications position="bottom-right" autoClose={5000} limit={3} />
        <ErrorBoundary fallback={(again) => <Broken onAgain={again} />}>
          <StoreGate problem={info.storeProblem}>
            <Workspace info={info} />
          </StoreGate>
        </ErrorBoundary>
      </MantineProvider>
    </I18nextProvider>
  );
}
