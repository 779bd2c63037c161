import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../app/result.ts';
import { LoginCauses } from './login-causes.tsx';
import { ProblemBox } from './problem-box.tsx';

/** Why the last scan did not start or ended early; a refused login also offers the way back in. */
export function ScanProblem({
  problem,
  onSignIn,
}: {
  readonly problem: Problem;
  readonly onSignIn: () => void;
}) {
  const { t } = useTranslation();
  return (
    <ProblemBox problem={problem}>
      {problem.code === 'login-refused' && (
        <>
          <LoginCauses />
          <div>
            <Button variant="default" onClick={onSignIn}>
              {t('scan.signIn')}
            </Button>
          </div>
        </>
      )}
    </ProblemBox>
  );
}
