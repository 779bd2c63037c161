import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { markSigns } from '../../renderer/screens/notices/mark.ts';

const marked = (text: string, throttle = true) =>
  markSigns(text, throttle)
    .filter((piece) => piece.marked)
    .map((piece) => piece.text);

describe('marked signs', () => {
  test('the reply, Alibaba’s tag and its phrase', () => {
    expect(
      marked('554 5.7.1 Reject by behaviour spamANTISPAM_BAT[1, a]: much too frequently sending'),
    ).toEqual([
      '554 5.7.1',
      'Reject by behaviour spam',
      'ANTISPAM_BAT',
      'much too frequently sending',
    ]);
  });

  test('another verdict marks its reply only', () => {
    expect(marked('550 no such user, too frequently sending', false)).toEqual(['550']);
  });

  test('joined again the pieces are the whole text', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), fc.boolean(), (text, throttle) => {
        const pieces = markSigns(text, throttle);
        expect(pieces.map((piece) => piece.text).join('')).toBe(text);
      }),
    );
  });
});
