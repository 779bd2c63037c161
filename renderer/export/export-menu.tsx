import { ActionIcon, Menu } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { TableData } from '../charts/table-data.ts';
import { toCsv } from './csv.ts';
import { type Picture, toPng, toSvg } from './picture.ts';
import { useSave } from './use-save.ts';

export interface ExportMenuProps {
  readonly title: string;
  /** What stands below the title in a picture: the time and filters that the chart shows. */
  readonly subtitle: string;
  readonly table: () => TableData;
  /** Null where there is nothing to draw, or only a table. */
  readonly picture: (() => Picture | null) | null;
}

/** Saves what is shown: the table, and the chart as a picture. */
export function ExportMenu({ title, subtitle, table, picture }: ExportMenuProps) {
  const { t } = useTranslation();
  const { save } = useSave();
  const savePicture = async (kind: 'svg' | 'png') => {
    const drawn = picture?.() ?? null;
    if (drawn === null) return;
    const svg = toSvg(drawn, title, subtitle);
    await save(title, kind, kind === 'svg' ? new TextEncoder().encode(svg) : await toPng(svg));
  };
  return (
    <Menu position="bottom-end" width={200}>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" aria-label={t('export.of', { title })}>
          <IconDownload size={16} stroke={1.75} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => void save(title, 'csv', toCsv(table()))}>
          {t('export.csv')}
        </Menu.Item>
        {picture !== null &&
          (['svg', 'png'] as const).map((kind) => (
            <Menu.Item key={kind} onClick={() => void savePicture(kind)}>
              {t(`export.${kind}`)}
            </Menu.Item>
          ))}
      </Menu.Dropdown>
    </Menu>
  );
}
