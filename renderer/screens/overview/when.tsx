import { useTranslation } from 'react-i18next';
import type { Chart } from '../../../app/api/contract.ts';
import { ChartFrame } from '../../charts/chart-frame.tsx';
import { HeatMap } from '../../charts/heat-map.tsx';
import { heatPicture } from '../../charts/heat-picture.ts';
import { cell, type TableData } from '../../charts/table-data.ts';
import { useFormat } from '../../use-format.ts';
import { useFilterWords } from '../../view/filter-words.ts';
import type { SharedView } from '../../view/use-views.ts';

const none = Array.from({ length: 7 }, () => Array.from({ length: 24 }, () => 0));
/** A Monday; only its day of the week is used. */
const monday = new Date(2024, 0, 1);

/** At which hours of which days of the week rejections came. */
export function When({
  chart,
  loading,
  shared,
}: {
  readonly chart: Chart | null;
  readonly loading: boolean;
  readonly shared: SharedView;
}) {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const words = useFilterWords();
  const hours = chart?.hours ?? none;
  const weekday = new Intl.DateTimeFormat(i18n.language, { weekday: 'short' });
  const days = hours.map((_, day) => weekday.format(new Date(2024, 0, monday.getDate() + day)));
  const subtitle = words.summary(shared.view, shared.now);
  const table = (): TableData => ({
    caption: subtitle,
    columns: [t('chart:hourOfDay'), ...days],
    rows: Array.from({ length: 24 }, (_, hour) => [
      cell(`${String(hour).padStart(2, '0')}:00`),
      ...hours.map((row) => cell(format.number(row[hour] ?? 0), row[hour] ?? 0)),
    ]),
  });
  return (
    <div className="sw-card sw-block" id="when" tabIndex={-1}>
      <ChartFrame
        className="sw-when"
        title={t('when.title')}
        hint={t('when.hint', { zone: format.zone })}
        subtitle={subtitle}
        table={table}
        picture={() => heatPicture(hours, days)}
        loading={loading}
      >
        <HeatMap hours={hours} days={days} label={t('when.title')} />
      </ChartFrame>
    </div>
  );
}
