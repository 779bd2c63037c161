import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { database } from './database.ts';
import { imap } from './imap.ts';
import { ipc } from './ipc.ts';
import { mail } from './mail.ts';
import { seededRandom } from './mutate.ts';
import { settings } from './settings.ts';
import { Finding } from './target.ts';

/**
 * Feeds mutated bytes to everything that reads what others wrote: `npm run fuzz -- --seconds 60 --seed 1 --target
 * imap`. Ends with 1 and the offending bytes in the file it names when something throws, breaks a promise, takes too
 * long or too much. Without --target each has its share of the time.
 */
const targets = [mail, imap, settings, database, ipc];
const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '60' },
    seed: { type: 'string' },
    target: { type: 'string' },
  },
});
const seed = values.seed === undefined ? Date.now() % 1_000_000_007 : Number(values.seed);
const chosen = targets.filter(({ name }) => values.target === undefined || name === values.target);
const shares = chosen.reduce((sum, { share }) => sum + share, 0);

async function fuzz(): Promise<number> {
  if (chosen.length === 0) {
    console.error(
      `no target ${values.target ?? ''}; there are ${targets.map(({ name }) => name).join(', ')}`,
    );
    return 2;
  }
  for (const { name, share, run } of chosen) {
    const seconds = (Number(values.seconds) * share) / shares;
    console.log(`fuzzing ${name} for ${seconds.toFixed(0)} s, seed ${seed}`);
    try {
      const done = await run(seededRandom(seed), performance.now() + seconds * 1000);
      const megabytes = Math.round(process.memoryUsage().rss / 1_048_576);
      console.log(`${name}: ${done}, ${megabytes} MB resident, nothing broken`);
    } catch (error) {
      if (!(error instanceof Finding)) throw error;
      const file = join(tmpdir(), `sendwell-fuzz-${name}-${seed}.bin`);
      writeFileSync(file, error.bytes, { mode: 0o600 });
      console.error(
        `${name}: ${error.message}\nkept as ${file}; repeat with --target ${name} --seed ${seed}`,
      );
      return 1;
    }
  }
  return 0;
}

void fuzz().then((status) => {
  process.exitCode = status;
});
