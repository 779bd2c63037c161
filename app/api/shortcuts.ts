/**
 * Every shortcut of the window, once: the window acts on it, the menu shows it, and the sheet lists it. The names
 * stand in app/text/…/window/shortcuts.ts by id.
 */

export interface Keys {
  /** Ctrl, or Command on macOS. */
  readonly mod?: true;
  readonly shift?: true;
  /** As in KeyboardEvent.key, letters lower-cased. */
  readonly key: string;
}

export interface Shortcut {
  readonly id: ShortcutId;
  readonly group: 'go' | 'do' | 'view';
  /** Any of these; the first one stands in the menu. */
  readonly keys: readonly Keys[];
  /** Where macOS expects others. */
  readonly macKeys?: readonly Keys[];
  /**
   * Who acts: 'window' anywhere in the window; 'place' only where it is meant, such as Enter in a field or Esc in a
   * drawer, which act themselves and are listed here for the sheet.
   */
  readonly by: 'window' | 'place';
}

/** What the menu may ask the window to do. */
export const windowActions = [
  'overview',
  'notices',
  'password',
  'audit',
  'explain',
  'settings',
  'help',
  'scan',
  'search',
  'open-files',
  'add-account',
  'switch-account',
  'zoom-in',
  'zoom-out',
  'zoom-reset',
  'shortcuts',
] as const;
export type WindowAction = (typeof windowActions)[number];
export type ShortcutId = WindowAction | 'explain-text' | 'close';

const mod = (key: string): Keys => ({ mod: true, key });
const modShift = (key: string): Keys => ({ mod: true, shift: true, key });
const window = { by: 'window' } as const;

export const shortcuts: readonly Shortcut[] = [
  { id: 'overview', group: 'go', keys: [mod('1')], ...window },
  { id: 'notices', group: 'go', keys: [mod('2')], ...window },
  { id: 'password', group: 'go', keys: [mod('3')], ...window },
  { id: 'audit', group: 'go', keys: [mod('4')], ...window },
  { id: 'explain', group: 'go', keys: [mod('5')], ...window },
  { id: 'settings', group: 'go', keys: [mod(',')], ...window },
  { id: 'help', group: 'go', keys: [mod('6')], ...window },
  // As mail programs have it; Ctrl+R stays a reload for who develops the app.
  { id: 'scan', group: 'do', keys: [{ key: 'F5' }], macKeys: [modShift('n')], ...window },
  { id: 'search', group: 'do', keys: [mod('f')], ...window },
  { id: 'open-files', group: 'do', keys: [mod('o')], ...window },
  { id: 'add-account', group: 'do', keys: [mod('n')], ...window },
  { id: 'switch-account', group: 'do', keys: [modShift('a')], ...window },
  { id: 'explain-text', group: 'do', keys: [mod('Enter')], by: 'place' },
  { id: 'close', group: 'view', keys: [{ key: 'Escape' }], by: 'place' },
  // The plus sign is Shift and = on many keyboards; both are meant.
  { id: 'zoom-in', group: 'view', keys: [mod('+'), mod('=')], ...window },
  { id: 'zoom-out', group: 'view', keys: [mod('-')], ...window },
  { id: 'zoom-reset', group: 'view', keys: [mod('0')], ...window },
  { id: 'shortcuts', group: 'view', keys: [{ key: 'F1' }, mod('/'), { key: '?' }], ...window },
];

export const keysOf = ({ keys, macKeys }: Shortcut, mac: boolean): readonly Keys[] =>
  mac ? (macKeys ?? keys) : keys;

/** What a press says of itself; a KeyboardEvent fits. */
export interface Press {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

/** What a press means for the whole window; null: nothing. */
export function actionOf(press: Press, mac: boolean, typing: boolean): WindowAction | null {
  // With Alt keyboards write signs of their own, such as AltGr on German ones.
  if (press.altKey || (mac ? press.ctrlKey : press.metaKey)) return null;
  const found = shortcuts.find(
    (each) => each.by === 'window' && keysOf(each, mac).some((keys) => fits(keys, press, mac)),
  );
  if (found === undefined) return null;
  // A plain sign belongs to what is being written.
  if (typing && press.key.length === 1 && !(mac ? press.metaKey : press.ctrlKey)) return null;
  return windowActions.find((action) => action === found.id) ?? null;
}

function fits({ key, ...keys }: Keys, press: Press, mac: boolean): boolean {
  const pressed = press.key.length === 1 ? press.key.toLowerCase() : press.key;
  // A sign such as "?" or "+" may need Shift on one keyboard and not on another; letters and named keys tell it.
  const sign = key.length === 1 && !/[a-z]/.test(key);
  return (
    pressed === key &&
    (mac ? press.metaKey : press.ctrlKey) === (keys.mod ?? false) &&
    (sign || press.shiftKey === (keys.shift ?? false))
  );
}

/** In the form of Electron's menus. */
export function acceleratorOf(shortcut: Shortcut, mac: boolean): string | null {
  const [keys] = keysOf(shortcut, mac);
  if (keys === undefined) return null;
  const key = keys.key === '+' ? 'Plus' : keys.key.length === 1 ? keys.key.toUpperCase() : keys.key;
  return [...(keys.mod ? ['CmdOrCtrl'] : []), ...(keys.shift ? ['Shift'] : []), key].join('+');
}
