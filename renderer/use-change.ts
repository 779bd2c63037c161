import { notifications } from '@mantine/notifications';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { SettingsChange } from '../app/api/contract.ts';
import { client } from './client.ts';

/** Stores a choice that is made outside of the Settings screen; where that fails it is said in the corner. */
export function useChange(): (change: SettingsChange) => void {
  const { t } = useTranslation();
  return useCallback(
    (change) => {
      void client.changeSettings(change).then((answer) => {
        if (answer.ok) return;
        const { code, subject } = answer.problem;
        const values = { subject: subject ?? '' };
        notifications.show({
          id: `settings-${code}`,
          title: t(`problem:${code}.title`, values),
          message: [t(`problem:${code}.meaning`, values), t(`problem:${code}.todo`, values)].join(
            ' ',
          ),
          autoClose: false,
          closeButtonProps: { 'aria-label': t('app.close') },
        });
      });
    },
    [t],
  );
}
