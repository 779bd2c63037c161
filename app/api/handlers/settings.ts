import type { Context } from '../context.ts';
import type { Handlers } from '../handler.ts';

type SettingsChannels =
  'settings:get' | 'settings:change' | 'settings:trouble' | 'settings:abilities';

export function settingsHandlers({
  settings,
  abilities,
}: Context): Pick<Handlers, SettingsChannels> {
  return {
    'settings:get': () => settings.current,
    'settings:change': (change) => settings.change(change),
    'settings:trouble': () => settings.trouble,
    'settings:abilities': () => abilities(),
  };
}
