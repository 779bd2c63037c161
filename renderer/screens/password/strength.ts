import { loadStrengthEstimator, type Strength } from '../../../app/password/strength.ts';
import type { StrengthQuestion } from './strength-worker.ts';

type Answer = Strength | readonly string[];
type Ask = (question: Omit<StrengthQuestion, 'id'>) => Promise<Answer>;

/** In the page itself: where there are no workers, as in tests, or the worker could not start. */
const askHere: Ask = async ({ password, account }) => {
  const estimator = await loadStrengthEstimator();
  return password === null ? estimator.words : estimator.estimate(password, account);
};

/** A worker that answers by number; if it breaks, what waits is answered here. */
function startWorker(): Ask {
  const worker = new Worker(new URL('./strength-worker.ts', import.meta.url), { type: 'module' });
  const waiting = new Map<
    number,
    { question: Omit<StrengthQuestion, 'id'>; give: (answer: Answer | Promise<Answer>) => void }
  >();
  let last = 0;
  let broken = false;
  worker.addEventListener('message', ({ data }: MessageEvent<{ id: number; answer: Answer }>) => {
    waiting.get(data.id)?.give(data.answer);
    waiting.delete(data.id);
  });
  worker.addEventListener('error', () => {
    broken = true;
    for (const { question, give } of waiting.values()) give(askHere(question));
    waiting.clear();
  });
  return (question) => {
    if (broken) return askHere(question);
    return new Promise((give) => {
      last += 1;
      waiting.set(last, { question, give });
      worker.postMessage({ ...question, id: last });
    });
  };
}

let ask: Ask | undefined;
const asked: Ask = (question) => {
  ask ??= typeof Worker === 'undefined' ? askHere : startWorker();
  return ask(question);
};

export const estimateStrength = async (password: string, account: string): Promise<Strength> =>
  (await asked({ password, account })) as Strength;

/** Words for passphrases. */
export const phraseWords = async (): Promise<readonly string[]> =>
  (await asked({ password: null, account: '' })) as readonly string[];
