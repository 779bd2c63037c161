import { ActionIcon } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSave } from '../../export/use-save.ts';
import { type Asked, readAllRows } from './read-all-rows.ts';
import { useNoticesTable } from './notices-table.ts';

/** Saves the notices that fit the filters, all of them and not only the page that is shown, as CSV. */
export function SaveNotices({ asked }: { readonly asked: Asked }) {
  const { t } = useTranslation();
  const { save, tell } = useSave();
  const table = useNoticesTable();
  const [busy, setBusy] = useState(false);
  const run = async () => {
    setBusy(true);
    const read = await readAllRows(asked, table.lineOf);
    setBusy(false);
    if (!read.ok) {
      tell(read.problem);
      return;
    }
    const { lines, rows, total } = read.value;
    await save(t('notices.title'), 'csv', table.file(lines));
    if (rows < total)
      notifications.show({
        message: t('saving.part', { rows: table.number(rows), total: table.number(total) }),
        autoClose: false,
        closeButtonProps: { 'aria-label': t('app.close') },
      });
  };
  return (
    <ActionIcon
      variant="default"
      size={34}
      aria-label={t('saving.csv')}
      title={t('saving.csv')}
      loading={busy}
      onClick={() => void run()}
    >
      <IconDownload size={16} stroke={1.75} aria-hidden />
    </ActionIcon>
  );
}
