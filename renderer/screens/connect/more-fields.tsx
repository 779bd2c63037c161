import { PasswordInput, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { windowChoices, windowName } from '../../components/reading-window.ts';
import type { FieldName, ProxyUse, useConnectForm } from './use-connect-form.ts';

/** What few people need: how far back, and a proxy. */
export function MoreFields({
  form,
  said,
}: {
  readonly form: ReturnType<typeof useConnectForm>;
  readonly said: (name: FieldName) => string | undefined;
}) {
  const { t } = useTranslation();
  const { fields, set } = form;
  const [open, setOpen] = useState(false);
  const wrong = said('proxyUrl') !== undefined;
  const uses: ProxyUse[] = [
    ...(form.isAgain ? (['before'] as const) : []),
    'system',
    'direct',
    'manual',
  ];
  return (
    <details
      className="sw-connect-more"
      open={open || wrong}
      onToggle={(event) => {
        setOpen(event.currentTarget.open);
      }}
    >
      <summary>{t('connect.more')}</summary>
      <div className="sw-connect-more-fields">
        {!form.isAgain && (
          <Select
            label={t('connect.days')}
            data={[...new Set<string>([...windowChoices, fields.days])].map((value) => ({
              value,
              label: windowName(value, t),
            }))}
            value={fields.days}
            onChange={(days) => {
              set({ days: days ?? fields.days });
            }}
          />
        )}
        <Select
          label={t('connect.proxy')}
          data={uses.map((value) => ({ value, label: t(`connect.proxyUse.${value}`) }))}
          value={fields.proxyUse}
          onChange={(use) => {
            set({ proxyUse: uses.find((each) => each === use) ?? 'system' });
          }}
        />
        {fields.proxyUse === 'manual' && (
          <>
            <TextInput
              label={t('connect.proxyUrl')}
              placeholder={t('connect.proxyExample')}
              description={t('connect.proxyHint')}
              inputWrapperOrder={['label', 'input', 'error', 'description']}
              spellCheck={false}
              autoComplete="off"
              maxLength={300}
              value={fields.proxyUrl}
              error={said('proxyUrl')}
              onChange={(event) => {
                set({ proxyUrl: event.currentTarget.value });
              }}
            />
            <div className="sw-connect-more-pair">
              <TextInput
                label={t('connect.proxyUser')}
                placeholder={t('connect.proxyOptional')}
                spellCheck={false}
                autoComplete="off"
                maxLength={256}
                value={fields.proxyUser}
                onChange={(event) => {
                  set({ proxyUser: event.currentTarget.value });
                }}
              />
              <PasswordInput
                label={t('connect.proxyPassword')}
                placeholder={t('connect.proxyOptional')}
                autoComplete="off"
                maxLength={1024}
                visibilityToggleButtonProps={{
                  'aria-label': t('connect.showPassword'),
                  tabIndex: 0,
                }}
                value={fields.proxyPassword}
                onChange={(event) => {
                  set({ proxyPassword: event.currentTarget.value });
                }}
              />
            </div>
          </>
        )}
      </div>
    </details>
  );
}
