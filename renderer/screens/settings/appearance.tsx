import { SegmentedControl, Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type Settings, themes } from '../../../app/api/contract.ts';
import { languages } from '../../../app/text/text.ts';
import { Group, Row } from './group.tsx';
import { useSave } from './use-save.ts';

export function Appearance({ settings }: { readonly settings: Settings }) {
  const { t } = useTranslation();
  const save = useSave();
  return (
    <Group title={t('settings.appearance')} save={save}>
      <Row label={t('settings.name.language')} hint={t('settings.hint.language')}>
        {(names) => (
          <Select
            {...names}
            // In themselves: who cannot read the current one finds theirs.
            data={['system', ...languages].map((value) => ({
              value,
              label: t(`language.${value}`),
            }))}
            value={settings.language ?? 'system'}
            onChange={(value) => {
              save.change({ language: languages.find((each) => each === value) ?? null });
            }}
          />
        )}
      </Row>
      <Row label={t('settings.name.theme')} hint={t('settings.hint.theme')}>
        {(names) => (
          <SegmentedControl
            {...names}
            aria-label={t('settings.name.theme')}
            fullWidth
            data={themes.map((value) => ({ value, label: t(`settings.themes.${value}`) }))}
            value={settings.theme}
            onChange={(value) => {
              save.change({ theme: themes.find((each) => each === value) ?? 'system' });
            }}
          />
        )}
      </Row>
    </Group>
  );
}
