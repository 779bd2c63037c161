import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../app/result.ts';
import { LikelyCauses } from './likely-causes.tsx';
import { ProblemBox } from './problem-box.tsx';

/** Why the last scan did not start or ended early; a refused login also offers the way back in. */
export function ScanProblem({
  problem,
  accountId,
  onSignIn,
}: {
  readonly problem: Problem;
  readonly accountId: number;
  readonly onSignIn: () => void;
}) {
  const { t } = useTranslation();
  return (
    <ProblemBox problem={problem}>
      <LikelyCauses problem={problem} whose={{ accountId }} />
      {(problem.code === 'login-refused' || problem.code === 'proxy-login') && (
        <div>
          <Button variant="default" onClick={onSignIn}>
            {t('scan.signIn')}
          </Button>
        </div>
      )}
    </ProblemBox>
  );
}
