import { describe, expect, it } from 'vitest';
import type { SavedFile } from '../../../../app/api/context.ts';
import { allHandlers } from '../../../../app/api/handlers/all.ts';
import { startSample } from '../../../../app/api/handlers/scan.ts';
import { readNotice } from '../../../../app/bounce/index.ts';
import { openSample } from '../../../../app/mailbox/sample/index.ts';
import { failed, ok } from '../../../../app/result.ts';
import { now, testContext } from '../context.ts';

/** The sample scanned, and what the save dialog was shown for. */
async function scanned(asLive: boolean) {
  const saved: SavedFile[] = [];
  const context = await testContext({
    saveExport: (what) => {
      saved.push(what);
      return Promise.resolve(ok(`${what.name}.${what.kind}`));
    },
  });
  const store = context.store.value;
  const handlers = allHandlers(context);
  let accountId: number;
  if (asLive) {
    const answer = await handlers['scan:connect']({
      ...{ address: 'owner@example.com', password: 'made up', host: 'imap.example.com', port: 993 },
      useChosenCa: false,
      days: null,
    });
    if (!answer.ok) throw new Error(answer.problem.code);
    ({ accountId } = answer.value);
  } else {
    const answer = startSample(context, store);
    if (!answer.ok) throw new Error(answer.problem.code);
    ({ accountId } = answer.value);
  }
  while (context.scans.isRunning(accountId)) await new Promise((go) => setTimeout(go, 10));
  const [first] = store.notices.list(accountId, null);
  if (!first) throw new Error('no notice');
  const save = (noticeId = first.id) => Promise.resolve(handlers['notice:save']({ noticeId }));
  return { context, store, accountId, first, saved, save };
}

describe('a notice saved as a mail file', () => {
  it.each([true, false])('is the very message that was read; live: %s', async (asLive) => {
    const { context, first, saved, save } = await scanned(asLive);
    const logins = context.logins.length;
    const answer = await save();
    expect(answer.ok && answer.value).toMatch(/^\d{4}-\d\d-\d\d .*\.eml$/);
    expect(context.logins.length).toBe(asLive ? logins + 1 : logins);
    const [file] = saved;
    expect(file?.kind).toBe('eml');
    expect(readNotice(file?.bytes ?? new Uint8Array())).toEqual(first.notice);
  });

  it('of the sample is found on another day too, when all of it is numbered anew', async () => {
    const { context, first, saved, save } = await scanned(false);
    Object.assign(context, { clock: () => new Date(now.getTime() + 26 * 3_600_000) });
    await save();
    const notice = readNotice(saved[0]?.bytes ?? new Uint8Array());
    expect(notice.original.messageId).toBe(first.notice.original.messageId);
  });

  it('is not another message that has its number now', async () => {
    const { context, saved, save } = await scanned(true);
    const real = openSample(now);
    Object.assign(context, {
      connect: () =>
        Promise.resolve(
          ok({
            ...real,
            openFolder: async (path: string) => {
              const opened = await real.openFolder(path);
              if (!opened.ok) return opened;
              const { value } = opened;
              return ok({
                ...value,
                fetchMessages: (uids: ArrayLike<number>) =>
                  Promise.resolve(
                    ok(
                      new Map([
                        [uids[0] ?? 0, Buffer.from('Message-ID: <other@example.com>\r\n\r\nhello')],
                      ]),
                    ),
                  ),
              });
            },
          }),
        ),
    });
    const answer = await save();
    expect(!answer.ok && answer.problem.code).toBe('message-gone');
    expect(saved).toEqual([]);
  });

  it('needs the password, and says so without trying a login', async () => {
    const { context, accountId, save } = await scanned(true);
    context.passwords.forget(accountId);
    const logins = context.logins.length;
    const answer = await save();
    expect(!answer.ok && answer.problem.code).toBe('password-needed');
    expect(context.logins.length).toBe(logins);
  });

  it('whose login is refused forgets the password: it is never tried twice', async () => {
    const { context, accountId, save } = await scanned(true);
    Object.assign(context, {
      connect: () => Promise.resolve(failed('login-refused', 'imap.example.com')),
    });
    const answer = await save();
    expect(!answer.ok && answer.problem.code).toBe('login-refused');
    expect(context.passwords.has(accountId)).toBe(false);
  });
});

it('diagnostics of a real context hold what is counted and nobody’s name', async () => {
  const { context } = await scanned(true);
  const text = await Promise.resolve(allHandlers(context)['app:diagnostics'](undefined));
  expect(text).toContain('  accounts: 1');
  expect(text).toMatch(/ {2}notices: [1-9]/);
  expect(text).not.toContain('owner');
  expect(text).not.toContain('imap.');
});
