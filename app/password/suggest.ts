import { createDraw, type Draw, type RandomSource } from './draw.ts';
import { judgePolicy, longest } from './policy.ts';

/** Alibaba's newer admin page asks for 9 and a strength that no client can see; 16 leaves room for both. */
export const suggestedLength = { least: 16, most: longest } as const;

/** Specials that no mail server is known to refuse; Alibaba does not publish which it takes. */
export const suggestedSpecials = '!@#$%^&*-_=+';

/** Without what one mistakes for another when reading it off a screen or a slip of paper: 0 O o, 1 I l. */
export const suggestedCharacters = `ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789${suggestedSpecials}`;

/**
 * Whole draws until one complies. An account of one frequent letter refuses most passphrases, hardly 99 of 100;
 * so many refusals in a row mean a broken source.
 */
const mostDraws = 10_000;

/**
 * A password for `account`, every compliant one of its length equally likely: it is drawn whole and drawn again
 * if it does not comply, since mending it would favour some.
 * @throws RangeError if the length is not a whole number from 16 to 64
 */
export function suggestPassword(
  random: RandomSource,
  account: string,
  length: number = suggestedLength.least,
): string {
  const { least, most } = suggestedLength;
  if (!Number.isInteger(length) || length < least || length > most)
    throw new RangeError(`a suggestion has ${least} to ${most} characters, not ${length}`);
  return drawUntilCompliant(random, account, (draw) =>
    Array.from({ length }, () => pick(draw, suggestedCharacters)).join(''),
  );
}

const wordsInPhrase = 5;

/**
 * A passphrase that complies: five words with capitals, one special between them, and a digit after one of them,
 * such as `Otter=Lamp=Gravel7=Tulip=Desk`. With the usual list of 7,776 words it is worth about 72 bits.
 */
export function suggestPassphrase(
  random: RandomSource,
  account: string,
  words: readonly string[],
): string {
  return drawUntilCompliant(random, account, (draw) => {
    const separator = pick(draw, suggestedSpecials);
    const digit = pick(draw, '23456789');
    const place = draw(wordsInPhrase);
    return Array.from({ length: wordsInPhrase }, (_, at) => {
      const word = pick(draw, words);
      return word.charAt(0).toUpperCase() + word.slice(1) + (at === place ? digit : '');
    }).join(separator);
  });
}

/** Easy to type and of a length that keeps five of them within 64 characters. */
export function passphraseWords(list: readonly string[]): string[] {
  return [...new Set(list)].filter((word) => /^[a-z]{3,9}$/.test(word));
}

function drawUntilCompliant(
  random: RandomSource,
  account: string,
  drawWhole: (draw: Draw) => string,
): string {
  const draw = createDraw(random);
  for (let draws = 0; draws < mostDraws; draws += 1) {
    const drawn = drawWhole(draw);
    if (judgePolicy(drawn, account).compliant) return drawn;
  }
  throw new Error('no suggestion complies: the random source is broken');
}

function pick(draw: Draw, from: string | readonly string[]): string {
  const picked = from[draw(from.length)];
  if (picked === undefined) throw new Error('drawn outside the list');
  return picked;
}
