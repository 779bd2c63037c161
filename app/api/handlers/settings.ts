import type { Context } from '../context.ts';
import type { Handlers } from '../handler.ts';

export function settingsHandlers({
  settings,
}: Context): Pick<Handlers, 'settings:get' | 'settings:change'> {
  return {
    'settings:get': () => settings.current,
    'settings:change': (change) => settings.change(change),
  };
}
