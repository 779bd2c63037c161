import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ImapNews } from '../../../../app/mailbox/imap/news.ts';
import { refuse, ScriptedSession, type Reply } from './scripted.ts';

const minute = 60_000;
const exists = (count: number): NonNullable<Reply['lines']>[number] => [
  'EXISTS',
  { command: String(count) },
];
const lost: Reply = {
  end: {
    kind: 'lost',
    problem: { code: 'connection-closed', subject: 'imap.example.com', detail: null },
  },
};

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

async function wait(
  session: ScriptedSession,
  { news = new ImapNews(session), messages = 5, signal = new AbortController().signal } = {},
) {
  const waiting = news.wait(messages, 4 * minute, signal);
  await vi.advanceTimersByTimeAsync(4 * minute);
  return waiting;
}

describe('news by IDLE', () => {
  it('end the wait as soon as the folder holds more', async () => {
    const session = new ScriptedSession(() => ({ lines: [exists(6)] }), ['IDLE']);
    const waiting = new ImapNews(session).wait(5, 4 * minute, new AbortController().signal);
    await vi.advanceTimersByTimeAsync(0);
    expect(await waiting).toEqual({ ok: true, value: 'news' });
    expect(session.commands).toEqual(['IDLE', 'DONE']);
    expect(vi.getTimerCount()).toBe(0);
  });

  it.each([
    ['the same number again', [exists(5)]],
    ['fewer', [exists(3)]],
    ['nonsense', [exists(-1), ['EXISTS', { command: 'many' }] as const]],
    ['nothing', []],
  ])('are none when the server tells %s', async (_what, lines) => {
    const session = new ScriptedSession(() => ({ lines }), ['IDLE']);
    expect(await wait(session)).toEqual({ ok: true, value: 'quiet' });
  });

  it('count what was removed meanwhile', async () => {
    const gone = ['EXPUNGE', { command: '1' }] as const;
    const session = new ScriptedSession(() => ({ lines: [gone, exists(5)] }), ['IDLE']);
    expect(await wait(session)).toEqual({ ok: true, value: 'news' });
  });

  it('end with the signal, and with the connection', async () => {
    const end = new AbortController();
    const session = new ScriptedSession(() => ({}), ['IDLE']);
    const waiting = new ImapNews(session).wait(5, 4 * minute, end.signal);
    end.abort();
    await vi.advanceTimersByTimeAsync(0);
    expect(await waiting).toEqual({ ok: true, value: 'quiet' });
    const broken = new ScriptedSession(() => lost, ['IDLE']);
    expect(await wait(broken)).toMatchObject({ problem: { code: 'connection-closed' } });
  });
});

describe('news by asking', () => {
  it('are asked for at the end of the wait, without IDLE', async () => {
    const session = new ScriptedSession(() => ({ lines: [exists(6)] }));
    const news = new ImapNews(session);
    expect(news.instant).toBe(false);
    expect(await wait(session, { news })).toEqual({ ok: true, value: 'news' });
    expect(session.commands).toEqual(['NOOP']);
  });

  it('take over for good where IDLE is offered and refused', async () => {
    const session = new ScriptedSession(
      (command) => (command === 'IDLE' ? refuse() : {}),
      ['IDLE'],
    );
    const news = new ImapNews(session);
    expect(news.instant).toBe(true);
    expect(await wait(session, { news })).toEqual({ ok: true, value: 'quiet' });
    expect(await wait(session, { news })).toEqual({ ok: true, value: 'quiet' });
    expect(session.commands).toEqual(['IDLE', 'NOOP', 'NOOP']);
    expect(news.instant).toBe(false);
  });
});
