import { useTranslation } from 'react-i18next';
import type { Problem } from '../../app/result.ts';
import type { ConnectStep } from '../../app/api/contract.ts';
import { likely, likelyGroup } from '../../app/text/likely.ts';
import type { Whose } from '../client.ts';
import { LoginCauses } from './login-causes.tsx';

/** What a connection that failed may mean, most likely first; nothing where there is no list for it. */
export function LikelyCauses({
  problem,
  failedAt = null,
  whose,
}: {
  readonly problem: Problem;
  /** Where it failed, if that is known. */
  readonly failedAt?: ConnectStep['name'] | null;
  readonly whose: Whose;
}) {
  const { t } = useTranslation();
  if (problem.code === 'login-refused') return <LoginCauses whose={whose} />;
  const group = likelyGroup(problem, failedAt);
  if (group === null) return null;
  return (
    <div className="sw-causes">
      <p className="sw-causes-title">{t('connection:likelyTitle')}</p>
      <ol>
        {likely[group].map((key) => (
          <li key={key}>{t(`connection:likely.${group}.${key}`)}</li>
        ))}
      </ol>
    </div>
  );
}
