import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { mayBeNotice, readLog, readNotice } from '../../app/bounce/index.ts';
import { readCorpus } from '../app/bounce/corpus.ts';
import { brokenInvariants } from './invariants.ts';
import { mutate, seededRandom } from './mutate.ts';

/**
 * Mutates the corpus and reads the results: `npm run fuzz -- --seconds 60 --seed 1`. Ends with 1 and the
 * offending message in the file it names when the reader throws, breaks an invariant or takes too long.
 */
const { values } = parseArgs({
  options: { seconds: { type: 'string', default: '60' }, seed: { type: 'string' } },
});
const seed = values.seed === undefined ? Date.now() % 1_000_000_007 : Number(values.seed);
const seconds = Number(values.seconds);
/** Milliseconds for one message: the promise of docs/bounces.md. */
const most = 250;

const random = seededRandom(seed);
const corpus = readCorpus().map(({ raw }) => raw);
const end = performance.now() + seconds * 1000;
let count = 0;
let slowest = 0;

console.log(
  `fuzzing ${String(seconds)} s over ${String(corpus.length)} messages, seed ${String(seed)}`,
);

function timed(raw: Uint8Array): number {
  const start = performance.now();
  readNotice(raw);
  return performance.now() - start;
}

function complain(raw: Uint8Array, what: string): never {
  const file = `/tmp/sendwell-fuzz-${String(seed)}-${String(count)}.eml`;
  writeFileSync(file, raw, { mode: 0o600 });
  console.error(
    `message ${String(count)}: ${what}\nkept as ${file}; repeat with --seed ${String(seed)}`,
  );
  process.exit(1);
}

while (performance.now() < end) {
  const raw = mutate(random, corpus);
  count++;
  try {
    const start = performance.now();
    const notice = readNotice(raw);
    const spent = performance.now() - start;
    const broken = brokenInvariants(notice);
    if (broken.length > 0) complain(raw, broken.join(', '));
    mayBeNotice(raw.subarray(0, 65_536));
    if (count % 20 === 0)
      [...readLog(Buffer.from(raw.subarray(0, 50_000)).toString('latin1'))].flatMap(
        ({ notice: one }) => {
          const wrong = brokenInvariants(one);
          if (wrong.length > 0) complain(raw, `log: ${wrong.join(', ')}`);
          return wrong;
        },
      );
    // A machine under load is slow at times: only what is slow every time is slow.
    if (spent > most && Math.min(timed(raw), timed(raw), timed(raw)) > most)
      complain(raw, `took ${spent.toFixed(0)} ms`);
    slowest = Math.max(slowest, spent);
  } catch (error) {
    complain(raw, error instanceof Error ? (error.stack ?? error.message) : String(error));
  }
}

const megabytes = Math.round(process.memoryUsage().rss / 1_048_576);
console.log(
  `${String(count)} messages read, slowest ${slowest.toFixed(0)} ms, ${String(megabytes)} MB resident, nothing broken`,
);
