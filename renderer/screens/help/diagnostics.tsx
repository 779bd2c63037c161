import { Button, Group, Modal, Skeleton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { client } from '../../client.ts';
import { CopyButton } from '../../components/copy-button.tsx';
import { ProblemBox } from '../../components/problem-box.tsx';
import { failed, ok } from '../../../app/result.ts';
import { useAnswer } from '../../use-answer.ts';

/** Shows what will be copied before it is. */
export function Diagnostics({
  opened,
  onClose,
}: {
  readonly opened: boolean;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('about.diagnosticsTitle')}
      closeButtonProps={{ 'aria-label': t('app.close') }}
      size="lg"
      centered
    >
      {opened && <Body onClose={onClose} />}
    </Modal>
  );
}

function Body({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const { value, problem } = useAnswer('diagnostics', () =>
    client.diagnostics().then(ok, (error: unknown) => failed('internal', null, String(error))),
  );
  return (
    <div className="sw-diagnostics">
      <p className="sw-dim">{t('about.diagnosticsText')}</p>
      {problem !== null && <ProblemBox problem={problem} />}
      {value === null ? (
        problem === null && <Skeleton height={320} />
      ) : (
        // Longer than a small window is high; a keyboard must be able to scroll it.
        <pre className="sw-diagnostics-text" tabIndex={0} aria-label={t('about.diagnosticsTitle')}>
          {value}
        </pre>
      )}
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={onClose}>
          {t('app.close')}
        </Button>
        {value !== null && <CopyButton text={() => value} label={t('about.copyDiagnostics')} />}
      </Group>
    </div>
  );
}
