import { notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import type { ExportKind } from '../../app/api/contract.ts';
import type { Problem } from '../../app/result.ts';
import { client } from '../client.ts';

/** Saves through main's dialog, and says what became of it. */
export function useSave() {
  const { t } = useTranslation();
  const closeButtonProps = { 'aria-label': t('app.close') };
  const tell = ({ code, subject }: Problem) => {
    const values = { subject: subject ?? '' };
    notifications.show({
      title: t(`problem:${code}.title`, values),
      message: `${t(`problem:${code}.meaning`, values)} ${t(`problem:${code}.todo`, values)}`,
      autoClose: false,
      closeButtonProps,
    });
  };
  const save = async (
    name: string,
    kind: ExportKind,
    bytes: Uint8Array<ArrayBuffer>,
  ): Promise<void> => {
    const answer = await client.saveExport({ name, kind, bytes });
    if (!answer.ok) tell(answer.problem);
    else if (answer.value !== null)
      notifications.show({ message: t('export.saved', { name: answer.value }), closeButtonProps });
  };
  return { save, tell };
}
