import { describe, expect, it } from 'vitest';
import type { Store } from '../../../app/store/store.ts';
import { mailbox, newWorld, type World } from './world.ts';

/** SQLite's own error, as the driver throws it. */
const sqlite = (code: number, words: string): Error =>
  Object.assign(new Error(words), { code: 'ERR_SQLITE_ERROR', errcode: code });

const damaged = () => {
  throw sqlite(11, 'database disk image is malformed');
};

/** The store, with one of its questions broken. */
function broken(world: World, change: (store: Store) => Partial<Store>): Store {
  return { ...world.store, ...change(world.store) };
}

const troubles: readonly [string, (store: Store) => Partial<Store>][] = [
  ['when a folder is opened', (store) => ({ folders: { ...store.folders, open: damaged } })],
  ['when a chunk is stored', () => ({ transaction: damaged })],
  ['when the report is made', (store) => ({ folders: { ...store.folders, counts: damaged } })],
  ['when the scan is recorded', (store) => ({ scans: { ...store.scans, add: damaged } })],
];

describe('a database that fails in the middle of a scan', () => {
  it.each(troubles)('%s ends it with a value', async (_when, change) => {
    const world = await newWorld();
    const outcome = await world.run(mailbox(), { store: broken(world, change) });
    expect(outcome).toMatchObject({ status: 'incomplete', problem: { code: 'store-damaged' } });
    expect(outcome.record.report.notScanned.length).toBeGreaterThan(0);
  });

  it('is gone on with when it is whole again', async () => {
    const world = await newWorld();
    let left = 3;
    const failsLater = broken(world, (store) => ({
      transaction: (work) => {
        left -= 1;
        if (left < 0) throw sqlite(13, 'database or disk is full');
        return store.transaction(work);
      },
    }));
    expect(await world.run(mailbox(), { store: failsLater })).toMatchObject({
      problem: { code: 'disk-full' },
    });
    expect(await world.run(mailbox())).toMatchObject({ status: 'complete' });
    expect(world.found().totals).toEqual({ notices: 30, failures: 30, throttled: 30 });
  });
});
