import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { watching } from './watching.ts';

/** Time for the last animations and the compiler to come to rest. */
const settleMs = 10_000;

/**
 * What all of the app's processes use of one processor core while it watches and nothing happens, in percent; with a
 * countdown on the screen, which moves each second, and without.
 */
export async function measureIdle(forMs: number): Promise<{ quiet: number; counting: number }> {
  const day = 24 * 3_600_000;
  const use = (agoMs: number): Promise<number> =>
    watching(agoMs, async ({ app }) => {
      const pid = app.process().pid ?? 0;
      await pause(settleMs);
      const [before, start] = [ticksOf(pid), performance.now()];
      await pause(forMs);
      const spent = ((ticksOf(pid) - before) / ticksASecond) * 1000;
      return (100 * spent) / (performance.now() - start);
    });
  return { quiet: await use(7 * day), counting: await use(10 * 60_000) };
}

/** USER_HZ, which is 100 on every Linux that Electron runs on. */
const ticksASecond = 100;

/** Processor time of a process and all that it started, in ticks (proc(5), fields 14 and 15 of stat). */
function ticksOf(root: number): number {
  const all = readdirSync('/proc').flatMap((name) => {
    if (!/^\d+$/.test(name)) return [];
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
      // The name in brackets may hold anything; fields are counted behind it.
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      return [
        {
          pid: Number(name),
          parent: Number(fields[1]),
          ticks: Number(fields[11]) + Number(fields[12]),
        },
      ];
    } catch {
      return []; // It ended between two looks.
    }
  });
  const below = (pid: number): number =>
    all
      .filter((each) => each.parent === pid)
      .reduce((sum, each) => sum + each.ticks + below(each.pid), 0);
  return (all.find((each) => each.pid === root)?.ticks ?? 0) + below(root);
}
