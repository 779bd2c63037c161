import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ScanStatus } from '../../app/api/contract.ts';
import { AccountMenu, type AccountMenuProps } from './account-menu.tsx';
import { ScanControl } from './scan-control.tsx';

export interface AccountBarProps extends AccountMenuProps {
  readonly scan: ScanStatus | null;
  /** False while the screen itself shows the scan. */
  readonly scanControl: boolean;
  /** The switch that keeps the account watched; false for the sample. */
  readonly watch: ReactNode;
  readonly onScan: () => Promise<void>;
}

/** On top of every screen: the account, whether it is watched, and its scan. */
export function AccountBar({ scan, scanControl, watch, onScan, ...menu }: AccountBarProps) {
  return (
    <>
      <AccountMenu {...menu} />
      {scanControl && watch}
      {scanControl && <ScanControl account={menu.account} scan={scan} onScan={onScan} />}
    </>
  );
}

/** In its place while there is no account: that there is none, and the way to one. */
export function NoAccountBar({ onConnect }: { readonly onConnect: () => void }) {
  const { t } = useTranslation();
  return (
    <>
      <span className="sw-dim sw-ellipsis">{t('needs.bar')}</span>
      <Button
        variant="light"
        leftSection={<IconPlus size={16} stroke={1.75} aria-hidden />}
        onClick={onConnect}
      >
        {t('welcome.connect.button')}
      </Button>
    </>
  );
}
