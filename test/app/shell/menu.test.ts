import { describe, expect, it, vi } from 'vitest';
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

  it('keeps developer tools for a checkout', () => {
    expect(items.some(({ role }) => role === 'toggleDevTools')).toBe(false);
    const checkout = flat(menuTemplate(createText(language), { ...actions, developer: true }));
    expect(checkout.some(({ role }) => role === 'toggleDevTools')).toBe(true);
  });
});
