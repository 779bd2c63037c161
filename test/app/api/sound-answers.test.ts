import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Context } from '../../../app/api/context.ts';
import { allHandlers } from '../../../app/api/handlers/all.ts';
import { soundAnswers } from '../../../app/api/sound-answers.ts';
import type { Problem, Result } from '../../../app/result.ts';
import { freshSampleAccount, scanSample } from '../../../app/scan/sample.ts';
import { openDatabase } from '../../../app/store/sqlite.ts';
import { openStore, type Store } from '../../../app/store/store.ts';
import { now, testContext } from './context.ts';

let folder: string;
let path: string;
let store: Store;
let accountId: number;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sendwell-sound-'));
  path = join(folder, 'sendwell.db');
  store = await opened();
  const account = freshSampleAccount(store);
  accountId = account.id;
  store.settings.change(accountId, { days: 30, folders: ['INBOX'] });
  store.settings.saveListed(accountId, [{ path: 'INBOX', role: 'inbox' }]);
  store.passwordHistory.addCheck(accountId, { at: now.getTime(), compliant: false, score: 1 });
  const { signal } = new AbortController();
  await scanSample({ store, account, signal, clock: () => now, onProgress: () => undefined });
});
afterEach(() => {
  store.close();
  rmSync(folder, { recursive: true });
});

async function opened(): Promise<Store> {
  const result = await openStore(path);
  if (!result.ok) throw new Error(result.problem.code);
  return result.value;
}

async function damage(sql: string): Promise<void> {
  const db = await openDatabase(path);
  db.exec(`PRAGMA ignore_check_constraints = ON; PRAGMA foreign_keys = OFF; ${sql}`);
  db.close();
}

async function world(): Promise<{ context: Context; given: Problem[] }> {
  let current: Result<Store> = { ok: true, value: store };
  const given: Problem[] = [];
  const context = await testContext();
  Object.defineProperty(context, 'store', { get: () => current });
  const giveUp = (problem: Problem): void => {
    given.push(problem);
    current = { ok: false, problem };
  };
  return {
    context: Object.assign(context, { database: { ...context.database, giveUp } }),
    given,
  };
}

describe('a database in which the disk changed a value', () => {
  const asked = { from: null, to: null, groupBy: 'nature', filter: null };
  it.each([
    ['account:list', "UPDATE account SET port = 'x'"],
    ['account:list', 'UPDATE account SET id = -1'],
    ['overview:get', 'UPDATE scan SET finished_at = 9e15'],
    ['overview:get', "UPDATE folder SET complete_since = '{'"],
    ['notice:get', "UPDATE notice SET uid = 'x'"],
    ['notice:get', `UPDATE notice SET body = '{"failures": []}'`],
    ['notice:get', "UPDATE notice SET body = 'x'"],
    ['notice:get', "UPDATE notice SET body = replace(body, 'certain', 'certaio')"],
    ['overview:get', "UPDATE scan SET report = replace(report, 'inbox', 'inbpx')"],
    ['reading:get', 'UPDATE account_settings SET days = 1.5'],
    ['reading:get', "UPDATE account_settings SET listed = '{'"],
    ['reading:get', `UPDATE account_settings SET folders = '{"a": 1}'`],
    ['reading:get', "UPDATE account_settings SET folders = '[]'"],
  ] as const)('is called damaged by %s after %s', async (channel, sql) => {
    const notice = store.listNotices({
      ...{ accountId, from: null, to: null, category: null, nature: null, direction: null },
      ...{ connectionIp: null, recipientDomain: null, program: null, text: null },
      ...{ sort: 'at', descending: true, offset: 0, limit: 1 },
    });
    const noticeId = notice.rows[0]?.id ?? 0;
    await damage(sql);
    const { context, given } = await world();
    const handlers = allHandlers(context);
    const answer = await (handlers[channel] as (argument: unknown) => unknown)({
      ...{ accountId, noticeId, episodeStartedAt: 0, ...asked },
    });
    expect(given.map(({ code }) => code)).toEqual(['store-damaged']);
    // A list has no place for a problem: the window is told by the store's own event.
    if (channel === 'account:list') expect(answer).toEqual([]);
    else expect(answer).toMatchObject({ ok: false, problem: { code: 'store-damaged' } });
  });
});

describe('a sound database', () => {
  it('has no table that is called unsound', () => {
    expect(store.unsoundTable()).toBeNull();
  });

  it('is not blamed for a bug of ours', async () => {
    const { context, given } = await world();
    const bug = new TypeError('a bug');
    const broken = soundAnswers(
      { ...allHandlers(context), 'account:list': () => Promise.reject(bug) },
      context,
    );
    await expect(Promise.resolve(broken['account:list'](undefined))).rejects.toBe(bug);
    const odd = soundAnswers(
      { ...allHandlers(context), 'account:list': () => [{ id: 'x' }] as never },
      context,
    );
    expect(() => odd['account:list'](undefined)).toThrow(/contract/);
    expect(given).toEqual([]);
  });
});
