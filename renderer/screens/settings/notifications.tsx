import { Switch, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Settings } from '../../../app/api/contract.ts';
import { Group, type GroupProps, Row, SwitchRow } from './group.tsx';
import { useSave } from './use-save.ts';

type Hours = NonNullable<Settings['quietHours']>;
const usual: Hours = { from: '22:00', to: '07:00' };

export function Notifications({ settings, abilities }: GroupProps) {
  const { t } = useTranslation();
  const save = useSave();
  const { change } = save;
  const { quietHours } = settings;
  const off = !settings.notify || abilities.notify !== null;
  return (
    <Group title={t('settings.notifications')} save={save}>
      <SwitchRow name="notify" cannot={abilities.notify} {...{ settings, change }} />
      <Row label={t('settings.name.quietHours')} hint={t('settings.hint.quietHours')}>
        {(names) => (
          <Switch
            {...names}
            checked={quietHours !== null}
            disabled={off}
            onChange={(event) => {
              change({ quietHours: event.currentTarget.checked ? usual : null });
            }}
          />
        )}
      </Row>
      {quietHours !== null && (
        <QuietHours
          // Anew when it was changed elsewhere; what is typed and wrong stays meanwhile.
          key={`${quietHours.from}-${quietHours.to}`}
          hours={quietHours}
          disabled={off}
          onChange={(hours) => {
            change({ quietHours: hours });
          }}
        />
      )}
    </Group>
  );
}

/** Two times that differ are stored; until then what is wrong is said, and what was stored holds. */
function QuietHours({
  hours,
  disabled,
  onChange,
}: {
  readonly hours: Hours;
  readonly disabled: boolean;
  readonly onChange: (hours: Hours) => void;
}) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(hours);
  const missing = typed.from === '' || typed.to === '';
  const wrong = missing
    ? t('settings.quiet.missing')
    : typed.from === typed.to
      ? t('settings.quiet.same')
      : null;
  const set = (part: Partial<Hours>) => {
    const next = { ...typed, ...part };
    setTyped(next);
    if (next.from !== '' && next.to !== '' && next.from !== next.to) onChange(next);
  };
  const field = (name: 'from' | 'to') => (
    <TextInput
      type="time"
      label={t(`settings.quiet.${name}`)}
      value={typed[name]}
      disabled={disabled}
      error={wrong !== null}
      aria-describedby="quiet-hours-said"
      onChange={(event) => {
        set({ [name]: event.currentTarget.value.slice(0, 5) });
      }}
    />
  );
  return (
    <div className="sw-settings-times">
      {field('from')}
      {field('to')}
      <p
        id="quiet-hours-said"
        className={wrong === null ? 'sw-dim' : 'sw-settings-wrong'}
        role="status"
      >
        {wrong ?? (typed.from > typed.to ? t('settings.quiet.overnight') : '')}
      </p>
    </div>
  );
}
