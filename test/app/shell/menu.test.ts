import { describe, expect, it, vi } from 'vitest';
import { menuTemplate } from '../../../app/shell/menu.ts';
import { createText, languages, resources } from '../../../app/text/text.ts';

type Item = ReturnType<typeof menuTemplate>[number];
const flat = (items: readonly Item[]): Item[] =>
  items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? flat(item.submenu) : [])]);
const actions = {
  ...{ language: null, setLanguage: vi.fn(), openLink: vi.fn(), zoom: vi.fn() },
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

  it('zooms by the keys of browsers', () => {
    const zoom = vi.fn();
    for (const item of flat(menuTemplate(createText(language), { ...actions, zoom })))
      if (item.accelerator) (item.click as () => void)();
    expect(zoom.mock.calls).toEqual([[0], [1], [1], [-1]]);
  });

  it('keeps developer tools for a checkout', () => {
    expect(items.some(({ role }) => role === 'toggleDevTools')).toBe(false);
    const checkout = flat(menuTemplate(createText(language), { ...actions, developer: true }));
    expect(checkout.some(({ role }) => role === 'toggleDevTools')).toBe(true);
  });
});
