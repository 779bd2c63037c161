import { Button, NumberInput, Select } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Account, Settings } from '../../../app/api/contract.ts';
import { ReadingDialog } from '../../components/reading-dialog.tsx';
import { daysOf, windowChoices, windowName, windowOf } from '../../components/reading-window.ts';
import { Group, Row } from './group.tsx';
import { useSave } from './use-save.ts';

/** How far back scans go, and what counts as one episode. */
export function Reading({
  settings,
  account,
}: {
  readonly settings: Settings;
  /** Null: there is none yet. */
  readonly account: Account | null;
}) {
  const { t } = useTranslation();
  const save = useSave();
  const [dialog, setDialog] = useState(false);
  const days = windowOf(settings.days);
  return (
    <Group title={t('settings.reading')} save={save}>
      <Row label={t('settings.name.days')} hint={t('settings.hint.days')}>
        {(names) => (
          <Select
            {...names}
            data={[...new Set<string>([...windowChoices, days])].map((value) => ({
              value,
              label: windowName(value, t),
            }))}
            value={days}
            onChange={(value) => {
              save.change({ days: daysOf(value ?? days) });
            }}
          />
        )}
      </Row>
      {account !== null && !account.sample && (
        <div className="sw-settings-row">
          <p className="sw-settings-words sw-dim sw-break">
            {t('settings.ofAccount', { address: account.address })}
          </p>
          <div className="sw-settings-control">
            <Button
              variant="default"
              onClick={() => {
                setDialog(true);
              }}
            >
              {t('settings.openReading')}
            </Button>
          </div>
          <ReadingDialog
            account={account}
            opened={dialog}
            onClose={() => {
              setDialog(false);
            }}
          />
        </div>
      )}
      <Row label={t('settings.name.gapMinutes')} hint={t('settings.hint.gapMinutes')}>
        {(names) => (
          <Minutes
            names={names}
            value={settings.gapMinutes}
            onChange={(gapMinutes) => {
              save.change({ gapMinutes });
            }}
          />
        )}
      </Row>
    </Group>
  );
}

/** What is typed stands until the field is left; each number that is one is stored. */
function Minutes({
  names,
  value,
  onChange,
}: {
  readonly names: object;
  readonly value: number;
  readonly onChange: (minutes: number) => void;
}) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState<number | string | null>(null);
  return (
    <NumberInput
      {...names}
      min={1}
      max={1440}
      step={5}
      allowDecimal={false}
      clampBehavior="strict"
      suffix={` ${t('settings.minutes')}`}
      value={typed ?? value}
      onChange={(next) => {
        setTyped(next);
        if (typeof next === 'number' && next >= 1 && next <= 1440) onChange(next);
      }}
      onBlur={() => {
        setTyped(null);
      }}
    />
  );
}
