import { Switch } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Abilities, Settings, SettingsChange } from '../../../app/api/contract.ts';
import { ProblemBox } from '../../components/problem-box.tsx';
import type { Save } from './use-save.ts';

/** Settings of one topic; whether they were stored is said beside its name. */
export function Group({
  title,
  save = null,
  children,
}: {
  readonly title: string;
  readonly save?: Save | null;
  readonly children: ReactNode;
}) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <section className="sw-card sw-settings-group" aria-labelledby={id}>
      <header className="sw-settings-head">
        <h2 id={id} className="sw-section-title">
          {title}
        </h2>
        <span className="sw-settings-saved sw-dim" role="status">
          {save?.saved === true && (
            <>
              <IconCheck size={14} stroke={2} aria-hidden />
              {t('settings.saved')}
            </>
          )}
        </span>
      </header>
      {children}
      {save !== null && save.problem !== null && <ProblemBox problem={save.problem} />}
    </section>
  );
}

/** For the control of a row: its label names it, the sentence below describes it. */
export interface RowNames {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
}

/** A name and one plain sentence on the left, the control on the right. */
export function Row({
  label,
  hint = null,
  children,
}: {
  readonly label: string;
  readonly hint?: string | null;
  readonly children: (names: RowNames) => ReactNode;
}) {
  const id = useId();
  return (
    <div className="sw-settings-row">
      <div className="sw-settings-words">
        <label htmlFor={id}>{label}</label>
        {hint !== null && (
          <p id={`${id}-hint`} className="sw-dim">
            {hint}
          </p>
        )}
      </div>
      <div className="sw-settings-control">
        {children({ id, 'aria-describedby': hint === null ? undefined : `${id}-hint` })}
      </div>
    </div>
  );
}

export interface GroupProps {
  readonly settings: Settings;
  readonly abilities: Abilities;
}

type SwitchName = {
  [Name in keyof Settings]: Settings[Name] extends boolean ? Name : never;
}[keyof Settings];

/** A switch for one setting. Where this system cannot do it, it is off and the reason stands in place of the hint. */
export function SwitchRow({
  name,
  settings,
  change,
  cannot = null,
  disabled = false,
}: {
  readonly name: SwitchName;
  readonly settings: Settings;
  readonly change: (change: SettingsChange) => void;
  readonly cannot?: Abilities[keyof Abilities];
  readonly disabled?: boolean;
}) {
  const { t } = useTranslation();
  const hint = cannot === null ? t(`settings.hint.${name}`) : t(`settings.cannot.${cannot}`);
  return (
    <Row label={t(`settings.name.${name}`)} hint={hint}>
      {(names) => (
        <Switch
          {...names}
          checked={settings[name] && cannot === null}
          disabled={disabled || cannot !== null}
          onChange={(event) => {
            change({ [name]: event.currentTarget.checked });
          }}
        />
      )}
    </Row>
  );
}
