import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Dovecot } from '../../servers/dovecot.ts';
import { assertReadOnly, startProxy, type Fault, type Proxy } from '../../servers/proxy.ts';
import { History, logins, serverTrouble, startMailbox, owner } from './mailbox.ts';

/** Cuts in each direction, spread evenly over everything that a whole scan says and hears. */
const cutsToClient = 110;
const cutsToServer = 30;
/** Of those that are mended by a new connection, or cut again and again: each is a dozen connections. */
const cutsWithReconnect = 20;
/** Connections that are cut side by side. */
const lanes = 4;

let dovecot: Dovecot;
let proxies: readonly Proxy[];
let whole: ReturnType<History['document']>;
let sessionBytes: { readonly toClient: number; readonly toServer: number };
let filesBefore: readonly string[];

beforeAll(async () => {
  dovecot = await startMailbox();
  proxies = await Promise.all(
    Array.from({ length: lanes }, () => startProxy({ backend: dovecot })),
  );
  filesBefore = dovecot.mailFiles(owner);
  const [proxy] = proxies;
  if (!proxy) throw new Error('no proxy');
  const history = await History.begin();
  expect(await history.scan(proxy)).toMatchObject({ code: null, complete: true });
  whole = history.document();
  history.end();
  sessionBytes = { toClient: proxy.record.bytesToClient, toServer: proxy.record.bytesToServer };
});

afterAll(async () => {
  await Promise.all(proxies.map((proxy) => proxy.stop()));
  await dovecot.stop();
});

/** The offsets of one direction, none at the very end: there nothing is missing any more. */
const offsets = (count: number, bytes: number): number[] =>
  Array.from({ length: count }, (_, index) => Math.floor((index * bytes) / count));

async function cutAndScanAgain(proxy: Proxy, fault: Fault, reconnects: boolean): Promise<void> {
  proxy.forget();
  proxy.setFaults([fault]);
  const history = await History.begin();
  const cut = await history.scan(proxy, {}, reconnects);
  const what = JSON.stringify({ fault, cut });
  if (cut.code !== null) expect(serverTrouble, what).toContain(cut.code);
  else expect(cut.complete, what).toBe(true);
  if (!cut.complete) expect(cut.state, what).toBe('unknown');
  if (cut.complete) expect(history.document(), what).toEqual(whole);
  proxy.setFaults([]);
  const again = await history.scan(proxy);
  expect(again, what).toMatchObject({ code: null, complete: true });
  expect(history.document(), what).toEqual(whole);
  history.end();
  assertReadOnly(proxy.record);
  expect(logins(proxy.record).refused, what).toBe(0);
}

/** Lanes take the next offset as soon as they are free. */
async function everyCut(faults: readonly Fault[], reconnects: boolean): Promise<void> {
  const queue = [...faults];
  await Promise.all(
    proxies.map(async (proxy) => {
      for (let fault = queue.shift(); fault; fault = queue.shift())
        await cutAndScanAgain(proxy, fault, reconnects);
    }),
  );
}

describe('a connection that is cut', () => {
  it('finds all there is when it is not', () => {
    expect(whole.totals).toEqual({ notices: 9, failures: 9, throttled: 9 });
    expect(whole.notices).toHaveLength(9);
    expect(whole.state).toBe('healthy');
  });

  it(`at ${cutsToClient} places of what the server says, is gone on with by the next scan`, async () => {
    const at = offsets(cutsToClient, sessionBytes.toClient);
    await everyCut(
      at.map((bytes) => ({ kind: 'close-after', bytes })),
      false,
    );
  });

  it(`at ${cutsToServer} places of what the client says, too`, async () => {
    const at = offsets(cutsToServer, sessionBytes.toServer);
    await everyCut(
      at.map((bytes) => ({ kind: 'close-after', bytes, side: 'to-server' })),
      false,
    );
  });

  it('once is mended by a new connection', async () => {
    const at = offsets(cutsWithReconnect, sessionBytes.toClient);
    await everyCut(
      at.map((bytes) => ({ kind: 'close-after', bytes, times: 1 })),
      true,
    );
  });

  it('again and again is given up in the end', async () => {
    const at = offsets(cutsWithReconnect, sessionBytes.toClient);
    await everyCut(
      at.map((bytes) => ({ kind: 'close-after', bytes })),
      true,
    );
  });

  it('leaves every message and its flags as they were', () => {
    expect(dovecot.mailFiles(owner)).toEqual(filesBefore);
  });
});
