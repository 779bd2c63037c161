import { Button } from '@mantine/core';
import { IconMoodEmpty } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Empty } from '../components/empty.tsx';

export function Broken({ onAgain }: { readonly onAgain: () => void }) {
  const { t } = useTranslation();
  return (
    <Empty
      icon={<IconMoodEmpty size={32} stroke={1.5} aria-hidden />}
      title={t('app.broken')}
      text={t('app.brokenTodo')}
    >
      <Button onClick={onAgain}>{t('app.reload')}</Button>
    </Empty>
  );
}
