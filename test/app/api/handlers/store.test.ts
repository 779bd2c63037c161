import { expect, it } from 'vitest';
import { channels } from '../../../../app/api/contract.ts';
import { allHandlers } from '../../../../app/api/handlers/all.ts';
import { failed, ok, type Problem } from '../../../../app/result.ts';
import { testContext } from '../context.ts';

const keptAs = '/data/sendwell.damaged-20260302T080005Z.db';

it('a fresh start ends what runs and drops passwords: account numbers begin anew', async () => {
  const context = await testContext();
  const handlers = allHandlers({
    ...context,
    database: { ...context.database, startAfresh: () => Promise.resolve(ok({ keptAs })) },
  });
  await handlers['scan:sample'](undefined);
  context.passwords.hold(1, 'made up');
  const answer = await handlers['store:start-afresh'](undefined);
  expect(answer).toEqual(ok({ keptAs }));
  expect(channels['store:start-afresh'].result.safeParse(answer).success).toBe(true);
  expect(context.scans.isRunning(1)).toBe(false);
  expect(context.scans.status(1)).toBeNull();
  expect(context.passwords.has(1)).toBe(false);
});

it('a fresh start that failed keeps the passwords', async () => {
  const context = await testContext();
  const startAfresh = () => Promise.resolve(failed('store-unwritable', '/data/sendwell.db'));
  const handlers = allHandlers({ ...context, database: { ...context.database, startAfresh } });
  context.passwords.hold(1, 'made up');
  expect(await handlers['store:start-afresh'](undefined)).toMatchObject({ ok: false });
  expect(context.passwords.has(1)).toBe(true);
});

it('damage that a question meets gives the database up', async () => {
  const given: Problem[] = [];
  const context = await testContext();
  const malformed = Object.assign(new Error('malformed'), { errcode: 11 });
  context.store.value.accounts.list = () => {
    throw malformed;
  };
  const handlers = allHandlers({
    ...context,
    database: { ...context.database, giveUp: (problem) => void given.push(problem) },
  });
  expect(await handlers['app:info'](undefined)).toMatchObject({
    storeProblem: { code: 'store-damaged' },
  });
  expect(await handlers['account:list'](undefined)).toEqual([]);
  expect(given.map(({ code }) => code)).toEqual(['store-damaged', 'store-damaged']);
});
