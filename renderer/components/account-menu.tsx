import { Button, Group, Menu, Modal, Text, UnstyledButton } from '@mantine/core';
import {
  IconCheck,
  IconFolderSearch,
  IconPlus,
  IconSelector,
  IconTrash,
} from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Account } from '../../app/api/contract.ts';
import type { Problem } from '../../app/result.ts';
import { client } from '../client.ts';
import { ProblemBox } from './problem-box.tsx';
import { ReadingDialog } from './reading-dialog.tsx';
import './account-menu.css';

export interface AccountMenuProps {
  readonly account: Account;
  readonly accounts: readonly Account[];
  readonly onAccount: (id: number) => void;
  readonly onAdd: () => void;
  readonly onRemoved: () => void;
}

export function AccountMenu(props: AccountMenuProps) {
  const { t } = useTranslation();
  const [removing, setRemoving] = useState(false);
  const [choosing, setChoosing] = useState(false);
  const name = useAccountName();
  return (
    <>
      <Menu position="bottom-start" width={320}>
        <Menu.Target>
          <UnstyledButton className="sw-account">
            <span className="sw-ellipsis sw-account-name">{name(props.account)}</span>
            <span className="sw-ellipsis sw-account-host">{hostOf(props.account)}</span>
            <span className="sw-hidden">{t('account.menu')}</span>
            <IconSelector className="sw-account-icon" size={16} stroke={1.6} aria-hidden />
          </UnstyledButton>
        </Menu.Target>
        <Menu.Dropdown className="sw-account-list">
          <Menu.Label>{t('account.switch')}</Menu.Label>
          {props.accounts.map((each) => (
            <Menu.Item
              key={each.id}
              aria-current={each.id === props.account.id ? 'true' : undefined}
              rightSection={each.id === props.account.id && <IconCheck size={14} aria-hidden />}
              onClick={() => {
                props.onAccount(each.id);
              }}
            >
              <span className="sw-break">{name(each)}</span>
            </Menu.Item>
          ))}
          <Menu.Divider />
          {!props.account.sample && (
            <Menu.Item
              leftSection={<IconFolderSearch size={16} aria-hidden />}
              onClick={() => {
                setChoosing(true);
              }}
            >
              {t('reading.open')}
            </Menu.Item>
          )}
          <Menu.Item leftSection={<IconPlus size={16} aria-hidden />} onClick={props.onAdd}>
            {t('account.add')}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconTrash size={16} aria-hidden />}
            onClick={() => {
              setRemoving(true);
            }}
          >
            {t('account.remove')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <ReadingDialog
        account={props.account}
        opened={choosing}
        onClose={() => {
          setChoosing(false);
        }}
      />
      <RemoveAccount
        account={props.account}
        name={name(props.account)}
        opened={removing}
        onClose={() => {
          setRemoving(false);
        }}
        onRemoved={props.onRemoved}
      />
    </>
  );
}

function RemoveAccount(props: {
  readonly account: Account;
  readonly name: string;
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly onRemoved: () => void;
}) {
  const { t } = useTranslation();
  const [problem, setProblem] = useState<Problem | null>(null);
  const remove = async () => {
    const answer = await client.removeAccount(props.account.id);
    setProblem(answer.ok ? null : answer.problem);
    if (!answer.ok) return;
    props.onClose();
    props.onRemoved();
  };
  return (
    <Modal
      opened={props.opened}
      onClose={props.onClose}
      title={t('account.removeTitle', { address: props.name })}
      closeButtonProps={{ 'aria-label': t('app.close') }}
      centered
    >
      <Text size="md">{t('account.removeText')}</Text>
      {problem !== null && <ProblemBox problem={problem} />}
      <Group justify="flex-end" mt="lg" gap="xs">
        <Button variant="default" onClick={props.onClose} data-autofocus>
          {t('app.cancel')}
        </Button>
        <Button onClick={() => void remove()}>{t('account.removeConfirm')}</Button>
      </Group>
    </Modal>
  );
}

function useAccountName(): (account: Account) => string {
  const { t } = useTranslation();
  return (account) => (account.sample ? t('account.sample') : account.address);
}

const hostOf = (account: Account) => (account.sample ? account.address : account.host);
