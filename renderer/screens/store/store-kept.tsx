import { Button } from '@mantine/core';
import { IconArchive } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { FilePlace, StorePage } from './store-page.tsx';

/** After a fresh start: where the old file is, said until it was read. */
export function StoreKept({
  keptAs,
  onGoOn,
}: {
  readonly keptAs: string;
  readonly onGoOn: () => void;
}) {
  const { t } = useTranslation();
  return (
    <StorePage
      icon={<IconArchive size={22} stroke={1.6} aria-hidden />}
      title={t('store.keptTitle')}
    >
      <p role="status">{t('store.keptText')}</p>
      <FilePlace label={t('store.keptAs')} path={keptAs} />
      <div className="sw-store-actions">
        <Button onClick={onGoOn}>{t('store.goOn')}</Button>
      </div>
    </StorePage>
  );
}
