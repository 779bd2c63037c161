import { mayBeNotice, readLog, readNotice } from '../../app/bounce/index.ts';
import { readCorpus } from '../app/bounce/corpus.ts';
import { brokenInvariants } from './invariants.ts';
import { mutate } from './mutate.ts';
import { Finding, type Target } from './target.ts';

/** Milliseconds for one message: the promise of docs/bounces.md. */
const most = 250;

function timed(raw: Uint8Array): number {
  const start = performance.now();
  readNotice(raw);
  return performance.now() - start;
}

/** Reads one message in every way there is; milliseconds that its notice took. */
function readAll(raw: Uint8Array, asLog: boolean): number {
  const start = performance.now();
  const notice = readNotice(raw);
  const spent = performance.now() - start;
  const broken = brokenInvariants(notice);
  if (broken.length > 0) throw new Finding(broken.join(', '), raw);
  mayBeNotice(raw.subarray(0, 65_536));
  if (asLog)
    for (const { notice: one } of readLog(
      Buffer.from(raw.subarray(0, 50_000)).toString('latin1'),
    )) {
      const wrong = brokenInvariants(one);
      if (wrong.length > 0) throw new Finding(`log: ${wrong.join(', ')}`, raw);
    }
  // A machine under load is slow at times: only what is slow every time is slow.
  if (spent > most && Math.min(timed(raw), timed(raw), timed(raw)) > most)
    throw new Finding(`took ${spent.toFixed(0)} ms`, raw);
  return spent;
}

/** Bounce notices and logs, mutated, through the reader. */
export const mail: Target = {
  name: 'mail',
  share: { time: 0.7, inputs: 0.62 },
  run(random, goOn) {
    const corpus = readCorpus().map(({ raw }) => raw);
    let count = 0;
    let slowest = 0;
    while (goOn(count)) {
      const raw = mutate(random, corpus);
      count += 1;
      try {
        slowest = Math.max(slowest, readAll(raw, count % 20 === 0));
      } catch (error) {
        if (error instanceof Finding) throw error;
        throw new Finding(
          error instanceof Error ? (error.stack ?? error.message) : String(error),
          raw,
        );
      }
    }
    return Promise.resolve({ fed: count, words: `slowest ${slowest.toFixed(0)} ms` });
  },
};
