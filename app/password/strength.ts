import { keyboardWays, pinyinSyllables, pinyinWords, serviceWords } from './pinyin.ts';

/** How many guesses a well-informed attacker needs: an estimate, and rather a low one. */
export interface Strength {
  /** 0 and 1 fall at once, 2 soon, 3 and 4 hold. */
  readonly score: 0 | 1 | 2 | 3 | 4;
  /** Common logarithm of the guesses, to one decimal. */
  readonly guessesLog10: number;
}

export interface StrengthEstimator {
  /** @param account an address or a name; it and its parts count as guessed first */
  estimate(password: string, account: string): Strength;
  /** Words that are easy to read and type, for passphrases. */
  readonly words: readonly string[];
}

/** Below this a compliant password is still weak. */
export const strongFrom = 3;

/**
 * UTF-16 units looked at. The time grows with about the square of the length; 64 is the policy's own limit, and
 * what follows can only make a password stronger.
 */
const mostRead = 64;

/** Ways to undo "p@$$w0rd" that are tried. The usual 100 let 64 chosen characters take half a second. */
const mostSubstitutions = 16;

/** Pieces of the account that are tried; stops an address made of hundreds of one-letter labels. */
const mostTokens = 24;

let loading: Promise<StrengthEstimator> | undefined;

/** The dictionaries are some megabytes and half a second: loaded when first asked for, then kept. */
export function loadStrengthEstimator(): Promise<StrengthEstimator> {
  loading ??= load();
  return loading;
}

async function load(): Promise<StrengthEstimator> {
  const [{ ZxcvbnFactory }, common, english] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
    import('@zxcvbn-ts/language-en'),
  ]);
  const { qwerty, keypad } = common.adjacencyGraphs;
  const zxcvbn = new ZxcvbnFactory({
    dictionary: {
      passwords: common.dictionary['passwords-common'],
      commonWords: english.dictionary['commonWords-en'],
      firstnames: english.dictionary['firstnames-en'],
      lastnames: english.dictionary['lastnames-en'],
      keyboardWays,
      pinyinWords,
      pinyinSyllables,
      serviceWords,
    },
    graphs: { qwerty, keypad },
    maxLength: mostRead,
    l33tMaxSubstitutions: mostSubstitutions,
  });
  return {
    estimate(password, account) {
      if (password === '') return { score: 0, guessesLog10: 0 };
      const { guessesLog10 } = zxcvbn.check(password, accountTokens(account));
      return { score: scoreOf(guessesLog10), guessesLog10: Math.round(guessesLog10 * 10) / 10 };
    },
    words: common.dictionary['diceware-common'],
  };
}

/**
 * zxcvbn's own steps but the third, which is 8 there: a name, a year and an exclamation mark come to exactly
 * that, and nobody should be told that this is good.
 */
function scoreOf(guessesLog10: number): Strength['score'] {
  if (guessesLog10 <= 3) return 0;
  if (guessesLog10 <= 6) return 1;
  if (guessesLog10 <= 8.5) return 2;
  return guessesLog10 <= 10 ? 3 : 4;
}

/** The address, its two sides, and the words and numbers that these are made of, the longest first. */
export function accountTokens(account: string): string[] {
  const whole = account.slice(0, 320).trim().toLowerCase();
  const sides = whole.split('@');
  const words = sides.flatMap((side) => side.match(/\p{L}+|\p{N}+|[\p{L}\p{N}]+/gu) ?? []);
  const joined = sides.map((side) => side.replace(/[^\p{L}\p{N}]/gu, ''));
  const labels = sides.flatMap((side) => side.split(/[._+-]/));
  const tokens = [whole, ...sides, ...joined, ...labels, ...words].filter(
    // One or two letters stand in many a password by chance.
    (token) => token.length > 2,
  );
  return [...new Set(tokens)].sort((a, b) => b.length - a.length).slice(0, mostTokens);
}
