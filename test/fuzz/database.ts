import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { channels, type Channel } from '../../app/api/contract.ts';
import { allHandlers } from '../../app/api/handlers/all.ts';
import type { Context } from '../../app/api/context.ts';
import type { Problem, Result } from '../../app/result.ts';
import { freshSampleAccount, scanSample } from '../../app/scan/sample.ts';
import { openDatabase } from '../../app/store/sqlite.ts';
import { openStore, type Store } from '../../app/store/store.ts';
import { now, testContext } from '../app/api/context.ts';
import { sampleValue } from './sample-value.ts';
import { Finding, type Target } from './target.ts';

/** Every question of the contract that only reads; its argument is made from the contract. */
const readOnly =
  /^(account|overview|notice|episode|password|support|scan|reading|watch|audit):(list|get|chart|state|status|bundle)$/;
const questions = (Object.keys(channels) as Channel[]).filter((name) => readOnly.test(name));

/** A database file of the sample's scan, as bytes. */
async function sampleFile(folder: string): Promise<Buffer> {
  const path = join(folder, 'whole.db');
  const store = await openStore(path);
  if (!store.ok) throw new Error(store.problem.code);
  const account = freshSampleAccount(store.value);
  const { signal } = new AbortController();
  const clock = () => now;
  await scanSample({ store: store.value, account, signal, clock, onProgress: () => undefined });
  store.value.close();
  // Into one file: the newest changes may still lie in a log beside it.
  const copy = join(folder, 'copy.db');
  const db = await openDatabase(path);
  db.exec(`VACUUM INTO '${copy}'`);
  db.close();
  return readFileSync(copy);
}

/** Bytes changed, pages swapped, the end cut off: what disks and editors do. */
function damage(whole: Buffer, random: () => number): Buffer {
  const below = (limit: number) => Math.floor(random() * limit);
  const bytes = Buffer.from(whole);
  for (let rounds = 1 + below(30); rounds > 0; rounds--)
    bytes[random() < 0.3 ? below(100) : below(bytes.length)] = below(256);
  if (random() < 0.2)
    bytes.copy(bytes, below(bytes.length), below(bytes.length), below(bytes.length));
  return random() < 0.2 ? bytes.subarray(0, below(bytes.length)) : bytes;
}

/** Values of any kind in any cell that the schema lets in. */
async function damageRows(path: string, random: () => number): Promise<void> {
  const below = (limit: number) => Math.floor(random() * limit);
  const values = [
    '',
    'x',
    0,
    -1,
    9e15,
    1.5,
    null,
    '{',
    '[]',
    '{"a":1}',
    Buffer.from([255, 0]),
    'x'.repeat(3000),
  ];
  const db = await openDatabase(path);
  try {
    db.exec('PRAGMA ignore_check_constraints = ON; PRAGMA foreign_keys = OFF');
    const tables = db
      .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
      .all();
    for (let rounds = 1 + below(4); rounds > 0; rounds--) {
      const table = String(tables[below(tables.length)]?.['name']);
      const columns = db.prepare(`PRAGMA table_info("${table}")`).all();
      const column = String(columns[below(columns.length)]?.['name']);
      try {
        db.prepare(`UPDATE "${table}" SET "${column}" = ?`).run(
          values[below(values.length)] ?? null,
        );
      } catch {
        // The schema did not let it in, which is its purpose.
      }
    }
  } finally {
    db.close();
  }
}

/** The handlers' world on this store, given up like the real one's when it turns out to be damaged. */
async function contextOn(store: Extract<Result<Store>, { ok: true }>): Promise<Context> {
  let current: Result<Store> = store;
  const context = await testContext();
  const giveUp = (problem: Problem): void => void (current = { ok: false, problem });
  Object.defineProperty(context, 'store', { get: () => current });
  return Object.assign(context, { database: { ...context.database, giveUp } });
}

/** Damaged database files and malformed rows: an answer of the contract or a problem, never a crash or a hang. */
export const database: Target = {
  name: 'database',
  share: { time: 0.08, inputs: 0.01 },
  async run(random, goOn) {
    const folder = mkdtempSync(join(tmpdir(), 'sendwell-fuzz-'));
    const whole = await sampleFile(folder);
    const tally = { opened: 0, refused: 0, answers: 0, problems: 0 };
    try {
      for (let count = 0; goOn(count); count++) {
        const path = join(folder, `damaged-${count}.db`);
        const rows = random() < 0.3;
        writeFileSync(path, rows ? whole : damage(whole, random));
        if (rows) await damageRows(path, random);
        const store = await openStore(path);
        if (!store.ok) {
          tally.refused += 1;
          for (const end of ['', '-wal', '-shm']) rmSync(path + end, { force: true });
          continue;
        }
        tally.opened += 1;
        const handlers = allHandlers(await contextOn(store));
        for (const channel of questions) {
          const argument = sampleValue(channels[channel].argument, random, 0);
          const parsed = channels[channel].argument.safeParse(argument);
          if (!parsed.success) continue;
          try {
            const answer = (await (handlers[channel] as (given: unknown) => unknown)(
              parsed.data,
            )) as { ok?: boolean } | null;
            if (answer?.ok === false) tally.problems += 1;
            else tally.answers += 1;
          } catch (error) {
            // Also an answer outside the contract: the window could only say "internal".
            const words = error instanceof Error ? (error.stack ?? error.message) : String(error);
            throw new Finding(`${channel}: ${words}`, readFileSync(path));
          }
        }
        store.value.close();
        for (const end of ['', '-wal', '-shm']) rmSync(path + end, { force: true });
      }
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
    return {
      fed: tally.opened + tally.refused,
      words: `${tally.refused} files refused at the door; of the questions ${tally.answers} answered, ${tally.problems} with a problem`,
    };
  },
};
