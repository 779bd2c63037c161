import { Drawer, Skeleton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ProblemBox } from '../../components/problem-box.tsx';
import { client } from '../../client.ts';
import { useAnswer } from '../../use-answer.ts';
import { NoticeBody } from './notice-body.tsx';
import './notice-drawer.css';

export function NoticeDrawer({
  noticeId,
  onClose,
}: {
  readonly noticeId: number | null;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  return (
    <Drawer
      opened={noticeId !== null}
      onClose={onClose}
      position="right"
      size="min(34rem, 100vw)"
      title={t('drawer.title')}
      closeButtonProps={{ 'aria-label': t('app.close') }}
      overlayProps={{ backgroundOpacity: 0.25 }}
    >
      {noticeId !== null && <Content key={noticeId} noticeId={noticeId} />}
    </Drawer>
  );
}

function Content({ noticeId }: { readonly noticeId: number }) {
  const { t } = useTranslation();
  const { value, problem } = useAnswer(String(noticeId), () => client.notice(noticeId));
  if (problem !== null) return <ProblemBox problem={problem} />;
  if (value !== null) return <NoticeBody notice={value} />;
  return (
    <div className="sw-notice" role="status" aria-label={t('app.loading')}>
      <Skeleton height={44} />
      <Skeleton height={96} />
      <Skeleton height={320} />
    </div>
  );
}
