import { Modal } from '@mantine/core';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { type Keys, keysOf, shortcuts } from '../../app/api/shortcuts.ts';
import { isMac } from '../use-shortcuts.ts';
import './shortcut-sheet.css';

const groups = ['go', 'do', 'view'] as const;

/** Every shortcut there is, in the words of the menu. */
export function ShortcutSheet({
  opened,
  onClose,
}: {
  readonly opened: boolean;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const mac = isMac();
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('shortcut.title')}
      closeButtonProps={{ 'aria-label': t('app.close') }}
      size="44rem"
      centered
    >
      <div className="sw-sheet">
        {groups.map((group) => (
          <section key={group} className={`sw-sheet-${group}`} aria-labelledby={`sheet-${group}`}>
            <h3 id={`sheet-${group}`} className="sw-section-title">
              {t(`shortcut.group.${group}`)}
            </h3>
            <dl>
              {shortcuts
                .filter((each) => each.group === group)
                .map((each) => (
                  <div key={each.id}>
                    <dt>{t(`shortcut.name.${each.id}`)}</dt>
                    <dd>
                      {keysOf(each, mac).map((keys, index) => (
                        <Fragment key={index}>
                          {index > 0 && <span className="sw-dim"> {t('shortcut.or')} </span>}
                          <KeysShown keys={keys} mac={mac} />
                        </Fragment>
                      ))}
                    </dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
      </div>
    </Modal>
  );
}

const onMac: Readonly<Record<string, string>> = {
  Mod: '⌘',
  Shift: '⇧',
  Escape: 'esc',
  Enter: '↩',
};

function KeysShown({ keys, mac }: { readonly keys: Keys; readonly mac: boolean }) {
  const { t } = useTranslation();
  const name = (key: string): string => {
    if (mac && onMac[key] !== undefined) return onMac[key];
    if (key === 'Mod' || key === 'Shift' || key === 'Escape' || key === 'Enter')
      return t(`shortcut.key.${key}`);
    return key.length === 1 ? key.toUpperCase() : key;
  };
  const parts = [...(keys.mod ? ['Mod'] : []), ...(keys.shift ? ['Shift'] : []), keys.key];
  return (
    <span className="sw-keys">
      {parts.map((part) => (
        <kbd key={part}>{name(part)}</kbd>
      ))}
    </span>
  );
}
