import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TextLines } from '../../../../app/mailbox/files/text-lines.ts';

function lines(whole: Uint8Array, chunkSize = whole.byteLength): string[] {
  const reader = new TextLines();
  const found: string[] = [];
  for (let start = 0; start < whole.byteLength; start += chunkSize)
    found.push(...reader.push(whole.subarray(start, start + chunkSize)));
  return [...found, ...reader.end()];
}

describe('lines of a log', () => {
  it('takes LF and CRLF, and a last line without an end', () => {
    expect(lines(Buffer.from('a\r\nb\n\nc'))).toEqual(['a', 'b', '', 'c']);
    expect(lines(Buffer.from(''))).toEqual([]);
    expect(lines(Buffer.from('a\n'))).toEqual(['a']);
  });

  it('reads UTF-8, and GBK where that is not it', () => {
    const gbk = Buffer.from([0xcd, 0xcb, 0xd0, 0xc5, 0x0a]);
    expect(lines(Buffer.concat([Buffer.from('退信\n'), gbk]))).toEqual(['退信', '退信']);
  });

  it('cuts a line without end', () => {
    const [first, second] = lines(Buffer.from(`${'x'.repeat(200_000)}\nnext`), 10_000);
    expect(first).toBe('x'.repeat(65_536));
    expect(second).toBe('next');
  });

  it('finds the same lines however the bytes are cut', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('a', '退', '\n', '\r\n', '\r', ' ')),
        fc.integer({ min: 1, max: 5 }),
        (pieces, size) => {
          const whole = Buffer.from(pieces.join(''));
          expect(lines(whole, size)).toEqual(lines(whole));
        },
      ),
    );
  });
});
