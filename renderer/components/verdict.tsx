import { IconDiamondFilled, IconPointFilled, IconSquareFilled } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Category } from '../../app/bounce/notice.ts';
import './verdict.css';

/** Word, shape and colour together: a diamond for a temporary throttle, a square for a permanent one. */
export function Verdict({
  category,
  permanent,
  confidence,
}: {
  readonly category: Category | null;
  readonly permanent: boolean | null;
  readonly confidence: 'certain' | 'possible' | null;
}) {
  const { t } = useTranslation();
  if (category === null) {
    return <span className="sw-verdict sw-verdict-other">{t('verdict.none')}</span>;
  }
  const throttle = category === 'throttle';
  const tone = !throttle ? 'other' : permanent === true ? 'permanent' : 'transient';
  const nature = permanent === true ? t('verdict.permanent') : t('verdict.temporary');
  return (
    <span className={`sw-verdict sw-verdict-${tone}`}>
      <Shape tone={tone} />
      <span className="sw-ellipsis">
        {confidence === 'possible' && `${t('verdict.possible')} `}
        {t(`category.${category}`)}
        {throttle && permanent !== null && `, ${nature}`}
      </span>
    </span>
  );
}

export function Shape({ tone }: { readonly tone: 'transient' | 'permanent' | 'other' }) {
  const Icon =
    tone === 'transient'
      ? IconDiamondFilled
      : tone === 'permanent'
        ? IconSquareFilled
        : IconPointFilled;
  return <Icon className={`sw-shape sw-shape-${tone}`} size={10} aria-hidden />;
}
