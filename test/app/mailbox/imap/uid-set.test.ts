import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toChunks } from '../../../../app/mailbox/imap/uid-set.ts';

const expand = (set: string): number[] =>
  set.split(',').flatMap((part) => {
    const [low = 0, high = low] = part.split(':').map(Number);
    return Array.from({ length: high - low + 1 }, (_, index) => low + index);
  });

describe('toChunks', () => {
  it('writes runs as ranges, in order and once', () => {
    expect(toChunks([9, 3, 1, 2, 9, 12]).map((chunk) => chunk.set)).toEqual(['1:3,9,12']);
    expect(toChunks([])).toEqual([]);
  });

  it('cuts what one command should not carry', () => {
    const scattered = Array.from({ length: 5_000 }, (_, index) => 4_000_000_000 + index * 7);
    const chunks = toChunks(scattered);
    for (const { set } of chunks) expect(set.length).toBeLessThanOrEqual(7_000);
    expect(chunks.flatMap(({ set }) => expand(set))).toEqual(scattered);
    const row = Array.from({ length: 12_000 }, (_, index) => index + 1);
    expect(toChunks(row).map(({ set }) => set)).toEqual(['1:8000', '8001:12000']);
  });

  it('names exactly what it was given', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 5_000 }), { maxLength: 4_000 }), (uids) => {
        const expected = [...new Set(uids)].sort((a, b) => a - b);
        const chunks = toChunks(uids);
        expect(chunks.flatMap(({ set }) => expand(set))).toEqual(expected);
        for (const { set, uids: members } of chunks) expect([...members]).toEqual(expand(set));
      }),
      { numRuns: 30 },
    );
  });
});
