import { loadStrengthEstimator } from '../../../app/password/strength.ts';

/** Away from the page: the dictionaries take half a second to load, and typing must stay smooth. */
export interface StrengthQuestion {
  readonly id: number;
  /** Null: the words for passphrases. */
  readonly password: string | null;
  readonly account: string;
}

self.addEventListener('message', ({ data }: MessageEvent<StrengthQuestion>) => {
  void loadStrengthEstimator().then((estimator) => {
    const answer =
      data.password === null ? estimator.words : estimator.estimate(data.password, data.account);
    self.postMessage({ id: data.id, answer });
  });
});
