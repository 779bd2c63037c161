import { useState } from 'react';
import { EpisodeDrawer, type EpisodeDrawerProps } from '../episode/episode-drawer.tsx';
import { NoticeDrawer } from '../notices/notice-drawer.tsx';

/** The episode, and on top of it the notice behind one of its lines. */
export default function Drawers(props: Omit<EpisodeDrawerProps, 'onNotice'>) {
  const [noticeId, setNoticeId] = useState<number | null>(null);
  return (
    <>
      <EpisodeDrawer {...props} onNotice={setNoticeId} />
      <NoticeDrawer
        noticeId={noticeId}
        onClose={() => {
          setNoticeId(null);
        }}
      />
    </>
  );
}
