import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconMailDown } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../../app/result.ts';
import { client } from '../../client.ts';
import { ProblemBox } from '../../components/problem-box.tsx';

/** Fetches the message anew and saves it; why that failed is said in place. */
export function SaveNotice({ noticeId }: { readonly noticeId: number }) {
  const { t } = useTranslation();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const save = async () => {
    setBusy(true);
    setProblem(null);
    const answer = await client.saveNotice(noticeId);
    setBusy(false);
    if (!answer.ok) setProblem(answer.problem);
    else if (answer.value !== null)
      notifications.show({
        message: t('export.saved', { name: answer.value }),
        closeButtonProps: { 'aria-label': t('app.close') },
      });
  };
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconMailDown size={16} stroke={1.6} aria-hidden />}
        title={t('saving.emlTip')}
        loading={busy}
        onClick={() => void save()}
      >
        {t('saving.eml')}
      </Button>
      {problem !== null && (
        <div className="sw-notice-problem">
          <ProblemBox problem={problem} />
        </div>
      )}
    </>
  );
}
