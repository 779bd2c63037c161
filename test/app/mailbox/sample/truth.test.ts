import { describe, expect, it } from 'vitest';
import { type Failure, type Notice, readNotice } from '../../../../app/bounce/index.ts';
import { openSample, sampleTruth } from '../../../../app/mailbox/sample/index.ts';

const now = new Date('2026-03-20T15:00:00Z');

async function readFolder(path: string): Promise<Notice[]> {
  const opened = await openSample(now).openFolder(path);
  if (!opened.ok) throw new Error(opened.problem.code);
  const uids = Array.from({ length: opened.value.messages }, (_, index) => index + 1);
  const fetched = await opened.value.fetchMessages(uids, 1_000_000);
  return fetched.ok ? [...fetched.value.values()].map((raw) => readNotice(raw)) : [];
}

const throttles = (notices: readonly Notice[]): Failure[] =>
  notices
    .flatMap(({ failures }) => failures)
    .filter(({ category, confidence }) => category === 'throttle' && confidence === 'certain');

/** What the sample says it holds, and what the reader of bounce notices finds in its bytes. */
describe('the sample and the reader of notices', () => {
  it('agree on every notice, every rejection and every episode', async () => {
    const truth = sampleTruth(now);
    const notices = (await readFolder('INBOX')).filter(({ isBounce }) => isBounce);
    expect(notices).toHaveLength(truth.notices);
    expect(throttles(notices)).toHaveLength(truth.throttled);
    for (const episode of truth.episodes) {
      const within = notices.filter(({ bouncedAt }) => {
        const at = Date.parse(bouncedAt ?? '');
        return at >= episode.startedAt.getTime() && at <= episode.endedAt.getTime();
      });
      const permanent = throttles(within).map(({ throttle }) => throttle?.permanent);
      expect(permanent.filter((value) => value === true)).toHaveLength(episode.permanent);
      expect(permanent.filter((value) => value === false)).toHaveLength(episode.transient);
    }
  });

  it('agree that all of it is the own account being limited', async () => {
    const found = throttles(await readFolder('INBOX'));
    expect(new Set(found.map(({ throttle }) => throttle?.direction))).toEqual(
      new Set(['own-account']),
    );
    expect(new Set(found.map(({ throttle }) => throttle?.phrase))).toEqual(
      new Set(['too-frequently', 'much-too-frequently', 'currently-unexpected']),
    );
  });

  it('find other bounces of many kinds, and none in Sent', async () => {
    const found = (await readFolder('INBOX')).flatMap(({ failures }) => failures);
    const kinds = new Set(found.map(({ category }) => category));
    for (const kind of ['user-unknown', 'mailbox-full', 'spam-content', 'policy'] as const)
      expect(kinds).toContain(kind);
    expect(kinds).toContain('volume-quota');
    expect(kinds).toContain('other-rate-limit');
    expect((await readFolder('已发送')).some(({ isBounce }) => isBounce)).toBe(false);
  });
});
