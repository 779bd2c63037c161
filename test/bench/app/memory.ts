import type * as V8 from 'node:v8';
import type * as VM from 'node:vm';
import { setTimeout as pause } from 'node:timers/promises';
import { watching, type Watching } from './watching.ts';

const hour = 3_600_000;
/** The clocks of main and window run this much faster. */
const factor = 120;
/** A notice arrives this often, in simulated time; each is a look, a new overview and a new chart. */
const noticeEvery = 2 * 60_000;
/** First uses fill caches once; growth is counted from here. */
const warmUp = 0.5 * hour;

export interface Memory {
  /** What is in use after a collection, in MB: objects and buffers. */
  readonly main: number;
  readonly window: number;
  /** DOM nodes of the window's pages. */
  readonly nodes: number;
}

export interface Growth {
  readonly before: Memory;
  readonly after: Memory;
  readonly notices: number;
  /** How many looks the watch made, by what the window was told. */
  readonly looks: number;
}

/** Memory at the start and at the end of so many simulated hours of watching, while notices arrive. */
export function measureMemory(hours: number): Promise<Growth> {
  return watching(24 * hour, async (app) => {
    // The transpiler names functions by a helper that is not where they run.
    await app.app.evaluate('globalThis.__name = (named) => named');
    await app.page.evaluate('globalThis.__name = (named) => named');
    await app.app.evaluate(fastClock, factor);
    await app.page.evaluate(fastClock, factor);
    await app.page.evaluate(() => {
      let last = 0;
      const counted = window as unknown as { looks: number };
      counted.looks = 0;
      window.sendwell.onWatchChanged(({ lastLookAt }) => {
        if (lastLookAt !== null && lastLookAt !== last) counted.looks += 1;
        last = lastLookAt ?? last;
      });
    });
    let notices = 0;
    const watchFor = async (simulated: number): Promise<void> => {
      const end = Date.now() + simulated / factor;
      while (Date.now() < end) {
        app.notice(await app.page.evaluate(() => Date.now()));
        notices += 1;
        await pause(noticeEvery / factor);
      }
      await app.page.getByText('Watching', { exact: true }).waitFor();
    };
    await watchFor(warmUp);
    const before = await inUse(app);
    await watchFor(hours * hour);
    const after = await inUse(app);
    const looks = await app.page.evaluate(() => (window as unknown as { looks: number }).looks);
    return { before, after, notices, looks };
  });
}

/**
 * Runs in main or in the window: from now on their clock runs `speed` times faster, and waits of a second and more
 * end so much sooner. Shorter ones are for the eye or the processor and stay as they are.
 */
function fastClock(first: unknown, second?: number): void {
  // Main's evaluate hands its modules over first.
  const speed = second ?? (first as number);
  const Real = Date;
  const start = Real.now();
  const now = (): number => Math.round(start + (Real.now() - start) * speed);
  class Fast extends Real {
    constructor(...given: readonly unknown[]) {
      super(...((given.length === 0 ? [now()] : given) as [number]));
    }
    static override now(): number {
      return now();
    }
  }
  const sooner = (ms: number | undefined): number =>
    (ms ?? 0) >= 1000 ? (ms ?? 0) / speed : (ms ?? 0);
  const scope = globalThis as unknown as Record<'setTimeout' | 'setInterval', typeof setTimeout> & {
    Date: unknown;
  };
  const { setTimeout: later, setInterval: every } = scope;
  scope.Date = Fast;
  scope.setTimeout = ((run: () => void, ms?: number, ...more: []) =>
    later(run, sooner(ms), ...more)) as typeof setTimeout;
  scope.setInterval = ((run: () => void, ms?: number, ...more: []) =>
    every(run, sooner(ms), ...more)) as typeof setTimeout;
}

const megabyte = 2 ** 20;

async function inUse({ app, page }: Watching): Promise<Memory> {
  const main = await app.evaluate(() => {
    const { mainModule } = process as unknown as { mainModule: { require: NodeJS.Require } };
    const v8 = mainModule.require('node:v8') as typeof V8;
    const vm = mainModule.require('node:vm') as typeof VM;
    v8.setFlagsFromString('--expose-gc');
    const collect = vm.runInNewContext('gc') as () => void;
    for (let round = 0; round < 4; round += 1) collect();
    const { heapUsed, external } = process.memoryUsage();
    return heapUsed + external;
  });
  const session = await page.context().newCDPSession(page);
  for (let round = 0; round < 4; round += 1) await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  const { nodes } = await session.send('Memory.getDOMCounters');
  await session.detach();
  return { main: main / megabyte, window: usedSize / megabyte, nodes };
}
