import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { canLeave } from '../../../../app/password/guide/machine.ts';
import type { Progress } from '../../../../app/password/guide/progress.ts';
import type { PasswordDesk } from '../use-password.ts';

export function NextButton({
  desk,
  progress,
  label,
  disabled = false,
  quiet = false,
}: {
  readonly desk: PasswordDesk;
  readonly progress: Progress;
  readonly label?: string;
  readonly disabled?: boolean;
  /** Where going on is not the step's main deed. */
  readonly quiet?: boolean;
}) {
  const { t } = useTranslation();
  return (
    <Button
      size={quiet ? 'sm' : 'md'}
      variant={quiet ? 'default' : 'filled'}
      disabled={disabled || !canLeave(progress)}
      onClick={() => void desk.send({ type: 'next', from: progress.step })}
    >
      {label ?? t('guide.next')}
    </Button>
  );
}
