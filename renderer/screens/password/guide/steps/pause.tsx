import { ActionIcon, Button, Checkbox, TextInput } from '@mantine/core';
import { IconCheck, IconPlus, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { longestClientName } from '../../../../../app/password/guide/progress.ts';
import type { StepProps } from '../guide.tsx';
import { NextButton } from '../next-button.tsx';
import { TaskHead } from '../task-head.tsx';
import { useClients, type Clients } from '../use-clients.ts';

export const clientIdeas = [
  'phone',
  'tablet',
  'desktop',
  'colleague',
  'server',
  'printer',
] as const;

export function PauseStep({ desk, progress }: StepProps) {
  const { t } = useTranslation();
  const clients = useClients(desk, progress);
  const open = clients.list.filter(({ paused }) => !paused).length;
  return (
    <>
      <TaskHead step="pause" title={t('guide.pause.title')}>
        {t('guide.pause.text')}
      </TaskHead>
      <ul className="sw-clients" aria-label={t('guide.pause.list')}>
        <li className="sw-clients-self">
          <IconCheck size={20} stroke={2} aria-hidden />
          <span>
            {t('guide.pause.own')}
            <span className="sw-dim sw-password-small">{` – ${t('guide.pause.ownText')}`}</span>
          </span>
        </li>
        {clients.list.map(({ name, paused }, index) => (
          <li key={name}>
            <Checkbox
              checked={paused}
              label={<span className="sw-break">{name}</span>}
              description={paused ? t('guide.pause.paused') : undefined}
              onChange={(event) => {
                clients.set(index, { paused: event.currentTarget.checked });
              }}
            />
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t('guide.pause.remove', { name })}
              onClick={() => {
                clients.remove(index);
              }}
            >
              <IconX size={16} aria-hidden />
            </ActionIcon>
          </li>
        ))}
      </ul>
      <AddClient clients={clients} />
      <div className="sw-password-deeds">
        <NextButton desk={desk} progress={progress} />
        <p className="sw-dim" role="status">
          {open > 0 && t('guide.pause.open', { count: open })}
        </p>
      </div>
    </>
  );
}

function AddClient({ clients }: { readonly clients: Clients }) {
  const { t } = useTranslation();
  const [name, setName] = useState('');
  const ideas = clientIdeas
    .map((idea) => t(`guide.pause.ideas.${idea}`))
    .filter((idea) => !clients.list.some((each) => each.name === idea));
  return (
    <form
      className="sw-clients-add"
      onSubmit={(event) => {
        event.preventDefault();
        clients.add(name);
        setName('');
      }}
    >
      <div className="sw-clients-ideas">
        {ideas.map((idea) => (
          <Button
            key={idea}
            variant="default"
            size="compact-sm"
            disabled={clients.full}
            leftSection={<IconPlus size={13} aria-hidden />}
            onClick={() => {
              clients.add(idea);
            }}
          >
            {idea}
          </Button>
        ))}
      </div>
      <div className="sw-clients-own">
        <TextInput
          aria-label={t('guide.pause.add')}
          placeholder={t('guide.pause.add')}
          maxLength={longestClientName}
          value={name}
          error={clients.full ? t('guide.pause.full') : undefined}
          onChange={(event) => {
            setName(event.currentTarget.value);
          }}
        />
        <Button type="submit" variant="default" disabled={name.trim() === '' || clients.full}>
          {t('guide.pause.addButton')}
        </Button>
      </div>
    </form>
  );
}
