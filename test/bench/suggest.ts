import { randomBytes } from 'node:crypto';
import { judgePolicy } from '../../app/password/policy.ts';
import {
  suggestedCharacters,
  suggestedSpecials,
  suggestPassword,
} from '../../app/password/suggest.ts';

/**
 * `npm run bench:suggest [count]`: makes 1,000,000 suggestions and proves that all comply, that none comes twice,
 * and that characters are as frequent as even draws make them. Ends with 1 if not.
 */
const rounds = Number(process.argv[2] ?? 1_000_000);
const account = 'owner@example.com';
const length = 16;

const seen = new Set<string>();
const counts = new Map<string, number>(
  Array.from(suggestedCharacters).map((character) => [character, 0]),
);
let refused = 0;
for (let round = 0; round < rounds; round += 1) {
  const password = suggestPassword(randomBytes, account, length);
  if (!judgePolicy(password, account).compliant) refused += 1;
  seen.add(password);
  for (const character of password) counts.set(character, (counts.get(character) ?? 0) + 1);
}

const classes = [
  { name: 'uppercase', members: /[A-Z]/ },
  { name: 'lowercase', members: /[a-z]/ },
  { name: 'digits', members: /[0-9]/ },
  { name: 'specials', members: new RegExp(`[${suggestedSpecials.replace(/[-^\]]/g, '\\$&')}]`) },
].map(({ name, members }) => ({
  name,
  size: Array.from(suggestedCharacters).filter((character) => members.test(character)).length,
  members,
}));

/**
 * How often a class of `own` characters is expected in one suggestion: even draws on the condition that at least
 * three of the four classes occur. By inclusion and exclusion over the pairs of classes that hold everything.
 */
function expectedInOne(own: (typeof classes)[number]): number {
  const all = suggestedCharacters.length;
  let probability = 1;
  let expectation = (length * own.size) / all;
  const pairs = classes.flatMap((a, at) => classes.slice(at + 1).map((b) => [a, b] as const));
  for (const pair of pairs) {
    const size = pair[0].size + pair[1].size;
    const within = (size / all) ** length;
    probability -= within;
    if (pair.includes(own)) expectation -= within * length * (own.size / size);
  }
  // A suggestion of one class alone lies in three pairs and was taken off three times.
  for (const single of classes) {
    const within = (single.size / all) ** length;
    probability += 2 * within;
    if (single === own) expectation += 2 * within * length;
  }
  return expectation / probability;
}

let chiSquare = 0;
console.log(`${rounds} suggestions of ${length} characters`);
for (const each of classes) {
  const members = [...counts].filter(([character]) => each.members.test(character));
  const observed = members.reduce((sum, [, count]) => sum + count, 0);
  const expected = expectedInOne(each) * rounds;
  for (const [, count] of members)
    chiSquare += (count - expected / each.size) ** 2 / (expected / each.size);
  const share = (part: number): string => `${((100 * part) / (rounds * length)).toFixed(3)} %`;
  console.log(
    `  ${each.name.padEnd(10)} ${share(observed)} of characters, expected ${share(expected)}`,
  );
}
const freedom = suggestedCharacters.length - 1;
// Wilson and Hilferty: a chi-square as a number of standard deviations.
const spread = 2 / (9 * freedom);
const deviations = (Math.cbrt(chiSquare / freedom) - (1 - spread)) / Math.sqrt(spread);
console.log(
  `  chi-square ${chiSquare.toFixed(1)} with ${freedom} degrees of freedom, ${deviations.toFixed(2)} deviations`,
);
console.log(`  not compliant: ${refused}, duplicates: ${rounds - seen.size}`);
// Chance alone exceeds four deviations once in some 30,000 runs.
process.exitCode = refused === 0 && seen.size === rounds && Math.abs(deviations) < 4 ? 0 : 1;
