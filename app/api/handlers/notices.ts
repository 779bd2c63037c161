import { ok } from '../../result.ts';
import { gone, withStore, type Context } from '../context.ts';
import type { Handlers } from '../handler.ts';
import { saveNotice } from '../save-notice.ts';
import { toNoticeDetail, toNoticeRow } from '../views/notice.ts';

export function noticeHandlers(
  context: Context,
): Pick<Handlers, 'notice:list' | 'notice:get' | 'notice:save'> {
  return {
    'notice:list': ({ accountId, filter, ...page }) =>
      withStore(context, (store) => {
        const { total, rows } = store.listNotices({ accountId, ...filter, ...page });
        return ok({ total, rows: rows.map(toNoticeRow) });
      }),
    'notice:save': ({ noticeId }) =>
      withStore(context, (store) => saveNotice(context, store, noticeId)),
    'notice:get': ({ noticeId }) =>
      withStore(context, (store) => {
        const stored = store.notices.get(noticeId);
        return stored === null ? gone() : ok(toNoticeDetail(stored, context.text));
      }),
  };
}
