import { type ReactNode, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answer } from '../app/api/contract.ts';
import { assertNever } from '../app/result.ts';
import { AccountBar } from './components/account-bar.tsx';
import { DropZone } from './components/drop-zone.tsx';
import { ErrorBoundary } from './components/error-boundary.tsx';
import { ScanProblem } from './components/scan-problem.tsx';
import { Shell } from './components/shell.tsx';
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
import { useGap } from './use-gap.ts';
import { useLanguageOfPage } from './use-language.ts';
import { isRunning, useScans } from './use-scan.ts';
import { useOpenedFiles } from './use-opened-files.ts';
import { useWindowActions } from './use-window-actions.ts';
import { useScanEnd } from './use-scan-end.ts';
import { useWatches } from './use-watches.ts';
import { useWhere } from './use-where.ts';
import { useViews } from './view/use-views.ts';
import { WithoutAccount } from './without-account.tsx';

/** The window: every screen with what it needs, wherever one is. */
export function Workspace({ info }: { readonly info: Answer<'app:info'> }) {
  useLanguageOfPage();
  useTroubleAtStart();
  const { t } = useTranslation();
  const { accounts, refresh } = useAccounts();
  const where = useWhere(accounts ?? []);
  const [seenScan, setSeenScan] = useState<number | null>(null);
  const [gapMinutes, setGapMinutes] = useGap(info.gapMinutes);
  const [revision, setRevision] = useState(0);
  const viewOf = useViews();
  const explain = useExplain(() => {
    setRevision((before) => before + 1);
  });
  const scans = useScans(accounts?.map((each) => each.id) ?? []);
  useScanEnd(scans, () => void refresh());
  const watches = useWatches(() => void refresh());
  const { account, go } = where;
  const deeds = useAccountDeeds(account, where.signIn);

  const explainFiles = (paths: readonly string[]) => {
    go('explain');
    explain.explainFiles(paths);
  };
  useOpenedFiles(explainFiles);
  const chooseFiles = (kind: 'files' | 'folder') => {
    explain.choose(kind, () => {
      go('explain');
    });
  };
  const { sheet, showSheet } = useWindowActions({
    go,
    connect: where.connect,
    scan: account === null ? null : () => void deeds.scan(),
    openFiles: () => {
      chooseFiles('files');
    },
    searchIn: account === null ? 'help' : 'notices',
    inForm: where.form !== null,
  });

  if (accounts === null)
    return <main className="sw-page" aria-busy aria-label={t('app.loading')} />;

  const opened = async (accountId: number) => {
    await refresh();
    where.connected(accountId);
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
  if (where.form !== null)
    return (
      <>
        {everywhere}
        <Suspense fallback={<main className="sw-page" aria-busy aria-label={t('app.loading')} />}>
          <ConnectScreen
            info={info}
            again={where.form === 'again' ? account : null}
            onOpened={(id) => void opened(id)}
            onBack={where.leaveForm}
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
        where.connectFor('explain');
      }}
    />
  );
  const helpScreen = (
    <HelpScreen
      info={info}
      account={account}
      onScreen={go}
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
          screen={where.screen}
          explain={explainScreen}
          settings={<SettingsScreen account={null} />}
          help={helpScreen}
          onScreen={go}
          onConnect={where.connect}
          onFiles={chooseFiles}
          onOpened={(id) => void opened(id)}
        />
      </>
    );

  const screen = where.screen ?? 'overview';
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
            clickedAt={where.clickedAt}
            onClickedDone={where.forgetClicked}
            onGap={setGapMinutes}
            onScan={() => void deeds.scan()}
            onNotices={() => {
              go('notices');
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
              where.openAccount(id, 'overview');
            }}
            onAdd={where.connect}
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
              where.openAccount(id);
            }}
            onAdd={where.connect}
            onRemoved={() => void refresh()}
            onScan={deeds.scan}
          />
        }
        banner={
          problem !== null && (
            <ScanProblem problem={problem} accountId={account.id} onSignIn={where.signIn} />
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
