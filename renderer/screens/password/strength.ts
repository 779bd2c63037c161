import type { Strength } from '../../../app/password/strength.ts';
import type { StrengthQuestion } from './strength-worker.ts';

type Answer = Strength | readonly string[];
type Ask = (question: Omit<StrengthQuestion, 'id'>) => Promise<Answer>;

/** A worker that answers by number. It alone holds the dictionaries, which are some megabytes. */
function startWorker(): Ask {
  const worker = new Worker(new URL('./strength-worker.ts', import.meta.url), { type: 'module' });
  const waiting = new Map<
    number,
    { readonly give: (answer: Answer) => void; readonly fail: (error: Error) => void }
  >();
  let last = 0;
  worker.addEventListener('message', ({ data }: MessageEvent<{ id: number; answer: Answer }>) => {
    waiting.get(data.id)?.give(data.answer);
    waiting.delete(data.id);
  });
  worker.addEventListener('error', () => {
    // The next question starts another one.
    ask = undefined;
    worker.terminate();
    for (const { fail } of waiting.values()) fail(new Error('the estimate broke'));
    waiting.clear();
  });
  return (question) =>
    new Promise((give, fail) => {
      last += 1;
      waiting.set(last, { give, fail });
      worker.postMessage({ ...question, id: last });
    });
}

let ask: Ask | undefined;

/** A worker that could not start may start at the second attempt, so a broken one is asked again once. */
async function asked(question: Omit<StrengthQuestion, 'id'>): Promise<Answer> {
  ask ??= startWorker();
  try {
    return await ask(question);
  } catch {
    ask ??= startWorker();
    return ask(question);
  }
}

/** Fails where no worker runs; the rules can be judged all the same. */
export const estimateStrength = async (password: string, account: string): Promise<Strength> =>
  (await asked({ password, account })) as Strength;

/** Words for passphrases. */
export const phraseWords = async (): Promise<readonly string[]> =>
  (await asked({ password: null, account: '' })) as readonly string[];
