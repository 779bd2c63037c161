import type { MenuItemConstructorOptions } from 'electron';
import type { i18n } from 'i18next';
import { languages, type Language } from '../text/text.ts';
import type { LinkName } from './link-targets.ts';
import type { ZoomStep } from './zoom.ts';

export interface MenuActions {
  /** As chosen in the settings; null: the system's. */
  readonly language: Language | null;
  readonly setLanguage: (language: Language | null) => void;
  readonly openLink: (link: LinkName) => void;
  readonly zoom: (step: ZoomStep) => void;
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
  const zoom = (step: ZoomStep, label: string, key: string, visible = true): Item => ({
    ...{ label, visible, accelerator: `CommandOrControl+${key}` },
    click: () => actions.zoom(step),
  });
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
    { label: t('menu.file'), submenu: [role(mac ? 'close' : 'quit', t('menu.quit'))] },
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
      ],
    },
    {
      label: t('menu.view'),
      submenu: [
        zoom(0, t('menu.resetZoom'), '0'),
        zoom(1, t('menu.zoomIn'), 'Plus'),
        // The same key without Shift, where it makes a plus.
        zoom(1, t('menu.zoomIn'), '=', false),
        zoom(-1, t('menu.zoomOut'), '-'),
        line,
        role('togglefullscreen', t('menu.fullScreen')),
        ...developer,
      ],
    },
    { label: t('menu.language'), submenu: [null, ...languages].map(language) },
    {
      label: t('menu.help'),
      submenu: [
        { label: t('menu.alibabaHelp'), click: () => actions.openLink('alibaba-help') },
        ...update,
      ],
    },
  ];
}
