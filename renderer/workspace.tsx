import { type ReactNode, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Account, Answer, EpisodeLink } from '../app/api/contract.ts';
import { assertNever } from '../app/result.ts';
import { AccountBar } from './components/account-bar.tsx';
import { DropZone } from './components/drop-zone.tsx';
import { ErrorBoundary } from './components/error-boundary.tsx';
import { ScanProblem } from './components/scan-problem.tsx';
import { type Screen, Shell } from './components/shell.tsx';
import { ShortcutSheet } from './components/shortcut-sheet.tsx';
import { WatchControl } from './components/watch-control.tsx';
import { Broken } from './screens/broken.tsx';
import { useExplain } from './screens/explain/use-explain.ts';
import {
  AuditScreen,
  ConnectScreen,
  ExplainScreen,
  HelpScreen,
  NoticesScreen,
  PasswordScreen,
  ScanningScreen,
  SettingsScreen,
} from './screens/lazy.ts';
import { OverviewScreen } from './screens/overview/overview.tsx';
import { useTroubleAtStart } from './screens/settings/trouble.tsx';
import { useAccountDeeds } from './use-account-deeds.ts';
import { useAccounts } from './use-accounts.ts';
import { useClickedEpisode } from './use-clicked-episode.ts';
import { useGap } from './use-gap.ts';
import { useLanguageOfPage } from './use-language.ts';
import { isRunning, useScans } from './use-scan.ts';
import { useOpenedFiles } from './use-opened-files.ts';
import { useWindowActions } from './use-window-actions.ts';
import { useScanEnd } from './use-scan-end.ts';
import { useWatches } from './use-watches.ts';
import { useViews } from './view/use-views.ts';
import { WithoutAccount } from './without-account.tsx';

/** Which account and which screen: the window's own state; everything else is asked from main. */
export function Workspace({ info }: { readonly info: Answer<'app:info'> }) {
  useLanguageOfPage();
  useTroubleAtStart();
  const { t } = useTranslation();
  const { accounts, refresh } = useAccounts();
  const [chosenId, setChosenId] = useState<number | null>(null);
  /** Null: nobody went anywhere yet. */
  const [chosenScreen, setScreen] = useState<Screen | null>(null);
  const [connecting, setConnecting] = useState<'no' | 'new' | 'again'>('no');
  /** Where one is once connected: at what one came from, if that waits for an account. */
  const [goOnAt, setGoOnAt] = useState<Screen>('overview');
  const [seenScan, setSeenScan] = useState<number | null>(null);
  const [gapMinutes, setGapMinutes] = useGap(info.gapMinutes);
  const [revision, setRevision] = useState(0);
  const [clicked, setClicked] = useState<EpisodeLink | null>(null);
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

  const connectNew = (then: Screen = 'overview') => {
    setGoOnAt(then);
    setConnecting('new');
  };
  const explainFiles = (paths: readonly string[]) => {
    setScreen('explain');
    setConnecting('no');
    explain.explainFiles(paths);
  };
  useOpenedFiles(explainFiles);
  const chooseFiles = (kind: 'files' | 'folder') => {
    explain.choose(kind, () => {
      setScreen('explain');
      setConnecting('no');
    });
  };
  const go = (next: Screen) => {
    setClicked(null);
    setScreen(next);
  };
  const { sheet, showSheet } = useWindowActions({
    go,
    connect: connectNew,
    scan: account === null ? null : () => void deeds.scan(),
    openFiles: () => {
      chooseFiles('files');
    },
    searchIn: account === null ? 'help' : 'notices',
    inForm: connecting !== 'no',
  });
  useClickedEpisode((link) => {
    setChosenId(link.accountId);
    setConnecting('no');
    setScreen('overview');
    setClicked(link);
  });

  if (accounts === null)
    return <main className="sw-page" aria-busy aria-label={t('app.loading')} />;

  const opened = async (accountId: number) => {
    await refresh();
    setChosenId(accountId);
    setConnecting('no');
    setScreen(goOnAt);
    setGoOnAt('overview');
    setSeenScan(null);
    deeds.forgetProblem();
  };

  const everywhere = (
    <>
      <DropZone onFiles={explainFiles} />
      <ShortcutSheet
        opened={sheet}
        onClose={() => {
          showSheet(false);
        }}
      />
    </>
  );
  if (connecting !== 'no')
    return (
      <>
        {everywhere}
        <Suspense fallback={<main className="sw-page" aria-busy aria-label={t('app.loading')} />}>
          <ConnectScreen
            info={info}
            again={connecting === 'again' ? account : null}
            onOpened={(id) => void opened(id)}
            onBack={() => {
              setConnecting('no');
              setGoOnAt('overview');
            }}
          />
        </Suspense>
      </>
    );

  const explainScreen = (
    <ExplainScreen
      state={explain}
      account={account}
      accounts={accounts}
      onConnect={() => {
        connectNew('explain');
      }}
    />
  );
  const helpScreen = (
    <HelpScreen
      info={info}
      account={account}
      onScreen={setScreen}
      onShortcuts={() => {
        showSheet(true);
      }}
    />
  );
  if (account === null)
    return (
      <>
        {everywhere}
        <WithoutAccount
          info={info}
          screen={chosenScreen}
          explain={explainScreen}
          settings={<SettingsScreen account={null} />}
          help={helpScreen}
          onScreen={setScreen}
          onConnect={() => {
            connectNew();
          }}
          onFiles={chooseFiles}
          onOpened={(id) => void opened(id)}
        />
      </>
    );

  const screen = chosenScreen ?? 'overview';
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
            clickedAt={clicked?.accountId === account.id ? clicked.startedAt : null}
            onClickedDone={() => {
              setClicked(null);
            }}
            onGap={setGapMinutes}
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
              connectNew();
            }}
          />
        );
      case 'explain':
        return explainScreen;
      case 'settings':
        return <SettingsScreen account={account} />;
      case 'help':
        return helpScreen;
      default:
        return assertNever(screen);
    }
  };

  return (
    <>
      {everywhere}
      <Shell
        screen={screen}
        top={
          <AccountBar
            account={account}
            accounts={accounts}
            scan={scan}
            scanControl={!scanning}
            watch={
              !account.sample && (
                <WatchControl watch={watch} onSwitch={(on) => void deeds.watch(on)} />
              )
            }
            onAccount={(id) => {
              deeds.forgetProblem();
              setChosenId(id);
            }}
            onAdd={() => {
              connectNew();
            }}
            onRemoved={() => void refresh()}
            onScan={deeds.scan}
          />
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
        onScreen={go}
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
