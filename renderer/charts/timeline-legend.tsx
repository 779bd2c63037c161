import { useTranslation } from 'react-i18next';
import { type Series, Swatch } from './swatch.tsx';

const order: readonly Series[] = ['transient', 'permanent', 'sent', 'episode'];

export function TimelineLegend() {
  const { t } = useTranslation();
  return (
    <ul className="sw-chart-legend">
      {order.map((series) => (
        <li key={series}>
          <Swatch series={series} />
          {t(`chart:${series}`)}
        </li>
      ))}
    </ul>
  );
}
