import { describe, expect, it } from 'vitest';
import { inBatches } from '../../../app/scan/candidates.ts';
import { ChunkSize } from '../../../app/scan/chunk-size.ts';

/** The sizes of the chunks at a server that needs so long for a message. */
const sizesAt = (msPerMessage: number, count: number, chunks = new ChunkSize()): number[] =>
  Array.from({ length: count }, () => {
    const { size } = chunks;
    chunks.adapt(size, size * msPerMessage);
    return size;
  });

describe('the size of a chunk', () => {
  it('begins small, so that findings appear soon, and settles at about a second', () => {
    const sizes = sizesAt(1, 8);
    expect(sizes[0]).toBe(100);
    expect(sizes.at(-1)).toBe(1000);
  });

  it('has bounds on both sides', () => {
    expect(sizesAt(0, 12).at(-1)).toBe(8000);
    expect(sizesAt(60_000, 5).at(-1)).toBe(50);
  });

  it('grows over a long line, where asking for less would not be quicker', () => {
    const chunks = new ChunkSize();
    for (let count = 0; count < 12; count += 1) chunks.adapt(chunks.size, 1200 + chunks.size);
    // Of each chunk's time the round trips take a quarter or so.
    expect(chunks.size).toBeGreaterThan(3000);
    expect(chunks.size).toBeLessThan(5500);
  });

  it('falls at trouble down to one message, and comes back by doubling', () => {
    const chunks = new ChunkSize();
    for (let time = 0; time < 4; time += 1) chunks.shrink(8);
    expect(sizesAt(1, 5, chunks)).toEqual([1, 2, 4, 8, 16]);
  });

  it('takes the short last chunk of a folder for no slow server', () => {
    const chunks = new ChunkSize();
    chunks.adapt(3, 20);
    expect(chunks.size).toBe(100);
    chunks.adapt(3, 8000);
    expect(chunks.size).toBe(50);
  });
});

describe('a batch of candidates', () => {
  const candidate = (uid: number, size: number) => ({ uid, size, receivedAt: 0 });
  const lengths = (sizes: readonly number[]) =>
    inBatches(sizes.map((size, uid) => candidate(uid, size))).map(({ length }) => length);

  it('is bounded by bytes, where a message counts no more than is fetched of it', () => {
    expect(lengths([])).toEqual([]);
    expect(lengths([10, 20])).toEqual([2]);
    // A 10 GB message is fetched to 256 KiB: sixteen of those make four megabytes.
    expect(lengths(Array.from({ length: 20 }, () => 10 * 1024 ** 3))).toEqual([16, 4]);
  });

  it('is bounded by count for a server that says that its messages weigh nothing', () => {
    expect(lengths(Array.from({ length: 130 }, () => 0))).toEqual([64, 64, 2]);
  });
});
