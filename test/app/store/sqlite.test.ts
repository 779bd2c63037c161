import { expect, it } from 'vitest';
import { openDatabase } from '../../../app/store/sqlite.ts';

const builtin = (process as { getBuiltinModule?: (id: string) => unknown }).getBuiltinModule?.(
  'node:sqlite',
) as { DatabaseSync: new () => object } | undefined;
const newer = Number.parseInt(process.versions.node, 10) >= 24;

// npm test runs the suite on both: the runtime that ships holds SQLite, and no native file travels with it.
it('uses the SQLite of the runtime where there is one', async () => {
  expect(builtin !== undefined).toBe(newer);
  const db = await openDatabase(':memory:');
  expect(builtin !== undefined && db instanceof builtin.DatabaseSync).toBe(newer);
  db.close();
});
