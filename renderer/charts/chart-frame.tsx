import { ActionIcon, Tooltip } from '@mantine/core';
import { IconChartBar, IconTable } from '@tabler/icons-react';
import { useId, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ExportMenu } from '../export/export-menu.tsx';
import type { Picture } from '../export/picture.ts';
import { DataTable } from './data-table.tsx';
import type { TableData } from './table-data.ts';
import './chart-frame.css';

export interface ChartFrameProps {
  readonly title: string;
  readonly hint?: ReactNode;
  /** What the chart shows just now, for a picture that leaves the window. */
  readonly subtitle: string;
  readonly legend?: ReactNode;
  readonly tools?: ReactNode;
  readonly table: () => TableData;
  readonly picture: (() => Picture | null) | null;
  readonly loading: boolean;
  readonly className?: string;
  readonly level?: 2 | 3;
  readonly children: ReactNode;
}

/** What all charts have: a title, a table beside it, and the way to take it along. */
export function ChartFrame(props: ChartFrameProps) {
  const { title, hint, subtitle, legend, tools, table, picture, loading, children } = props;
  const { t } = useTranslation();
  const id = useId();
  const [asTable, setAsTable] = useState(false);
  const Heading = `h${props.level ?? 2}` as const;
  const toggle = t(asTable ? 'chart:showChart' : 'chart:showTable');
  return (
    <section className={`sw-chart ${props.className ?? ''}`} aria-labelledby={id}>
      <header className="sw-chart-head">
        <div className="sw-chart-title">
          <Heading id={id} className="sw-section-title">
            {title}
          </Heading>
          {hint !== undefined && <p className="sw-dim sw-small">{hint}</p>}
        </div>
        <div className="sw-chart-tools">
          {tools}
          <Tooltip label={toggle} withinPortal={false}>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={`${toggle}: ${title}`}
              onClick={() => {
                setAsTable(!asTable);
              }}
            >
              {asTable ? (
                <IconChartBar size={16} stroke={1.75} aria-hidden />
              ) : (
                <IconTable size={16} stroke={1.75} aria-hidden />
              )}
            </ActionIcon>
          </Tooltip>
          <ExportMenu title={title} subtitle={subtitle} table={table} picture={picture} />
        </div>
      </header>
      {legend}
      <div className="sw-chart-body" data-loading={loading || undefined} aria-busy={loading}>
        {asTable ? <DataTable table={table()} name={title} /> : children}
      </div>
    </section>
  );
}
