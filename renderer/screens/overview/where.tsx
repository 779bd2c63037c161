import { useTranslation } from 'react-i18next';
import type { Chart, Group } from '../../../app/api/contract.ts';
import { BarList } from '../../charts/bar-list.tsx';
import { barsPicture } from '../../charts/bars-picture.ts';
import { ChartFrame } from '../../charts/chart-frame.tsx';
import { cell, type TableData } from '../../charts/table-data.ts';
import { useFormat } from '../../use-format.ts';
import { useFilterWords } from '../../view/filter-words.ts';
import type { SharedView } from '../../view/use-views.ts';
import { narrow } from '../../view/view.ts';

const charts = [
  { name: 'connectionIp', groups: 'connectionIps' },
  { name: 'recipientDomain', groups: 'recipientDomains' },
  { name: 'program', groups: 'programs' },
] as const;

/** Rejections by connecting IP, recipient domain and program; a click narrows all views to one of them. */
export function Where({
  chart,
  loading,
  shared,
}: {
  readonly chart: Chart | null;
  readonly loading: boolean;
  readonly shared: SharedView;
}) {
  const { t } = useTranslation();
  return (
    <section className="sw-card sw-block" id="where" aria-labelledby="where-title" tabIndex={-1}>
      <h2 id="where-title" className="sw-section-title">
        {t('where.title')}
      </h2>
      <p className="sw-dim sw-small">{t('where.hint')}</p>
      <div className="sw-where">
        {charts.map((each) => (
          <Ways key={each.name} {...each} chart={chart} loading={loading} shared={shared} />
        ))}
      </div>
    </section>
  );
}

function Ways({
  name,
  groups: key,
  chart,
  loading,
  shared,
}: (typeof charts)[number] & {
  readonly chart: Chart | null;
  readonly loading: boolean;
  readonly shared: SharedView;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useFilterWords();
  const { view, now, change } = shared;
  const { groups, rest } = chart?.[key] ?? { groups: [], rest: 0 };
  const nameOf = (group: Group) => (group.name === '' ? t('scope.unknown') : group.name);
  const table = (): TableData => ({
    caption: words.summary(view, now),
    columns: [t(`where.${name}`), t('chart:column.transient'), t('chart:column.permanent')],
    rows: groups.map((group) => [
      cell(nameOf(group)),
      cell(format.number(group.transient), group.transient),
      cell(format.number(group.permanent), group.permanent),
    ]),
  });
  return (
    <ChartFrame
      level={3}
      className="sw-way"
      title={t(`where.${name}`)}
      subtitle={words.summary(view, now)}
      table={table}
      picture={() => barsPicture(groups, nameOf)}
      loading={loading}
    >
      {chart !== null && (
        <BarList
          groups={groups}
          nameOf={nameOf}
          rest={rest}
          chosen={view.narrowing[name]}
          onChoose={(value) => {
            change((before) => narrow(before, { [name]: value }));
          }}
        />
      )}
    </ChartFrame>
  );
}
