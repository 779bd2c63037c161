import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

export interface Ran {
  readonly output: string;
  /** From start to end of the process. */
  readonly seconds: number;
  /** Processor time of the process: what other work on the machine does not change. */
  readonly processorSeconds: number;
  /** Peak resident memory; 0 where the system has no /proc. */
  readonly megabytes: number;
}

/** Runs a bundle with node alone, as a user does, and watches its memory. */
export async function runNode(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
  everyTick: () => void = () => undefined,
): Promise<Ran> {
  const startedAt = performance.now();
  const child = spawn(process.execPath, args, {
    env: { PATH: process.env['PATH'], LANG: 'C.UTF-8', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const pieces: Buffer[] = [];
  child.stdout.on('data', (piece: Buffer) => pieces.push(piece));
  let peak = 0;
  let ticks = 0;
  const watch = setInterval(() => {
    peak = Math.max(peak, peakOf(child.pid));
    ticks = Math.max(ticks, ticksOf(child.pid));
    everyTick();
  }, 20);
  const status = await new Promise<number | null>((resolve) => child.on('close', resolve));
  clearInterval(watch);
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${String(status)}`);
  return {
    output: Buffer.concat(pieces).toString('utf8'),
    seconds: (performance.now() - startedAt) / 1000,
    processorSeconds: ticks / 100,
    megabytes: peak / 1024,
  };
}

/** The kernel's own high-water mark, in KiB: nothing between two looks is missed. */
function peakOf(pid: number | undefined): number {
  try {
    const status = readFileSync(`/proc/${String(pid)}/status`, 'utf8');
    return Number(/^VmHWM:\s+(\d+) kB/m.exec(status)?.[1] ?? 0);
  } catch {
    return 0;
  }
}

/** User and system time in hundredths of a second (proc(5): fields 14 and 15, behind the name in brackets). */
function ticksOf(pid: number | undefined): number {
  try {
    const fields = readFileSync(`/proc/${String(pid)}/stat`, 'latin1')
      .split(') ')
      .at(-1)
      ?.split(' ');
    return Number(fields?.[11] ?? 0) + Number(fields?.[12] ?? 0);
  } catch {
    return 0;
  }
}
