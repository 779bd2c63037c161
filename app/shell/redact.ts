/** Addresses and hosts of people do not belong in a log that may be sent to somebody for help. */
const address = /[^\s@<>"'(),:;]{1,64}@[^\s@<>"'(),:;]{1,253}/g;
/** What might hold a secret by its name, in `name=value`, `name: value` and JSON. */
const named =
  /("?\b(?:pass(?:word|wd)?|pwd|secret|token|authorization|auth)\b"?\s*[:=]\s*)("[^"]*"|\S+)/gi;
/** LOGIN and AUTHENTICATE as they stand on the wire. */
const wire = /\b(LOGIN|AUTHENTICATE\s+\S+)\s+.*/gi;
const secretKey = /^(pass(word|wd)?|pwd|secret|token|authorization|auth)$/i;

/** Deeper than anything that is logged on purpose; stops a cycle. */
const deepest = 5;

export function redactText(text: string): string {
  return text
    .slice(0, 4000)
    .replace(wire, '$1 [removed]')
    .replace(named, '$1[removed]')
    .replace(address, (found) => `[address]@${found.slice(found.lastIndexOf('@') + 1)}`);
}

/** A copy without addresses and secrets, for anything that is about to be written to the log. */
export function redact(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return redactText(value);
  if (value instanceof Error) return redactText(value.stack ?? value.message);
  if (typeof value !== 'object' || value === null) return value;
  if (depth >= deepest) return '[deeper]';
  if (Array.isArray(value)) return value.slice(0, 100).map((each) => redact(each, depth + 1));
  return Object.fromEntries(
    Object.entries(value)
      .slice(0, 100)
      .map(([key, each]) => [key, secretKey.test(key) ? '[removed]' : redact(each, depth + 1)]),
  );
}
