import { useTranslation } from 'react-i18next';
import type { Problem } from '../../app/result.ts';
import { hasLikely, likely } from '../../app/text/likely.ts';
import type { Whose } from '../client.ts';
import { LoginCauses } from './login-causes.tsx';

/** What a connection that failed may mean, most likely first; nothing where there is no list for it. */
export function LikelyCauses({
  problem: { code },
  whose,
}: {
  readonly problem: Problem;
  readonly whose: Whose;
}) {
  const { t } = useTranslation();
  if (code === 'login-refused') return <LoginCauses whose={whose} />;
  if (!hasLikely(code)) return null;
  return (
    <div className="sw-causes">
      <p className="sw-causes-title">{t('connection:likelyTitle')}</p>
      <ol>
        {likely[code].map((key) => (
          <li key={key}>{t(`connection:likely.${code}.${key}`)}</li>
        ))}
      </ol>
    </div>
  );
}
