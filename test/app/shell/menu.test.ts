import { describe, expect, it, vi } from 'vitest';
import { windowActions } from '../../../app/api/shortcuts.ts';
import { menuTemplate } from '../../../app/shell/menu.ts';
import { createText, languages, resources } from '../../../app/text/text.ts';

type Item = ReturnType<typeof menuTemplate>[number];
const flat = (items: readonly Item[]): Item[] =>
  items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? flat(item.submenu) : [])]);
const actions = {
  ...{ act: vi.fn(), language: null, setLanguage: vi.fn(), openLink: vi.fn() },
  ...{ update: null, developer: false },
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

  it.each([null, ...languages])('marks the chosen language alone: %s', (chosen) => {
    const marked = flat(menuTemplate(createText(language), { ...actions, language: chosen }));
    const words = resources[language].shell.menu.languages;
    expect(marked.filter(({ checked }) => checked).map(({ label }) => label)).toEqual([
      words[chosen ?? 'system'],
    ]);
  });

  it('chooses what is clicked', () => {
    const choices = items.filter(({ type }) => type === 'radio');
    for (const { click } of choices) (click as () => void)();
    expect(actions.setLanguage.mock.calls).toEqual([[null], ...languages.map((each) => [each])]);
    actions.setLanguage.mockClear();
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
