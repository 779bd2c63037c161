import { describe, expect, it } from 'vitest';
import { allHandlers } from '../../../../app/api/handlers/all.ts';
import type { PasswordState } from '../../../../app/api/contract.ts';
import { passwordStateSchema } from '../../../../app/api/contract.ts';
import type { GuideEvent } from '../../../../app/password/guide/events.ts';
import { failed, ok, type Result } from '../../../../app/result.ts';
import { openSample } from '../../../../app/mailbox/sample/index.ts';
import type { Mailbox } from '../../../../app/mailbox/mailbox.ts';
import { now, testContext } from '../context.ts';

const accountId = 1;
const minute = 60_000;

/** An account with a password in use, and a server whose answer to the next login the test sets. */
async function prepare() {
  let time = now.getTime();
  let answer: Result<Mailbox> | Promise<Result<Mailbox>> = ok(openSample(now));
  const context = await testContext({ clock: () => new Date(time) }, () => Promise.resolve(answer));
  const handlers = allHandlers(context);
  context.store.value.accounts.save({
    address: 'owner@example.com',
    host: 'imap.qiye.aliyun.com',
    port: 993,
    sample: false,
    ca: null,
  });
  context.passwords.hold(accountId, 'Old-Horse-7');
  const value = (state: Result<PasswordState>): PasswordState => {
    if (!state.ok) throw new Error(state.problem.code);
    return passwordStateSchema.parse(state.value);
  };
  const send = async (event: GuideEvent) =>
    value(await handlers['password:guide']({ accountId, event }));
  return {
    context,
    handlers,
    send,
    wait: (ms: number) => (time += ms),
    server: (next: typeof answer): void => {
      answer = next;
    },
    state: async () => value(await handlers['password:state']({ accountId })),
    attempt: async (password: string) =>
      value(await handlers['password:try']({ accountId, password, remember: false })),
    async toVerify() {
      await send({ type: 'start' });
      await send({ type: 'choose-changer', changer: 'owner' });
      await send({ type: 'next', from: 'who' });
      await send({ type: 'choose-kind', kind: 'account-password' });
      await send({ type: 'next', from: 'kind' });
      await send({ type: 'next', from: 'pause' });
      await send({ type: 'next', from: 'choose' });
      return send({ type: 'changed' });
    },
  };
}

const refusedWith = (words: string) => failed('login-refused', 'imap.qiye.aliyun.com', words);

