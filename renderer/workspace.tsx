import { lazy, type ReactNode, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Account, Answer } from '../app/api/contract.ts';
import { assertNever } from '../app/result.ts';
import { client } from './client.ts';
import { DropZone } from './components/drop-zone.tsx';
import { ErrorBoundary } from './components/error-boundary.tsx';
import { ScanProblem } from './components/scan-problem.tsx';
import { type Screen, Shell } from './components/shell.tsx';
import { WatchControl } from './components/watch-control.tsx';
import { Broken } from './screens/broken.tsx';
import { useExplain } from './screens/explain/use-explain.ts';
import { OverviewScreen } from './screens/overview/overview.tsx';
import { HelpScreen } from './screens/help/help.tsx';
import { SettingsScreen } from './screens/settings/settings.tsx';
import { useAccountDeeds } from './use-account-deeds.ts';
import { useAccounts } from './use-accounts.ts';
import { useLanguageOfPage } from './use-language.ts';
import { isRunning, useScans } from './use-scan.ts';
import { useOpenedFiles } from './use-opened-files.ts';
import { useScanEnd } from './use-scan-end.ts';
import { useWatches } from './use-watches.ts';
import { useViews } from './view/use-views.ts';

/** Loaded when first shown: most people come for the overview. */
const ConnectScreen = lazy(async () => {
  const { ConnectScreen } = await import('./screens/connect/connect.tsx');
  return { default: ConnectScreen };
});
const NoticesScreen = lazy(async () => {
  const { NoticesScreen } = await import('./screens/notices/notices.tsx');
  return { default: NoticesScreen };
});
const ScanningScreen = lazy(async () => {
  const { ScanningScreen } = await import('./screens/scanning.tsx');
  return { default: ScanningScreen };
});
const AuditScreen = lazy(async () => {
  const { AuditScreen } = await import('./screens/audit/audit.tsx');
  return { default: AuditScreen };
});
const ExplainScreen = lazy(async () => {
  const { ExplainScreen } = await import('./screens/explain/explain.tsx');
  return { default: ExplainScreen };
});

/** Loaded when first shown: it is large, and most people come for the overview. */
const PasswordScreen = lazy(() => import('./screens/password/password.tsx'));

/** Which account and which screen: the window's own state; everything else is asked from main. */
export function Workspace({ info }: { readonly info: Answer<'app:info'> }) {
  useLanguageOfPage();
  const { t } = useTranslation();
  const { accounts, refresh } = useAccounts();
  const [chosenId, setChosenId] = useState<number | null>(null);
  const [screen, setScreen] = useState<Screen>('overview');
  const [connecting, setConnecting] = useState<'no' | 'new' | 'again'>('no');
  const [seenScan, setSeenScan] = useState<number | null>(null);
  const [gapMinutes, setGapMinutes] = useState(info.gapMinutes);
  const [revision, setRevision] = useState(0);
  const viewOf = useViews();
  const explain = useExplain(() => {
    setRevision((before) => before + 1);
  });
  const scans = useScans(accounts?.map((each) => each.id) ?? []);
  useScanEnd(scans, () => void refresh());
  const watches = useWatches(() => void refresh());
  const account = accounts?.find((each) => each.id === chosenId) ?? mostRecent(accounts ?? []);
  const deeds = useAccountDeeds(account, () => {
    setConnecting('again');
  });

  const explainFiles = (paths: readonly string[]) => {
    setScreen('explain');
    explain.explainFiles(paths);
  };
  useOpenedFiles(explainFiles);

  if (accounts === null)
    return <main className="sw-page" aria-busy aria-label={t('app.loading')} />;

  const opened = async (accountId: number) => {
    await refresh();
    setChosenId(accountId);
    setConnecting('no');
    setScreen('overview');
    setSeenScan(null);
    deeds.forgetProblem();
  };

  if (account === null || connecting !== 'no') {
    const back = () => {
      setConnecting('no');
    };
    return (
      <Suspense fallback={<main className="sw-page" aria-busy aria-label={t('app.loading')} />}>
        <ConnectScreen
          info={info}
          again={connecting === 'again' ? account : null}
          onOpened={(id) => void opened(id)}
          onBack={account === null ? null : back}
        />
      </Suspense>
    );
  }

  const scan = scans.get(account.id) ?? null;
  const watch = watches.get(account.id) ?? null;
  // The first scan fills the window; a later one runs beside what is already known.
  const first = account.lastScanAt === null && scan !== null && seenScan !== scan.startedAt;
  const scanning = first && scan.phase !== 'done' ? scan : null;
  const stopped = watch?.state === 'stopped' ? watch.problem : null;
  const problem = deeds.problem ?? stopped ?? (scanning ? null : (scan?.problem ?? null));
  const shared = viewOf(account.id);

  const scanningScreen = (running: NonNullable<typeof scan>): ReactNode => (
    <ScanningScreen
      account={account}
      scan={running}
      onAgain={() => void deeds.scan()}
      onShow={() => {
        setSeenScan(running.startedAt);
      }}
    />
  );

  const content = (): ReactNode => {
    switch (screen) {
      case 'overview':
        return scanning ? (
          scanningScreen(scanning)
        ) : (
          <OverviewScreen
            account={account}
            scan={scan}
            running={isRunning(scan)}
            shared={shared}
            gapMinutes={gapMinutes}
            revision={revision}
            onGap={(minutes) => {
              setGapMinutes(minutes);
              void client.changeSettings({ gapMinutes: minutes });
            }}
            onScan={() => void deeds.scan()}
            onNotices={() => {
              setScreen('notices');
            }}
          />
        );
      case 'notices':
        return scanning ? (
          scanningScreen(scanning)
        ) : (
          <NoticesScreen account={account} scan={scan} shared={shared} revision={revision} />
        );
      case 'password':
        return <PasswordScreen account={account} onChanged={() => void refresh()} />;
      case 'audit':
        return (
          <AuditScreen
            scans={scans}
            onOpen={(id) => {
              setChosenId(id);
              setScreen('overview');
            }}
            onAdd={() => {
              setConnecting('new');
            }}
          />
        );
      case 'explain':
        return <ExplainScreen state={explain} account={account} />;
      case 'settings':
        return <SettingsScreen />;
      case 'help':
        return <HelpScreen />;
      default:
        return assertNever(screen);
    }
  };

  return (
    <>
      <DropZone onFiles={explainFiles} />
      <Shell
        account={account}
        accounts={accounts}
        scan={scan}
        screen={screen}
        scanControl={!scanning}
        watch={
          !account.sample && <WatchControl watch={watch} onSwitch={(on) => void deeds.watch(on)} />
        }
        banner={
          problem !== null && (
            <ScanProblem
              problem={problem}
              accountId={account.id}
              onSignIn={() => {
                setConnecting('again');
              }}
            />
          )
        }
        onScreen={setScreen}
        onAccount={(id) => {
          deeds.forgetProblem();
          setChosenId(id);
        }}
        onAdd={() => {
          setConnecting('new');
        }}
        onRemoved={() => void refresh()}
        onScan={deeds.scan}
      >
        <ErrorBoundary
          key={`${screen}:${account.id}`}
          fallback={(again) => <Broken onAgain={again} />}
        >
          <Suspense fallback={<div className="sw-page" aria-busy />}>{content()}</Suspense>
        </ErrorBoundary>
      </Shell>
    </>
  );
}

function mostRecent(accounts: readonly Account[]): Account | null {
  return accounts.reduce<Account | null>(
    (best, each) =>
      best === null || (each.lastScanAt ?? 0) > (best.lastScanAt ?? 0) ? each : best,
    null,
  );
}
