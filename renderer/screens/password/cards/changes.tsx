import { ActionIcon, Button, TextInput } from '@mantine/core';
import { IconSquareRotatedFilled, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client } from '../../../client.ts';
import { useFormat } from '../../../use-format.ts';
import type { PasswordDesk } from '../use-password.ts';

/** The newest ones; more than these tell nobody anything. */
const shown = 6;

/** When the password was changed; an earlier change can be entered, and a mistake taken back. */
export function ChangesCard({
  desk,
  changes,
}: {
  readonly desk: PasswordDesk;
  readonly changes: readonly number[];
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const { accountId } = desk;
  const newest = changes.slice(-shown).reverse();
  return (
    <section className="sw-card sw-password-card" aria-labelledby="changes-title">
      <h2 id="changes-title">{t('password.changes.title')}</h2>
      {newest.length === 0 ? (
        <p className="sw-dim">{t('password.changes.none')}</p>
      ) : (
        <ul className="sw-changes">
          {newest.map((at) => (
            <li key={at}>
              <IconSquareRotatedFilled className="sw-changes-mark" size={12} aria-hidden />
              <span>{t('password.changes.entered', { when: format.dateTime(at) })}</span>
              <ActionIcon
                variant="subtle"
                color="gray"
                size="sm"
                aria-label={t('password.changes.remove', { when: format.dateTime(at) })}
                onClick={() => void desk.run(() => client.removePasswordChange({ accountId, at }))}
              >
                <IconX size={14} aria-hidden />
              </ActionIcon>
            </li>
          ))}
        </ul>
      )}
      <EnterChange
        onEnter={(at) => void desk.run(() => client.addPasswordChange({ accountId, at }))}
      />
    </section>
  );
}

function EnterChange({ onEnter }: { readonly onEnter: (at: number) => void }) {
  const { t } = useTranslation();
  const [day, setDay] = useState('');
  // Noon of the viewer's own day: a day without a time is meant, and no zone may turn it into another.
  const at = Date.parse(`${day}T12:00`);
  const valid = !Number.isNaN(at);
  return (
    <form
      className="sw-changes-enter"
      aria-label={t('password.changes.add')}
      onSubmit={(event) => {
        event.preventDefault();
        if (!valid) return;
        onEnter(at);
        setDay('');
      }}
    >
      <TextInput
        type="date"
        label={t('password.changes.add')}
        max={new Date().toISOString().slice(0, 10)}
        min="2000-01-01"
        value={day}
        onChange={(event) => {
          setDay(event.currentTarget.value);
        }}
      />
      <Button type="submit" variant="default" disabled={!valid}>
        {t('password.changes.save')}
      </Button>
    </form>
  );
}
