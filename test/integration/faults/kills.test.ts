import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seededRandom } from '../../fuzz/mutate.ts';
import type { Dovecot } from '../../servers/dovecot.ts';
import { assertReadOnly, startProxy, type Proxy } from '../../servers/proxy.ts';
import { dataFolder, findings, scanCommand } from './command.ts';
import { logins, owner, startMailbox } from './mailbox.ts';

const kills = 50;
/** Side by side; each has its own proxy, whose traffic says when to kill. */
const lanes = 3;
const seed = 20260302;

let dovecot: Dovecot;
let proxies: readonly Proxy[];
let whole: Record<string, unknown>;
let bytes: number;
let milliseconds: number;
let filesBefore: readonly string[];

beforeAll(async () => {
  dovecot = await startMailbox();
  filesBefore = dovecot.mailFiles(owner);
  // A little latency, so that there is time between two answers to be killed in.
  proxies = await Promise.all(
    Array.from({ length: lanes }, () => startProxy({ backend: dovecot, latencyMs: 10 })),
  );
  const [proxy] = proxies;
  if (!proxy) throw new Error('no proxy');
  const data = dataFolder();
  const started = performance.now();
  const ended = await scanCommand(proxy, data.path);
  milliseconds = performance.now() - started;
  data.remove();
  expect(ended.status).toBe(0);
  whole = findings(ended);
  bytes = proxy.record.bytesToClient;
});

afterAll(async () => {
  await Promise.all(proxies.map((proxy) => proxy.stop()));
  await dovecot.stop();
});

interface Moment {
  readonly what: string;
  /** Settles when the process is to be killed. */
  readonly come: (proxy: Proxy) => Promise<void>;
}

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** Three in five by what the server has said, so that they lie within the scan; the others at any time of the process. */
function moments(): Moment[] {
  const random = seededRandom(seed);
  return Array.from({ length: kills }, (_, index): Moment => {
    const at = random();
    if (index % 5 < 3) {
      const after = Math.floor(at * bytes);
      const come = async (proxy: Proxy): Promise<void> => {
        while (proxy.record.bytesToClient < after) await pause(1);
      };
      return { what: `after ${after} bytes`, come };
    }
    const after = Math.floor(at * milliseconds);
    return { what: `after ${after} ms`, come: () => pause(after) };
  });
}

describe('a scan whose process is killed', () => {
  it(`at ${kills} random moments ends up the same when it is started again`, async () => {
    const queue = moments();
    let killed = 0;
    await Promise.all(
      proxies.map(async (proxy) => {
        for (let moment = queue.shift(); moment; moment = queue.shift()) {
          proxy.forget();
          const data = dataFolder();
          let over = false;
          const killWhen = Promise.race([moment.come(proxy), until(() => over)]);
          const first = await scanCommand(proxy, data.path, [], { killWhen });
          over = true;
          if (first.status === null) killed += 1;
          else expect(first.status, moment.what).toBe(0);
          const again = await scanCommand(proxy, data.path);
          expect(again.status, `${moment.what}: ${again.stderr}`).toBe(0);
          expect(findings(again), moment.what).toEqual(whole);
          assertReadOnly(proxy.record);
          expect(logins(proxy.record).refused).toBe(0);
          data.remove();
        }
      }),
    );
    // Most were in time; on a slow machine a process may end before its moment, never the other way round.
    expect(killed).toBeGreaterThan(kills / 2);
    expect(dovecot.mailFiles(owner)).toEqual(filesBefore);
  }, 240_000);
});

async function until(over: () => boolean): Promise<void> {
  while (!over()) await pause(5);
}
