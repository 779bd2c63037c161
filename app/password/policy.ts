/**
 * Alibaba Mail's rules for a password: 8 to 64 characters; at least three of uppercase, lowercase, digits and
 * special characters; does not contain the account.
 */
export const ruleNames = ['length', 'characterTypes', 'noAccount'] as const;
export type RuleName = (typeof ruleNames)[number];

/** What is worth knowing beside the rules; the text room makes the sentence (`password:note.…`). */
export const policyNotes = [
  'nine-characters',
  'non-ascii',
  'space',
  'control-characters',
  'short-account',
] as const;
export type PolicyNote = (typeof policyNotes)[number];

export interface PolicyVerdict {
  readonly compliant: boolean;
  /** One entry a rule, always in the order of `ruleNames`. */
  readonly rules: readonly { readonly rule: RuleName; readonly ok: boolean }[];
  readonly notes: readonly PolicyNote[];
}

export const shortest = 8;
export const longest = 64;
const typesNeeded = 3;

/** UTF-16 units looked at. A paste of many megabytes is too long whatever it holds, and must not freeze the window. */
const mostRead = 1_000_000;

/** Composing sorts combining marks in quadratic time: a million of them would hold the program for minutes. */
const mostComposed = 1000;

/** A longer account is no address (RFC 5321 4.5.3.1: 64 + 1 + 255). */
const longestAccount = 320;

/** Space and everything outside ASCII are no type: Alibaba does not say that its server takes them. */
const characterTypes = [/[A-Z]/, /[a-z]/, /[0-9]/, /[!-/:-@[-`{-~]/] as const;

/** How many of uppercase, lowercase, digits and punctuation (ASCII) occur. */
export function countCharacterTypes(password: string): number {
  return characterTypes.filter((type) => type.test(password)).length;
}

/** Judges a password against the rules. Linear in its length, and bounded. */
export function judgePolicy(password: string, account: string): PolicyVerdict {
  const read = password.slice(0, mostRead);
  const length = countCharacters(read);
  const rules = [
    { rule: 'length', ok: length >= shortest && length <= longest },
    { rule: 'characterTypes', ok: countCharacterTypes(read) >= typesNeeded },
    { rule: 'noAccount', ok: !containsAccount(read, account) },
  ] as const;
  return {
    compliant: rules.every(({ ok }) => ok),
    rules,
    notes: notesOn(read, length, localPart(cleanAccount(account))),
  };
}

/** Unicode characters: an emoji outside the first plane is two units of UTF-16 and one character. */
export function countCharacters(text: string): number {
  return text.length - (text.match(/[\uD800-\uDBFF][\uDC00-\uDFFF]/g)?.length ?? 0);
}

/**
 * Whether the full address or the part before the @ occurs, in any case. A part of one letter counts like any
 * other: the rule as Alibaba words it has no exception for it.
 */
export function containsAccount(password: string, account: string): boolean {
  const whole = cleanAccount(account);
  const forbidden = [whole, localPart(whole)].filter((part) => part !== '' && part !== '@');
  // As typed and composed: either may hide the account in a letter with an accent of its own.
  return [asTyped, composed].some((form) => {
    const within = fold(form(password));
    return forbidden.some((part) => within.includes(fold(form(part))));
  });
}

const asTyped = (text: string): string => text;
const composed = (text: string): string => text.slice(0, mostComposed).normalize('NFC');

function cleanAccount(account: string): string {
  return account.slice(0, longestAccount).trim();
}

/** The part before the last @; all of it where there is none. */
function localPart(account: string): string {
  const at = account.lastIndexOf('@');
  return at < 0 ? account : account.slice(0, at);
}

/** Upper, then lower case joins what either alone leaves apart: ß and SS, long s and s, the three sigmas. */
function fold(text: string): string {
  return text.toUpperCase().toLowerCase().replaceAll('ς', 'σ');
}

function notesOn(password: string, length: number, local: string): PolicyNote[] {
  const applies: Record<PolicyNote, boolean> = {
    'nine-characters': length === shortest,
    'non-ascii': /[^\p{ASCII}]/u.test(password),
    space: password.includes(' '),
    'control-characters': /\p{Cc}/u.test(password),
    'short-account': local !== '' && countCharacters(local) <= 2,
  };
  return policyNotes.filter((note) => applies[note]);
}
