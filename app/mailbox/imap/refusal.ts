/** A command that the server answered with NO or BAD. */
export interface Refusal {
  readonly status: 'NO' | 'BAD';
  /** The response code in brackets, upper-cased ("UNAVAILABLE", RFC 5530); null without one. */
  readonly code: string | null;
  /** The server's words behind the code. */
  readonly text: string;
}

const maxWords = 1_000;

/**
 * What a server wrote, for people: as it stands, except that control and direction characters become blanks. They
 * could rewrite a terminal or turn a sentence round.
 */
export const readable = (words: string): string =>
  words
    .slice(0, maxWords)
    .replace(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu, ' ')
    .trim();

/** The refusal as the server wrote it: "[UNAVAILABLE] try again later"; null when it said nothing. */
export const wordsOf = (refusal: Refusal): string | null =>
  readable(refusal.code === null ? refusal.text : `[${refusal.code}] ${refusal.text}`) || null;

const busyCodes = ['UNAVAILABLE', 'LIMIT', 'INUSE'];
const credentialCodes = [
  'AUTHENTICATIONFAILED',
  'AUTHORIZATIONFAILED',
  'EXPIRED',
  'PRIVACYREQUIRED',
];

const busyWords =
  /\bbusy\b|\btry (it )?(again|later)\b|\bretry\b|\bagain later\b|\bunavailable\b|\btoo (many|frequent)|\btoo fast\b|\boverload|\bthrottl|\bover quota of connections\b|\bmaximum number of connections\b|\brate limit|\bfrequency limit|\btemporar|繁忙|忙碌|稍后|稍候|稍後|过于频繁|太频繁|频率|连接数|暂时|暫時/i;
const credentialWords =
  /\bpasswords?\b|\bcredentials?\b|\bwrong\b|\bincorrect\b|\b(bad|invalid) (user|login|account|authentication)|\bauthentication fail|\bfailed (log[io]ns?|attempts?)|密码|密碼/i;

/**
 * Whether the server only asks to come back later. Alibaba's throttling has no code of its own, so its wording
 * decides; a sentence that speaks of the password is about the password, whatever else it says.
 */
export function asksToWait(words: string, code: string | null): boolean {
  if (code !== null && busyCodes.includes(code)) return true;
  if (code !== null && credentialCodes.includes(code)) return false;
  return busyWords.test(words) && !credentialWords.test(words);
}
