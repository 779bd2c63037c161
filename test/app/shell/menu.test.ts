import { describe, expect, it, vi } from 'vitest';
import { windowActions } from '../../../app/api/shortcuts.ts';
import { menuTemplate } from '../../../app/shell/menu.ts';
import { createText, languages } from '../../../app/text/text.ts';

type Item = ReturnType<typeof menuTemplate>[number];
const flat = (items: readonly Item[]): Item[] =>
  items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? flat(item.submenu) : [])]);
const actions = {
  act: vi.fn(),
  setLanguage: vi.fn(),
  openLink: vi.fn(),
  update: null,
  developer: false,
};

describe.each(languages)('the menu in %s', (language) => {
  const items = flat(menuTemplate(createText(language), actions));

  it('has a word for every entry', () => {
    for (const { label, type, role } of items) {
      if (type === 'separator' || role === 'appMenu') continue;
      expect(label).toBeTruthy();
      expect(label).not.toMatch(/menu\./);
    }
  });

  it('marks the language that is on', () => {
    expect(items.filter(({ checked }) => checked).length).toBe(1);
  });

  it('lets the window do what it names, and shows the keys that the window acts on', () => {
    for (const action of windowActions) {
      const item = items.find(({ id }) => id === action);
      expect([action, item?.registerAccelerator]).toEqual([action, false]);
      (item?.click as (() => void) | undefined)?.();
      expect(actions.act).toHaveBeenLastCalledWith(action);
    }
    const keys = items.flatMap(({ accelerator }) => (accelerator ? [accelerator] : []));
    expect(new Set(keys).size).toBe(windowActions.length);
  });

  it('keeps developer tools for a checkout', () => {
    expect(items.some(({ role }) => role === 'toggleDevTools')).toBe(false);
    const checkout = flat(menuTemplate(createText(language), { ...actions, developer: true }));
    expect(checkout.some(({ role }) => role === 'toggleDevTools')).toBe(true);
  });
});
