import type { Folder, Mailbox } from '../mailbox/mailbox.ts';
import { failed, ok, type Problem, type Result } from '../result.ts';
import { planFolder, type FolderPlan, type Purpose } from './plan.ts';
import { sweepFolder, type SweepContext } from './sweep.ts';

/** One folder of a scan, and how far it came. */
export interface Reading {
  readonly folder: Folder;
  readonly purpose: Purpose;
  plan: FolderPlan | null;
  /** Why this folder cannot be read; the others can. */
  problem: Problem | null;
  timesPlanned: number;
}

export const toRead = (folder: Folder, purpose: Purpose): Reading => ({
  ...{ folder, purpose },
  ...{ plan: null, problem: null, timesPlanned: 0 },
});

/** A problem of one folder alone. */
const folderProblems: ReadonlySet<string> = new Set(['folder-missing', 'folder-refused']);

/** Messages of each folder that are read before the rest of any: what happened last shows first. */
const newestFirst = 4_000;

/** A server that renumbers a folder each time it is opened would be read for ever. */
const mostPlans = 4;

/** Reads all folders to their ends; called again over a new connection, it goes on where it stopped. */
export async function readFolders(
  context: SweepContext,
  mailbox: Mailbox,
  readings: readonly Reading[],
): Promise<Result<null>> {
  const planned = await planAll(context, mailbox, readings);
  if (!planned.ok) return planned;
  for (const most of [newestFirst, Infinity]) {
    for (const reading of readings) {
      const read = await readOne(context, mailbox, reading, most);
      if (!read.ok) return read;
      if (context.signal.aborted) return ok(null);
      if (read.value === 'renumbered') return readFolders(context, mailbox, readings);
    }
  }
  return ok(null);
}

async function planAll(
  context: SweepContext,
  mailbox: Mailbox,
  readings: readonly Reading[],
): Promise<Result<null>> {
  const { progress, signal } = context;
  const open = readings.filter(({ plan, problem }) => plan === null && problem === null);
  for (const reading of open) {
    if (signal.aborted) return ok(null);
    const planned = await planFolder(mailbox, context, reading.folder, reading.purpose);
    if (planned.ok) {
      reading.plan = planned.value;
      reading.timesPlanned += 1;
      progress.step();
    } else if (!putAside(reading, planned.problem)) return planned;
  }
  if (open.length > 0)
    progress.plan(readings.reduce((sum, { plan }) => sum + (plan?.left ?? 0), 0));
  return ok(null);
}

async function readOne(
  context: SweepContext,
  mailbox: Mailbox,
  reading: Reading,
  most: number,
): Promise<Result<'read' | 'renumbered'>> {
  const { plan, problem } = reading;
  if (plan === null || problem !== null) return ok('read');
  const read = await sweepFolder(context, mailbox, plan, Math.max(0, plan.uids.length - most));
  if (!read.ok) return putAside(reading, read.problem) ? ok('read') : read;
  if (read.value === 'read') return read;
  if (reading.timesPlanned >= mostPlans) {
    const { path } = reading.folder;
    reading.problem = failed('folder-refused', path, 'UIDVALIDITY').problem;
    return ok('read');
  }
  reading.plan = null;
  return read;
}

function putAside(reading: Reading, problem: Problem): boolean {
  if (!folderProblems.has(problem.code)) return false;
  reading.problem = problem;
  return true;
}
