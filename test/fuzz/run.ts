import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { accounts } from './accounts.ts';
import { database } from './database.ts';
import { imap } from './imap.ts';
import { ipc } from './ipc.ts';
import { mail } from './mail.ts';
import { seededRandom } from './mutate.ts';
import { settings } from './settings.ts';
import { Finding, type Target } from './target.ts';
import { update } from './update.ts';

/**
 * Feeds mutated bytes to everything that reads what others wrote: `npm run fuzz -- --seconds 60 --seed 1 --target
 * imap`, or with `--inputs 1000000` that many instead of a time (docs/fuzzing.md has the figures). Ends with 1 and
 * the offending bytes in the file it names when something throws, breaks a promise, takes too long or too much.
 * Without --target each has its share.
 */
const targets = [mail, imap, settings, database, accounts, update, ipc];
const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '60' },
    inputs: { type: 'string' },
    seed: { type: 'string' },
    target: { type: 'string' },
  },
});
const seed = values.seed === undefined ? Date.now() % 1_000_000_007 : Number(values.seed);
const chosen = targets.filter(({ name }) => values.target === undefined || name === values.target);
const whole = (of: 'time' | 'inputs'): number =>
  chosen.reduce((sum, { share }) => sum + share[of], 0);

/** How far a target may go, in words and as the question that it asks before each input. */
function limitOf({ share }: Target): { words: string; goOn: (fed: number) => boolean } {
  if (values.inputs !== undefined) {
    const inputs = Math.ceil((Number(values.inputs) * share.inputs) / whole('inputs'));
    return { words: `with ${inputs} inputs`, goOn: (fed) => fed < inputs };
  }
  const seconds = (Number(values.seconds) * share.time) / whole('time');
  const until = performance.now() + seconds * 1000;
  return { words: `for ${seconds.toFixed(0)} s`, goOn: () => performance.now() < until };
}

async function fuzz(): Promise<number> {
  if (chosen.length === 0) {
    console.error(
      `no target ${values.target ?? ''}; there are ${targets.map(({ name }) => name).join(', ')}`,
    );
    return 2;
  }
  let all = 0;
  for (const target of chosen) {
    const { name } = target;
    const { words, goOn } = limitOf(target);
    console.log(`fuzzing ${name} ${words}, seed ${seed}`);
    const start = performance.now();
    try {
      const done = await target.run(seededRandom(seed), goOn);
      const seconds = ((performance.now() - start) / 1000).toFixed(0);
      const megabytes = Math.round(process.memoryUsage().rss / 1_048_576);
      all += done.fed;
      console.log(
        `${name}: ${done.fed} inputs in ${seconds} s, ${done.words}; ${megabytes} MB resident, nothing broken`,
      );
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
  console.log(`${all} inputs in all, nothing broken`);
  return 0;
}

void fuzz().then((status) => {
  process.exitCode = status;
});
