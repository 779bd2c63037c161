import { Button, Checkbox, Group, Modal, Select } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Account, Answer } from '../../app/api/contract.ts';
import type { Problem } from '../../app/result.ts';
import { client } from '../client.ts';
import { useAnswer } from '../use-answer.ts';
import { ProblemBox } from './problem-box.tsx';
import { daysOf, windowChoices, windowName, windowOf } from './reading-window.ts';
import './reading-dialog.css';

type Reading = Extract<Answer<'reading:get'>, { ok: true }>['value'];

/** What is read of an account from the next scan on: how far back, and which folders. */
export function ReadingDialog({
  account,
  opened,
  onClose,
}: {
  readonly account: Account;
  readonly opened: boolean;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  // Asked anew whenever it opens: a scan may have listed other folders meanwhile.
  const [asked, setAsked] = useState({ opened: false, times: 0 });
  if (asked.opened !== opened) setAsked({ opened, times: asked.times + (opened ? 1 : 0) });
  const key = opened ? `${account.id}:${asked.times}` : null;
  const reading = useAnswer(key, () => client.reading(account.id));
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('reading.title', { address: account.address })}
      closeButtonProps={{ 'aria-label': t('app.close') }}
      size="lg"
      centered
    >
      {reading.problem !== null && <ProblemBox problem={reading.problem} />}
      {reading.loading || reading.value === null ? (
        <div className="sw-reading-loading" aria-busy aria-label={t('reading.loading')} />
      ) : (
        <ReadingForm key={key} account={account} reading={reading.value} onClose={onClose} />
      )}
    </Modal>
  );
}

/** A mailbox with more is sorted by programs, not by people; the chosen ones stand first. */
const mostShown = 200;

function ReadingForm({
  account,
  reading,
  onClose,
}: {
  readonly account: Account;
  readonly reading: Reading;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const usual = reading.listed
    .filter(({ role }) => role === 'inbox' || role === 'junk')
    .map(({ path }) => path);
  const [days, setDays] = useState(windowOf(reading.days));
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set(reading.folders ?? usual));
  const [problem, setProblem] = useState<Problem | null>(null);
  const [saving, setSaving] = useState(false);
  const choices = [...new Set<string>([...windowChoices, windowOf(reading.days)])];
  const shown = [...reading.listed]
    .sort((a, b) => Number(chosen.has(b.path)) - Number(chosen.has(a.path)))
    .slice(0, mostShown);
  const [order] = useState(shown);
  const none = reading.listed.length > 0 && chosen.size === 0;

  const save = async () => {
    setSaving(true);
    const isUsual = usual.length === chosen.size && usual.every((path) => chosen.has(path));
    const answer = await client.setReading({
      accountId: account.id,
      days: daysOf(days),
      folders: reading.listed.length === 0 ? reading.folders : isUsual ? null : [...chosen],
    });
    setSaving(false);
    setProblem(answer.ok ? null : answer.problem);
    if (!answer.ok) return;
    notifications.show({ message: t('reading.saved') });
    onClose();
  };

  return (
    <div className="sw-reading">
      <Select
        label={t('reading.days')}
        description={t('reading.daysHint')}
        inputWrapperOrder={['label', 'input', 'description']}
        data={choices.map((value) => ({ value, label: windowName(value, t) }))}
        value={days}
        onChange={(value) => {
          setDays(value ?? days);
        }}
        data-autofocus
      />
      <fieldset className="sw-reading-folders">
        <legend>{t('reading.folders')}</legend>
        <p className="sw-dim">
          {t(reading.listed.length === 0 ? 'reading.noFolders' : 'reading.foldersHint')}
        </p>
        {order.length > 0 && (
          <ul>
            {order.map(({ path, role }) => (
              <li key={path}>
                <Checkbox
                  label={path === 'INBOX' ? t('reading.role.inbox') : path}
                  description={
                    role === 'sent' && !chosen.has(path)
                      ? t('reading.sent')
                      : role === 'other' || path === 'INBOX'
                        ? undefined
                        : t(`reading.role.${role}`)
                  }
                  checked={chosen.has(path)}
                  onChange={(event) => {
                    const next = new Set(chosen);
                    if (event.currentTarget.checked) next.add(path);
                    else next.delete(path);
                    setChosen(next);
                  }}
                />
              </li>
            ))}
          </ul>
        )}
        {reading.listed.length > mostShown && (
          <p className="sw-dim">{t('reading.moreFolders', { count: mostShown })}</p>
        )}
      </fieldset>
      {problem !== null && <ProblemBox problem={problem} />}
      <Group justify="space-between" gap="xs">
        <p className="sw-reading-none" role="status">
          {none ? t('reading.one') : ''}
        </p>
        <Group gap="xs">
          <Button variant="default" onClick={onClose}>
            {t('app.cancel')}
          </Button>
          <Button loading={saving} disabled={none} onClick={() => void save()}>
            {t('reading.save')}
          </Button>
        </Group>
      </Group>
    </div>
  );
}
