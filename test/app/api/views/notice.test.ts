import { describe, expect, it } from 'vitest';
import { noticeDetailSchema, noticeRowSchema } from '../../../../app/api/contract.ts';
import { toNoticeDetail, toNoticeRow } from '../../../../app/api/views/notice.ts';
import { noOriginal, type Failure, type Notice } from '../../../../app/bounce/notice.ts';
import { createText } from '../../../../app/text/text.ts';

const long = 'x'.repeat(100_000);
const failure = (category: Failure['category'], recipient: string): Failure => ({
  recipient,
  action: 'failed',
  category,
  confidence: 'certain',
  replyCode: 554,
  enhancedStatus: long,
  remoteMta: long,
  diagnostic: long,
  throttle:
    category === 'throttle'
      ? {
          phrase: 'too-frequently',
          permanent: true,
          stage: 'rcpt',
          connectionIp: long,
          tag: long,
          node: long,
          direction: 'unknown',
        }
      : null,
});
const notice = (failures: readonly Failure[]): Notice => ({
  isBounce: true,
  forwarded: false,
  bouncedAt: '2026-03-02T08:14:05+08:00',
  unreadable: null,
  reportingMta: long,
  original: { ...noOriginal, messageId: long, subject: long, from: long, program: long },
  failures,
});

describe('a notice made to break a screen', () => {
  const many = Array.from({ length: 3000 }, (_, index) => failure('other', `${index}${long}`));

  it('fits the contract as a row and in full', () => {
    const stored = { id: 1, at: 0, expunged: false, notice: notice(many) };
    expect(noticeRowSchema.safeParse(toNoticeRow(stored)).error).toBeUndefined();
    const detail = toNoticeDetail(
      { ...stored, folder: long, uid: 1, messageKey: '', importedFrom: null },
      createText('en'),
    );
    expect(noticeDetailSchema.safeParse(detail).error).toBeUndefined();
    expect(toNoticeRow(stored).recipientCount).toBe(3000);
  });
});

describe('a row', () => {
  it('says what the throttled recipient among others says', () => {
    const failures = [
      failure('user-unknown', 'a@example.com'),
      failure('throttle', 'b@example.com'),
    ];
    const row = toNoticeRow({ id: 1, at: 0, notice: notice(failures) });
    expect(row).toMatchObject({
      category: 'throttle',
      stage: 'rcpt',
      recipients: ['a@example.com', 'b@example.com'],
      recipientCount: 2,
    });
  });

  it('of a message that could not be read has no verdict', () => {
    const row = toNoticeRow({
      id: 1,
      at: 0,
      notice: { ...notice([]), isBounce: false, unreadable: 'not-mail' },
    });
    expect(row).toMatchObject({ category: null, replyCode: null, unreadable: 'not-mail' });
  });
});
