import { Button, Group, Progress } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Account, ScanStatus } from '../../app/api/contract.ts';
import { client } from '../client.ts';
import { LikelyCauses } from '../components/likely-causes.tsx';
import { ProblemBox } from '../components/problem-box.tsx';
import { useFormat } from '../use-format.ts';
import { isRunning } from '../use-scan.ts';
import { useTimeLeft } from '../use-time-left.ts';
import './scanning.css';

export interface ScanningProps {
  readonly account: Account;
  readonly scan: ScanStatus;
  readonly onAgain: () => void;
  readonly onShow: () => void;
}

/** The first scan of an account: how far it is, what it has found, and a way to stop it. */
export function ScanningScreen({ account, scan, onAgain, onShow }: ScanningProps) {
  const { t } = useTranslation();
  const running = isRunning(scan);
  const timeLeft = useTimeLeft(scan.remainingMs);
  const name = account.sample ? t('account.sample') : account.address;
  const title = running ? 'scan.titleRunning' : titleOf(scan.phase);
  return (
    <div className="sw-page">
      <section className="sw-card sw-scanning" aria-labelledby="scanning-title">
        <div>
          <h1 id="scanning-title" className="sw-scanning-title sw-break">
            {t(title, { address: name })}
          </h1>
          <p className="sw-dim sw-ellipsis" title={scan.folder ?? undefined}>
            {t(`scan.phase.${scan.phase}`)}
            {scan.folder !== null && running && ` · ${t('scan.folder', { folder: scan.folder })}`}
            {timeLeft !== null && running && ` · ${timeLeft}`}
          </p>
        </div>
        <Bar scan={scan} running={running} />
        <Figures scan={scan} />
        {scan.problem !== null && (
          <ProblemBox problem={scan.problem}>
            <LikelyCauses problem={scan.problem} whose={{ accountId: account.id }} />
          </ProblemBox>
        )}
        {running ? (
          <Group justify="space-between" gap="md">
            <p className="sw-dim sw-scanning-note">{t('scan.unchanged')}</p>
            <Button variant="default" onClick={() => void client.cancelScan(scan.accountId)}>
              {t('scan.cancel')}
            </Button>
          </Group>
        ) : (
          <Group justify="space-between" gap="md">
            <p className="sw-dim sw-scanning-note">
              {scan.swept > 0 ? t('scan.kept') : t('scan.nothingKept')}
            </p>
            <Group gap="xs">
              <Button variant="default" onClick={onShow}>
                {t('scan.show')}
              </Button>
              <Button onClick={onAgain}>{t('scan.again')}</Button>
            </Group>
          </Group>
        )}
      </section>
    </div>
  );
}

const titleOf = (phase: ScanStatus['phase']) =>
  phase === 'cancelled'
    ? 'scan.titleCancelled'
    : phase === 'failed'
      ? 'scan.titleFailed'
      : 'scan.titleDone';

function Bar({ scan, running }: { readonly scan: ScanStatus; readonly running: boolean }) {
  const { t } = useTranslation();
  const known = scan.total !== null && scan.total > 0;
  const share = known ? Math.min(100, (scan.swept / (scan.total ?? 1)) * 100) : running ? 100 : 0;
  return (
    <Progress.Root size={8}>
      <Progress.Section
        value={share}
        color={running ? 'ink' : 'gray'}
        striped={running && !known}
        animated={running && !known}
        aria-label={t('scan.progress')}
      />
    </Progress.Root>
  );
}

/** Throttled by main to a few a second; the widths are fixed, so that counting moves nothing. */
function Figures({ scan }: { readonly scan: ScanStatus }) {
  const { t } = useTranslation();
  const format = useFormat();
  const of =
    scan.total === null
      ? t('scan.totalUnknown')
      : t('scan.ofTotal', { total: format.number(scan.total) });
  return (
    <dl className="sw-figures">
      <div>
        <dt>{of}</dt>
        <dd>{format.number(scan.swept)}</dd>
      </div>
      <div>
        <dt>{t('scan.noticesFound')}</dt>
        <dd>{format.number(scan.notices)}</dd>
      </div>
      <div>
        <dt>{t('scan.throttledFound')}</dt>
        <dd>{format.number(scan.throttled)}</dd>
      </div>
    </dl>
  );
}
