import { Button } from '@mantine/core';
import { IconDownload, IconFolder, IconTrash } from '@tabler/icons-react';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dataKinds } from '../../../app/api/contract.ts';
import type { Problem } from '../../../app/result.ts';
import { client } from '../../client.ts';
import { ProblemBox } from '../../components/problem-box.tsx';
import { useAnswer } from '../../use-answer.ts';
import { bytesFor } from './bytes.ts';
import { DeleteDialog } from './delete-dialog.tsx';
import { Group } from './group.tsx';

/** Where everything lies, how big it is, and the ways to take it along or to be rid of it. */
export function Data() {
  const { t, i18n } = useTranslation();
  const usage = useAnswer('once', client.dataUsage);
  const [exporting, setExporting] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [deleting, setDeleting] = useState(false);
  const bytes = bytesFor(i18n.language);
  const total = Object.values(usage.value?.bytes ?? {}).reduce((sum, each) => sum + each, 0);

  const exportAll = async () => {
    setExporting(true);
    setProblem(null);
    const answer = await client.exportData();
    setExporting(false);
    setProblem(answer.ok ? null : answer.problem);
    if (answer.ok && answer.value !== null)
      notifications.show({ message: t('settings.data.exported', { name: answer.value }) });
  };

  return (
    <Group title={t('settings.data.title')}>
      {usage.problem !== null && <ProblemBox problem={usage.problem} />}
      <dl className="sw-settings-usage" aria-busy={usage.loading}>
        <div>
          <dt>{t('settings.data.folder')}</dt>
          <dd className="sw-break sw-settings-path">{usage.value?.folder ?? ' '}</dd>
        </div>
        {dataKinds
          .filter((kind) => kind !== 'aside' || (usage.value?.bytes.aside ?? 0) > 0)
          .map((kind) => (
            <div key={kind}>
              <dt>{t(`settings.data.kind.${kind}`)}</dt>
              <dd className="sw-number">
                {usage.value === null ? '' : bytes(usage.value.bytes[kind])}
              </dd>
            </div>
          ))}
        <div className="sw-settings-total">
          <dt>{t('settings.data.total')}</dt>
          <dd className="sw-number">{usage.value === null ? '' : bytes(total)}</dd>
        </div>
      </dl>
      <div className="sw-settings-deeds">
        <Button
          variant="default"
          leftSection={<IconFolder size={16} stroke={1.6} aria-hidden />}
          onClick={() => void client.showDataFolder()}
        >
          {t('settings.data.show')}
        </Button>
        <Button
          variant="default"
          leftSection={<IconDownload size={16} stroke={1.6} aria-hidden />}
          loading={exporting}
          aria-describedby="export-hint"
          onClick={() => void exportAll()}
        >
          {t('settings.data.export')}
        </Button>
        <Button
          variant="default"
          className="sw-settings-delete"
          leftSection={<IconTrash size={16} stroke={1.6} aria-hidden />}
          onClick={() => {
            setDeleting(true);
          }}
        >
          {t('settings.data.delete')}
        </Button>
      </div>
      <p id="export-hint" className="sw-dim sw-settings-note">
        {t('settings.data.exportHint')}
      </p>
      {problem !== null && <ProblemBox problem={problem} />}
      <DeleteDialog
        folder={usage.value?.folder ?? ''}
        opened={deleting}
        onClose={() => {
          setDeleting(false);
        }}
      />
    </Group>
  );
}
