import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Account, Answer } from '../app/api/contract.ts';
import type { Problem } from '../app/result.ts';
import { client } from './client.ts';
import { ErrorBoundary } from './components/error-boundary.tsx';
import { ScanProblem } from './components/scan-problem.tsx';
import { type Screen, Shell } from './components/shell.tsx';
import { Broken } from './screens/broken.tsx';
import { ConnectScreen } from './screens/connect/connect.tsx';
import { NoticesScreen } from './screens/notices/notices.tsx';
import type { TimeRange } from './screens/notices/use-notices.ts';
import { OverviewScreen } from './screens/overview/overview.tsx';
import { ScanningScreen } from './screens/scanning.tsx';
import { useAccounts } from './use-accounts.ts';
import { useLanguageOfPage } from './use-language.ts';
import { isRunning, useScans } from './use-scan.ts';
import { useScanEnd } from './use-scan-end.ts';

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
  const [startProblem, setStartProblem] = useState<Problem | null>(null);
  const [range, setRange] = useState<TimeRange | null>(null);
  const scans = useScans(accounts?.map((each) => each.id) ?? []);
  useScanEnd(scans, () => void refresh());

  if (accounts === null)
    return <main className="sw-page" aria-busy aria-label={t('app.loading')} />;
  const account = accounts.find((each) => each.id === chosenId) ?? mostRecent(accounts);
  const scan = account === null ? null : (scans.get(account.id) ?? null);

  const opened = async (accountId: number) => {
    await refresh();
    setChosenId(accountId);
    setConnecting('no');
    setScreen('overview');
    setRange(null);
    setSeenScan(null);
    setStartProblem(null);
  };

  if (account === null || connecting !== 'no') {
    return (
      <ConnectScreen
        info={info}
        again={connecting === 'again' ? account : null}
        onOpened={(id) => void opened(id)}
        onBack={
          account === null
            ? null
            : () => {
                setConnecting('no');
              }
        }
      />
    );
  }

  const scanNow = async () => {
    if (!account.sample && !account.canScan) {
      setConnecting('again');
      return;
    }
    setStartProblem(null);
    const answer = account.sample ? await client.scanSample() : await client.scanAgain(account.id);
    if (!answer.ok) setStartProblem(answer.problem);
  };

  // The first scan fills the window; a later one runs beside what is already known.
  const first = account.lastScanAt === null && scan !== null && seenScan !== scan.startedAt;
  const scanning = first && scan.phase !== 'done';
  const scanProblem = startProblem ?? (scanning ? null : (scan?.problem ?? null));
  const problem = info.storeProblem ?? scanProblem;
  const show = (range: TimeRange | null) => {
    setRange(range);
    setScreen('notices');
  };

  return (
    <Shell
      account={account}
      accounts={accounts}
      scan={scan}
      screen={screen}
      scanControl={!scanning}
      banner={
        problem !== null && (
          <ScanProblem
            problem={problem}
            onSignIn={() => {
              setConnecting('again');
            }}
          />
        )
      }
      onScreen={(next) => {
        setRange(null);
        setScreen(next);
      }}
      onAccount={(id) => {
        setRange(null);
        setStartProblem(null);
        setChosenId(id);
      }}
      onAdd={() => {
        setConnecting('new');
      }}
      onRemoved={() => void refresh()}
      onScan={scanNow}
    >
      <ErrorBoundary
        key={`${screen}:${account.id}`}
        fallback={(again) => <Broken onAgain={again} />}
      >
        {scanning ? (
          <ScanningScreen
            account={account}
            scan={scan}
            onAgain={() => void scanNow()}
            onShow={() => {
              setSeenScan(scan.startedAt);
            }}
          />
        ) : screen === 'overview' ? (
          <OverviewScreen
            account={account}
            scan={scan}
            running={isRunning(scan)}
            onScan={() => void scanNow()}
            onShowNotices={show}
          />
        ) : screen === 'password' ? (
          <Suspense fallback={<div className="sw-page" aria-busy />}>
            <PasswordScreen account={account} onChanged={() => void refresh()} />
          </Suspense>
        ) : (
          <NoticesScreen account={account} scan={scan} range={range} onRange={setRange} />
        )}
      </ErrorBoundary>
    </Shell>
  );
}

function mostRecent(accounts: readonly Account[]): Account | null {
  return accounts.reduce<Account | null>(
    (best, each) =>
      best === null || (each.lastScanAt ?? 0) > (best.lastScanAt ?? 0) ? each : best,
    null,
  );
}