describe('a guided change', () => {
  it('knows the right site, and forgets the old password once it was changed', async () => {
    const { toVerify, state } = await prepare();
    expect(await state()).toMatchObject({ site: 'china', held: true, guide: null, changes: [] });
    expect(await toVerify()).toMatchObject({ held: false, guide: { step: 'verify' } });
  });

  it('is proven with exactly one login and recorded with the time of the change', async () => {
    const { toVerify, wait, attempt, context, send } = await prepare();
    await toVerify();
    wait(5 * minute);
    const state = await attempt('New-Horse-8');
    expect(context.logins).toHaveLength(1);
    expect(context.logins[0]).toMatchObject({ user: 'owner@example.com', password: 'New-Horse-8' });
    expect(state).toMatchObject({
      held: true,
      changes: [now.getTime()],
      guide: { step: 'update' },
    });
    expect(context.passwords.of(accountId)).toBe('New-Horse-8');
    await send({ type: 'next', from: 'update' });
    await send({ type: 'next', from: 'review' });
    const end = await send({ type: 'next', from: 'resume' });
    expect(end).toMatchObject({
      changes: [now.getTime()],
      guide: { step: 'done', finishedAt: now.getTime() + 5 * minute },
    });
  });

  it('takes a double click on "try" for one login', async () => {
    const { toVerify, handlers, context } = await prepare();
    await toVerify();
    const argument = { accountId, password: 'New-Horse-8', remember: false };
    await Promise.all([handlers['password:try'](argument), handlers['password:try'](argument)]);
    expect(context.logins).toHaveLength(1);
  });

  it('does not try the old password again when it is typed as the new one', async () => {
    const { toVerify, attempt, context } = await prepare();
    await toVerify();
    const state = await attempt('Old-Horse-7');
    expect(context.logins).toEqual([]);
    expect(state.guide).toMatchObject({ step: 'verify', lastTry: { outcome: 'same-as-before' } });
  });

  it('shows a refusal in the server’s words and keeps no password of it', async () => {
    const { toVerify, attempt, server, context } = await prepare();
    await toVerify();
    server(refusedWith('LOGIN failed'));
    const state = await attempt('New-Horse-8');
    expect(state).toMatchObject({
      held: false,
      changes: [],
      guide: { step: 'verify', lastTry: { outcome: 'refused', words: 'LOGIN failed' } },
    });
    expect(context.passwords.of(accountId)).toBeNull();
  });

  it('waits out a lockout: no login goes to the server before the hour is over', async () => {
    const { toVerify, attempt, server, context, wait } = await prepare();
    await toVerify();
    server(refusedWith('The account is locked'));
    const locked = await attempt('New-Horse-8');
    expect(locked.guide?.lockedUntil).toBe(now.getTime() + 60 * minute);
    server(ok(openSample(now)));
    wait(59 * minute);
    await attempt('New-Horse-8');
    expect(context.logins).toHaveLength(1);
    wait(minute);
    expect((await attempt('New-Horse-8')).guide?.step).toBe('update');
    expect(context.logins).toHaveLength(2);
  });

  it('tells a lost network from a refusal', async () => {
    const { toVerify, attempt, server } = await prepare();
    await toVerify();
    server(failed('network-unreachable', 'imap.qiye.aliyun.com'));
    expect((await attempt('New-Horse-8')).guide).toMatchObject({
      lastTry: { outcome: 'unreachable' },
      refusals: [],
      lockedUntil: null,
    });
  });

  it('tries nothing outside the steps that ask for it, nor with the sample', async () => {
    const { attempt, send, context } = await prepare();
    expect((await attempt('New-Horse-8')).guide).toBeNull();
    await send({ type: 'start' });
    expect((await attempt('New-Horse-8')).guide?.step).toBe('who');
    expect(context.logins).toEqual([]);
  });

  it('records the change once on the owner’s word, and never twice', async () => {
    const { toVerify, send, attempt } = await prepare();
    await toVerify();
    expect((await send({ type: 'works-in-webmail' })).changes).toHaveLength(1);
    expect((await attempt('ABCDEFGH12345678')).changes).toHaveLength(1);
  });

  it('that is left keeps what was proven', async () => {
    const { toVerify, attempt, send } = await prepare();
    await toVerify();
    await attempt('New-Horse-8');
    expect(await send({ type: 'leave' })).toMatchObject({ guide: null, changes: [now.getTime()] });
  });

  it('survives damage to what was stored: it begins anew', async () => {
    const { context, state, send } = await prepare();
    context.store.value.passwordGuides.save(accountId, '{"step":', 0);
    expect((await state()).guide).toBeNull();
    expect((await send({ type: 'start' })).guide?.step).toBe('who');
  });

  it('keeps nothing of an account that was removed during the login', async () => {
    const { toVerify, server, context, handlers } = await prepare();
    await toVerify();
    let arrive: (answer: Result<Mailbox>) => void = () => undefined;
    server(
      new Promise((resolve) => {
        arrive = resolve;
      }),
    );
    const trial = handlers['password:try']({ accountId, password: 'New-Horse-8', remember: true });
    await expect.poll(() => context.logins.length).toBe(1);
    context.store.value.accounts.remove(accountId);
    arrive(ok(openSample(now)));
    expect(await trial).toMatchObject({ ok: true, value: { held: false, changes: [] } });
    expect(context.passwords.of(accountId)).toBeNull();
  });

  it('of an account that was removed meanwhile is gone', async () => {
    const { handlers, toVerify } = await prepare();
    await toVerify();
    await handlers['account:remove']({ accountId });
    expect(await handlers['password:state']({ accountId })).toMatchObject({ ok: false });
  });
});

describe('beside the guide', () => {
  it('the verdict on the password in use is kept, and the newest counts', async () => {
    const { handlers, wait, state } = await prepare();
    await handlers['password:checked']({ accountId, compliant: true, score: 4 });
    wait(minute);
    await handlers['password:checked']({ accountId, compliant: false, score: 1 });
    expect((await state()).lastCheck).toEqual({
      at: now.getTime() + minute,
      compliant: false,
      score: 1,
    });
  });

  it('a change that the owner enters never lies ahead, is one of its kind, and can be taken back', async () => {
    const { handlers, state } = await prepare();
    const at = now.getTime() + 10 * minute;
    await handlers['password:add-change']({ accountId, at });
    await handlers['password:add-change']({ accountId, at });
    expect((await state()).changes).toEqual([now.getTime()]);
    await handlers['password:remove-change']({ accountId, at: now.getTime() });
    expect((await state()).changes).toEqual([]);
  });

  it('a rotation runs out months after the last change', async () => {
    const { handlers, state } = await prepare();
    await handlers['password:rotation']({ accountId, months: 3 });
    expect((await state()).rotation).toEqual({ months: 3, dueAt: null });
    await handlers['password:add-change']({ accountId, at: now.getTime() });
    expect((await state()).rotation?.dueAt).toBe(Date.parse('2026-06-02T08:00:00Z'));
    await handlers['password:rotation']({ accountId, months: null });
    expect((await state()).rotation).toBeNull();
  });

  it('without a keyring nothing is remembered, and the reason is told', async () => {
    const { handlers, state } = await prepare();
    await handlers['password:remember']({ accountId, on: true });
    expect((await state()).remember).toEqual({ state: 'none', problem: 'no-keyring' });
  });
});
