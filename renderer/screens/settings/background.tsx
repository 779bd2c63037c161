import { useTranslation } from 'react-i18next';
import { Group, type GroupProps, SwitchRow } from './group.tsx';
import { useSave } from './use-save.ts';

/** Watching while no window is open. */
export function Background({ settings, abilities }: GroupProps) {
  const { t } = useTranslation();
  const save = useSave();
  const { change } = save;
  return (
    <Group title={t('settings.background')} save={save}>
      <SwitchRow name="watchAtStart" {...{ settings, change }} />
      <SwitchRow name="closeToTray" cannot={abilities.closeToTray} {...{ settings, change }} />
      <SwitchRow name="startAtLogin" cannot={abilities.startAtLogin} {...{ settings, change }} />
      <SwitchRow
        name="startMinimised"
        cannot={abilities.closeToTray}
        disabled={!settings.startAtLogin}
        {...{ settings, change }}
      />
    </Group>
  );
}
