import { describe, expect, it } from 'vitest';
import {
  acceleratorOf,
  actionOf,
  type Keys,
  keysOf,
  shortcuts,
  windowActions,
} from '../../../app/api/shortcuts.ts';
import { createText, languages } from '../../../app/text/text.ts';

const press = (keys: Keys, mac = false) => ({
  key: keys.key,
  ctrlKey: !mac && keys.mod === true,
  metaKey: mac && keys.mod === true,
  shiftKey: keys.shift === true,
  altKey: false,
});

describe.each([false, true])('shortcuts, macOS: %s', (mac) => {
  const all = shortcuts.flatMap((each) => keysOf(each, mac).map((keys) => ({ id: each.id, keys })));

  it('are never the same twice', () => {
    const written = all.map(({ keys }) => JSON.stringify([keys.mod, keys.shift, keys.key]));
    expect(new Set(written).size).toBe(written.length);
  });

  it('mean what they are listed as', () => {
    for (const { id, keys } of all) {
      const { by } = shortcuts.find((each) => each.id === id) ?? { by: null };
      expect([id, actionOf(press(keys, mac), mac, false)]).toEqual([
        id,
        by === 'window' ? id : null,
      ]);
    }
  });

  it('leave what is typed alone, and what another program’s keys mean', () => {
    expect(actionOf(press({ key: '?' }, mac), mac, true)).toBeNull();
    expect(actionOf({ ...press({ key: '?' }, mac), shiftKey: true }, mac, false)).toBe('shortcuts');
    expect(actionOf(press({ key: '1' }, mac), mac, false)).toBeNull();
    // Ctrl+R reloads a checkout's window.
    expect(actionOf(press({ mod: true, key: 'r' }, mac), mac, false)).toBeNull();
    // AltGr is Ctrl and Alt together, and writes signs.
    expect(
      actionOf({ ...press({ mod: true, key: '2' }, mac), altKey: true }, mac, false),
    ).toBeNull();
    expect(actionOf(press({ mod: true, key: '1' }, !mac), mac, false)).toBeNull();
    // Capital letters come with a lock that nobody thinks of.
    expect(actionOf(press({ mod: true, key: 'F' }, mac), mac, true)).toBe('search');
  });

  it('are written as Electron’s menu reads them', () => {
    for (const each of shortcuts)
      expect(acceleratorOf(each, mac)).toMatch(
        /^(CmdOrCtrl\+)?(Shift\+)?(F\d|[A-Z0-9,\-/]|Plus|Enter|Escape)$/,
      );
  });
});

it('every action of the window has keys and a name in both languages', () => {
  for (const action of windowActions)
    expect(shortcuts.some(({ id, by }) => id === action && by === 'window')).toBe(true);
  for (const language of languages) {
    const text = createText(language);
    for (const { id } of shortcuts) expect(text.exists(`window:shortcut.name.${id}`)).toBe(true);
  }
});
