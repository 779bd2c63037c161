import { Button, Group, Modal, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../../app/result.ts';
import { client } from '../../client.ts';
import { ProblemBox } from '../../components/problem-box.tsx';

/** Says what goes and what stays, and goes on only after the word was typed. */
export function DeleteDialog({
  folder,
  opened,
  onClose,
}: {
  readonly folder: string;
  readonly opened: boolean;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const word = t('settings.delete.word');
  const meant = typed.trim().toLowerCase() === word.toLowerCase();
  const close = () => {
    // The app is going: there is nothing to go back to.
    if (busy) return;
    setTyped('');
    setProblem(null);
    onClose();
  };
  const deleteAll = async () => {
    if (!meant || busy) return;
    setBusy(true);
    const answer = await client.deleteData();
    // Otherwise the app starts again, and this window ends with it.
    if (answer.ok) return;
    setBusy(false);
    setProblem(answer.problem);
  };
  const points = (which: 'goes' | 'stays') => (
    <section className="sw-settings-points">
      <h3>{t(`settings.delete.${which}`)}</h3>
      <ul>
        {(['one', 'two', 'three'] as const).map((each) => (
          <li key={each} className="sw-break">
            {t(`settings.delete.${which}List.${each}`, { folder })}
          </li>
        ))}
      </ul>
    </section>
  );
  return (
    <Modal
      opened={opened}
      onClose={close}
      title={t('settings.delete.title')}
      closeButtonProps={{ 'aria-label': t('app.close') }}
      closeOnClickOutside={false}
      size="lg"
      centered
    >
      <form
        className="sw-settings-dialog"
        onSubmit={(event) => {
          event.preventDefault();
          void deleteAll();
        }}
      >
        {points('goes')}
        {points('stays')}
        <TextInput
          label={t('settings.delete.type', { word })}
          autoComplete="off"
          spellCheck={false}
          maxLength={40}
          value={typed}
          disabled={busy}
          data-autofocus
          onChange={(event) => {
            setTyped(event.currentTarget.value);
          }}
        />
        {problem !== null && <ProblemBox problem={problem} />}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" disabled={busy} onClick={close}>
            {t('app.cancel')}
          </Button>
          <Button type="submit" className="sw-settings-danger" disabled={!meant} loading={busy}>
            {t('settings.delete.confirm')}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
