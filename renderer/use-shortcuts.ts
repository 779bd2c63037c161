import { useEffect, useEffectEvent } from 'react';
import { actionOf, type WindowAction } from '../app/api/shortcuts.ts';
import { client } from './client.ts';

export const isMac = (): boolean => navigator.userAgent.includes('Mac OS');

/** Zoom and the list of shortcuts work also over a dialog; everything else would change what is under it. */
const overDialogs: ReadonlySet<WindowAction> = new Set([
  'zoom-in',
  'zoom-out',
  'zoom-reset',
  'shortcuts',
]);

/** Acts on the keys of app/api/shortcuts.ts and on what is chosen in the menu. */
export function useShortcuts(act: (action: WindowAction) => void): void {
  const perform = useEffectEvent((action: WindowAction) => {
    if (document.querySelector('[aria-modal=true]') === null || overDialogs.has(action))
      act(action);
  });
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const action = actionOf(event, isMac(), isTyping(event.target));
      if (action === null || event.defaultPrevented) return;
      event.preventDefault();
      // Held down, a key is one wish; but for the zoom, which goes on.
      if (!event.repeat || action.startsWith('zoom-')) perform(action);
    };
    window.addEventListener('keydown', press);
    const stop = client.onMenuChosen((action) => {
      perform(action);
    });
    return () => {
      window.removeEventListener('keydown', press);
      stop();
    };
  }, []);
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches('input, textarea, select'))
  );
}
