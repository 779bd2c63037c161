import type { i18n } from 'i18next';
import type { Failure, Notice } from '../../bounce/notice.ts';
import type { NoticeRow as ListedNotice } from '../../store/notice-list.ts';
import type { StoredNotice } from '../../store/notices.ts';
import { summarise } from '../../text/summary.ts';
import type { Explained, NoticeDetail, NoticeRow } from '../contract.ts';
import { clip } from './clip.ts';

const mostFailures = 1000;
const shownRecipients = 5;

/** One line of the table: what its first throttled recipient says, else its first recipient. */
export function toNoticeRow({ id, at, notice }: ListedNotice): NoticeRow {
  const shown = decidingFailure(notice);
  const recipients = notice.failures.flatMap(({ recipient }) => recipient ?? []);
  return {
    id,
    at,
    recipients: recipients.slice(0, shownRecipients).map((each) => clip(each, 320)),
    recipientCount: notice.failures.length,
    category: shown?.category ?? null,
    action: shown?.action ?? null,
    confidence: shown?.confidence ?? null,
    replyCode: shown?.replyCode ?? null,
    stage: shown?.throttle?.stage ?? null,
    connectionIp: clip(shown?.throttle?.connectionIp ?? null, 45),
    subject: clip(notice.original.subject, 1000),
    unreadable: notice.unreadable,
  };
}

function decidingFailure({ failures }: Notice): Failure | undefined {
  return failures.find(({ category }) => category === 'throttle') ?? failures[0];
}

export function toNoticeDetail(stored: StoredNotice, text: i18n): NoticeDetail {
  const { id, folder, uid, expunged, importedFrom, notice } = stored;
  return {
    id,
    // What was imported lies in no folder of the mailbox.
    folder: importedFrom === null ? clip(folder, 1000) : '',
    uid,
    expunged,
    importedFrom: clip(importedFrom, 1000),
    ...toVerdict(notice, text),
  };
}

/** A notice of a mail file, a log or pasted text. */
export const toExplained = (source: string, notice: Notice, text: i18n): Explained => ({
  source: clip(source, 4096),
  expunged: false,
  importedFrom: null,
  ...toVerdict(notice, text),
});

function toVerdict(notice: Notice, text: i18n) {
  const { original } = notice;
  return {
    isBounce: notice.isBounce,
    bouncedAt: clip(notice.bouncedAt, 40),
    unreadable: notice.unreadable,
    reportingMta: clip(notice.reportingMta, 253),
    summary: clip(summarise(notice, text), 2000),
    original: {
      messageId: clip(original.messageId, 1000),
      subject: clip(original.subject, 1000),
      from: clip(original.from, 320),
      sentAt: clip(original.sentAt, 40),
      program: clip(original.program, 1000),
    },
    failures: notice.failures.slice(0, mostFailures).map(toFailure),
  };
}

function toFailure(failure: Failure): NoticeDetail['failures'][number] {
  const { throttle } = failure;
  return {
    ...failure,
    recipient: clip(failure.recipient, 320),
    enhancedStatus: clip(failure.enhancedStatus, 20),
    remoteMta: clip(failure.remoteMta, 253),
    diagnostic: clip(failure.diagnostic, 4000),
    throttle: throttle && {
      ...throttle,
      connectionIp: clip(throttle.connectionIp, 45),
      tag: clip(throttle.tag, 200),
      node: clip(throttle.node, 200),
    },
  };
}
