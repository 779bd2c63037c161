import { Button, Progress } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Account, ScanStatus } from '../../app/api/contract.ts';
import { client } from '../client.ts';
import { useFormat } from '../use-format.ts';
import { useNow } from '../use-now.ts';
import { isRunning } from '../use-scan.ts';
import { useTimeLeft } from '../use-time-left.ts';
import './scan-control.css';

/** When the account was last read, and "Scan now"; or the running scan with its Cancel, in the same place. */
export function ScanControl({
  account,
  scan,
  onScan,
}: {
  readonly account: Account;
  readonly scan: ScanStatus | null;
  readonly onScan: () => Promise<void>;
}) {
  const { t } = useTranslation();
  const [starting, setStarting] = useState(false);
  if (scan !== null && isRunning(scan)) return <RunningScan scan={scan} />;
  const start = async () => {
    setStarting(true);
    await onScan();
    setStarting(false);
  };
  return (
    <div className="sw-scan">
      <LastRead account={account} scan={scan} />
      <Button
        variant="default"
        className="sw-scan-button"
        leftSection={<IconRefresh size={16} stroke={1.75} aria-hidden />}
        loading={starting}
        onClick={() => void start()}
      >
        {t('scan.now')}
      </Button>
    </div>
  );
}

function LastRead({
  account,
  scan,
}: {
  readonly account: Account;
  readonly scan: ScanStatus | null;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow(30_000);
  return (
    <div className="sw-scan-text">
      <span className="sw-ellipsis">
        {account.lastScanAt === null
          ? t('scan.neverRead')
          : t('scan.lastRead', { ago: format.ago(account.lastScanAt, now) })}
      </span>
      {scan !== null && (
        <span className="sw-ellipsis sw-number">
          {scan.swept === 0 && scan.phase === 'done'
            ? t('scan.nothingNew')
            : t('scan.messagesRead', { count: scan.swept, formatted: format.number(scan.swept) })}
        </span>
      )}
    </div>
  );
}

function RunningScan({ scan }: { readonly scan: ScanStatus }) {
  const { t } = useTranslation();
  const format = useFormat();
  const timeLeft = useTimeLeft(scan.remainingMs);
  const share = scan.total === null || scan.total === 0 ? null : (scan.swept / scan.total) * 100;
  return (
    <div className="sw-scan">
      <div className="sw-scan-text">
        <span className="sw-ellipsis sw-number">
          {scan.total === null
            ? t(`scan.phase.${scan.phase}`)
            : t('scan.running', {
                swept: format.number(scan.swept),
                total: format.number(scan.total),
              })}
          {' · '}
          {t('scan.found', { count: scan.notices, formatted: format.number(scan.notices) })}
          {timeLeft !== null && ` · ${timeLeft}`}
        </span>
        <Progress.Root size={4} className="sw-scan-bar">
          <Progress.Section
            value={share ?? 100}
            striped={share === null}
            animated={share === null}
            aria-label={t('scan.progress')}
          />
        </Progress.Root>
      </div>
      <Button
        variant="default"
        className="sw-scan-button"
        onClick={() => void client.cancelScan(scan.accountId)}
      >
        {t('scan.cancel')}
      </Button>
    </div>
  );
}
