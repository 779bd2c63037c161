import { useTranslation } from 'react-i18next';
import { type Series, Swatch } from './swatch.tsx';

export function Legend({ series }: { readonly series: readonly Series[] }) {
  const { t } = useTranslation();
  return (
    <ul className="sw-chart-legend">
      {series.map((each) => (
        <li key={each}>
          <Swatch series={each} />
          {t(`chart:${each}`)}
        </li>
      ))}
    </ul>
  );
}
