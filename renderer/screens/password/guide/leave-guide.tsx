import { Button, Group, Modal, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PasswordDesk } from '../use-password.ts';

/** Ending is asked for once more: the notes of the guide go with it. */
export function LeaveGuide({ desk }: { readonly desk: PasswordDesk }) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  const stay = () => {
    setAsking(false);
  };
  return (
    <>
      <Button
        variant="subtle"
        color="gray"
        size="compact-sm"
        className="sw-guide-leave"
        onClick={() => {
          setAsking(true);
        }}
      >
        {t('guide.leave')}
      </Button>
      <Modal
        opened={asking}
        onClose={stay}
        title={t('guide.leaveTitle')}
        closeButtonProps={{ 'aria-label': t('app.close') }}
        centered
      >
        <Text size="md">{t('guide.leaveText')}</Text>
        <Group justify="flex-end" mt="lg" gap="xs">
          <Button variant="default" onClick={stay} data-autofocus>
            {t('guide.stay')}
          </Button>
          <Button onClick={() => void desk.send({ type: 'leave' })}>
            {t('guide.leaveConfirm')}
          </Button>
        </Group>
      </Modal>
    </>
  );
}
