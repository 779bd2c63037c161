import { describe, expect, it } from 'vitest';
import { mayBeNotice, readNotice, sweepFields } from '../../../app/bounce/index.ts';
import type { Failure } from '../../../app/bounce/index.ts';
import { readCorpus, sweptHeaders } from './corpus.ts';

const samples = readCorpus();
const byRecipient = (one: Partial<Failure>, other: Partial<Failure>) =>
  `${String(one.recipient)} ${String(one.action)}` <
  `${String(other.recipient)} ${String(other.action)}`
    ? -1
    : 1;

describe('every notice of the corpus', () => {
  it.each(samples)('$name', ({ raw, expected }) => {
    expect(expected).not.toBeNull();
    const notice = readNotice(raw);
    const failures = [...notice.failures].sort(byRecipient);
    expect({ ...notice, failures }).toMatchObject({
      ...expected,
      failures: [...(expected?.failures ?? [])].sort(byRecipient),
    });
  });
});

describe("the sweep's choice", () => {
  const bounces = samples.filter(({ raw }) => readNotice(raw).isBounce);

  it.each(bounces)('$name is chosen from the fetched fields alone', ({ raw }) => {
    expect(mayBeNotice(sweptHeaders(raw, sweepFields))).toBe(true);
  });

  it('refuses ordinary mail', () => {
    const ordinary =
      'From: Han <han@example.org>\r\nSubject: Lunch\r\nContent-Type: text/plain\r\n\r\n';
    expect(mayBeNotice(new TextEncoder().encode(ordinary))).toBe(false);
  });
});
