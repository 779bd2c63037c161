import { readFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { allHandlers } from '../../../app/api/handlers/all.ts';
import { connectImap } from '../../../app/mailbox/imap/connect.ts';
import { standing } from '../../../app/scan/overview.ts';
import { testContext, type TestContext } from '../../app/api/context.ts';
import { ordinary, throttleNotice } from '../../app/scan/mails.ts';
import { startDovecot, type Dovecot } from '../../servers/dovecot.ts';
import {
  assertReadOnly,
  linesOf,
  refuseLogin,
  startProxy,
  type Proxy,
} from '../../servers/proxy.ts';

const address = 'owner@example.com';
const password = 'Correct-Horse-7';

let dovecot: Dovecot;
let proxy: Proxy;
let context: TestContext;
let number = 0;

beforeAll(async () => {
  dovecot = await startDovecot({ users: { [address]: password } });
});
afterAll(() => dovecot.stop());

beforeEach(async () => {
  proxy = await startProxy({ backend: dovecot });
  context = await testContext({
    connect: (options) => connectImap({ ...options, timeouts: { close: 300 } }),
    clock: () => new Date(),
    chooseCa: () => Promise.resolve({ name: 'ca', pem: readFileSync(dovecot.caFile, 'utf8') }),
  });
});
afterEach(async () => {
  await context.watches.stopAll();
  assertReadOnly(proxy.record);
  expect(context.bugs).toEqual([]);
  await proxy.stop();
});

const status = () => context.watches.status(1);
const becomes = (state: string) =>
  vi.waitFor(() => expect(status().state).toBe(state), { timeout: 30_000, interval: 50 });
const found = () =>
  standing(context.store.value, 1, { now: Date.now(), since: null, offsetAt: () => 0 }).totals
    .throttled;
const finds = (count: number) =>
  vi.waitFor(() => expect(found()).toBe(count), { timeout: 20_000, interval: 50 });

function deliver(folder = 'INBOX'): void {
  const date = new Date();
  dovecot.deliver(address, folder, [
    { raw: ordinary(++number, date).raw, date },
    { raw: throttleNotice(++number, date).raw, date },
  ]);
}

async function watch(): Promise<number> {
  const handlers = allHandlers(context);
  await handlers['ca:choose'](undefined);
  const login = { address, password, host: 'localhost', port: proxy.port, useChosenCa: true };
  expect(await handlers['scan:connect'](login)).toMatchObject({ ok: true });
  await vi.waitFor(() => expect(context.scans.isRunning(1)).toBe(false), 20_000);
  expect(context.scans.status(1)).toMatchObject({ phase: 'done' });
  expect(await handlers['watch:set']({ accountId: 1, on: true })).toMatchObject({ ok: true });
  await becomes('watching');
  return found();
}

describe('a watched mailbox', () => {
  it('gives a notice within seconds of its arrival, over one connection and read-only', async () => {
    const before = await watch();
    expect(status()).toMatchObject({ instant: true, problem: null });
    const connections = proxy.record.connections;
    const arrived = Date.now();
    deliver();
    await finds(before + 1);
    expect(Date.now() - arrived).toBeLessThan(15_000);
    await becomes('watching');
    deliver();
    await finds(before + 2);
    expect(status()).toMatchObject({ read: 4, notices: 2 });
    expect(proxy.record.connections).toBe(connections);
    expect(linesOf(proxy.record, 'IDLE').length).toBeGreaterThanOrEqual(2);
    expect(linesOf(proxy.record, 'DONE').length).toBeGreaterThanOrEqual(2);
    expect(linesOf(proxy.record, 'SELECT')).toEqual([]);
  });

  it('reads the other folders too when everything is looked at', async () => {
    const before = await watch();
    deliver('垃圾邮件');
    context.watches.lookNow(1);
    await finds(before + 1);
  });

  it('is watched again after the server restarted, and nothing that came meanwhile is missed', async () => {
    const before = await watch();
    proxy.dropConnections();
    await becomes('waiting');
    expect(status()).toMatchObject({ problem: { code: 'connection-closed' } });
    deliver();
    await finds(before + 1);
    await becomes('watching');
    expect(status().problem).toBeNull();
  });

  it('is left alone once the password is refused', async () => {
    await watch();
    proxy.setFaults([refuseLogin('LOGIN failed')]);
    proxy.dropConnections();
    await becomes('waiting');
    context.watches.lookNow(1);
    await becomes('stopped');
    expect(status()).toMatchObject({ problem: { code: 'login-refused', detail: 'LOGIN failed' } });
    const logins = linesOf(proxy.record, 'LOGIN').length;
    context.watches.lookNow(1);
    context.watches.wake();
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    expect(linesOf(proxy.record, 'LOGIN').length).toBe(logins);
    expect(context.passwords.has(1)).toBe(false);
  });

  it('is asked where the server offers IDLE and then does not take it', async () => {
    proxy.setFaults([{ kind: 'reply', at: 'IDLE', status: 'BAD', text: 'invalid command' }]);
    const before = await watch();
    deliver();
    context.watches.lookNow(1);
    await finds(before + 1);
    await becomes('watching');
    await vi.waitFor(() => expect(status().instant).toBe(false), 10_000);
    expect(linesOf(proxy.record, 'NOOP').length).toBeGreaterThan(0);
  });

  it('is let go at once when the watch is switched off, with a goodbye', async () => {
    await watch();
    const started = Date.now();
    await context.watches.stop(1);
    expect(Date.now() - started).toBeLessThan(3_000);
    expect(linesOf(proxy.record, 'DONE').length).toBe(1);
    expect(linesOf(proxy.record, 'LOGOUT').length).toBeGreaterThanOrEqual(1);
  });

  it('is connected to anew after sleep', async () => {
    const before = await watch();
    const connections = proxy.record.connections;
    deliver();
    context.watches.wake();
    await finds(before + 1);
    expect(proxy.record.connections).toBe(connections + 1);
  });
});
