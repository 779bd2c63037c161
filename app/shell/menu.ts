import type { MenuItemConstructorOptions } from 'electron';
import type { i18n } from 'i18next';
import { languages, type Language } from '../text/text.ts';
import { acceleratorOf, shortcuts, type WindowAction } from '../api/shortcuts.ts';
import type { LinkName } from './page/link-targets.ts';

export interface MenuActions {
  /** As chosen in the settings; null: the system's. */
  readonly language: Language | null;
  readonly setLanguage: (language: Language | null) => void;
  /** Asks the window to do it; the window opens first if there is none. */
  readonly act: (action: WindowAction) => void;
  readonly openLink: (link: LinkName) => void;
  /** Looks for an update; null where this installation has none. */
  readonly update: (() => void) | null;
  /** Developer tools are for a checkout, not for an installed app. */
  readonly developer: boolean;
}

type Item = MenuItemConstructorOptions;

/** The application's menu in the language of `text`. */
export function menuTemplate(text: i18n, actions: MenuActions): Item[] {
  const t = text.getFixedT(null, 'shell');
  const role = (name: NonNullable<Item['role']>, label: string): Item => ({ role: name, label });
  const line: Item = { type: 'separator' };
  const mac = process.platform === 'darwin';
  const words = text.getFixedT(null, 'window');
  /** Shown with its keys, which the window itself acts on: it knows when somebody is typing. */
  const act = (id: WindowAction): Item => {
    const shortcut = shortcuts.find((each) => each.id === id);
    const accelerator = shortcut && acceleratorOf(shortcut, mac);
    return {
      id,
      label: words(`shortcut.name.${id}`),
      ...(accelerator ? { accelerator, registerAccelerator: false } : {}),
      click: () => actions.act(id),
    };
  };
  const language = (each: Language | null): Item => ({
    label: t(`menu.languages.${each ?? 'system'}`),
    type: 'radio',
    checked: actions.language === each,
    click: () => actions.setLanguage(each),
  });
  const developer: Item[] = actions.developer
    ? [line, role('reload', t('menu.reload')), role('toggleDevTools', t('menu.developer'))]
    : [];
  const { update: lookForUpdate } = actions;
  const update: Item[] = lookForUpdate
    ? [line, { label: t('menu.update'), click: () => lookForUpdate() }]
    : [];
  return [
    ...(mac ? [{ role: 'appMenu' } satisfies Item] : []),
    {
      label: t('menu.file'),
      submenu: [
        act('scan'),
        act('open-files'),
        line,
        act('add-account'),
        act('switch-account'),
        line,
        role(mac ? 'close' : 'quit', t('menu.quit')),
      ],
    },
    {
      label: t('menu.edit'),
      submenu: [
        role('undo', t('menu.undo')),
        role('redo', t('menu.redo')),
        line,
        role('cut', t('menu.cut')),
        role('copy', t('menu.copy')),
        role('paste', t('menu.paste')),
        role('selectAll', t('menu.selectAll')),
        line,
        act('search'),
      ],
    },
    {
      label: t('menu.view'),
      submenu: [
        ...(['overview', 'notices', 'password', 'audit', 'explain', 'settings'] as const).map(act),
        line,
        act('zoom-reset'),
        act('zoom-in'),
        act('zoom-out'),
        line,
        role('togglefullscreen', t('menu.fullScreen')),
        ...developer,
      ],
    },
    { label: t('menu.language'), submenu: [null, ...languages].map(language) },
    {
      label: t('menu.help'),
      submenu: [
        act('help'),
        act('shortcuts'),
        { label: t('menu.alibabaHelp'), click: () => actions.openLink('alibaba-help') },
        ...update,
      ],
    },
  ];
}
