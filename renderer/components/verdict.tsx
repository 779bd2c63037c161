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
  const name = t(`category.${category}`);
  const nature = permanent === true ? t('verdict.permanent') : t('verdict.temporary');
  const words =
    confidence === 'possible'
      ? t('verdict.possible', { category: name })
      : throttle && permanent !== null
        ? t('verdict.throttle', { category: name, nature })
        : name;
  return (
    <span className={`sw-verdict sw-verdict-${tone}`}>
      <Shape tone={tone} />
      <span className="sw-ellipsis" title={words}>
        {words}
      </span>
    </span>
  );
}

const shapes = {
  transient: <path d="M5 0l5 5-5 5-5-5z" />,
  permanent: <rect x="0.75" y="0.75" width="8.5" height="8.5" rx="1" />,
  other: <circle cx="5" cy="5" r="2.25" />,
};

export function Shape({ tone }: { readonly tone: keyof typeof shapes }) {
  return (
    <svg
      className={`sw-shape sw-shape-${tone}`}
      width="10"
      height="10"
      viewBox="0 0 10 10"
      fill="currentColor"
      aria-hidden="true"
    >
      {shapes[tone]}
    </svg>
  );
}
