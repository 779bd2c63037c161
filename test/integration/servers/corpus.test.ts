import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readNotice } from '../../../app/bounce/index.ts';

const corpus = fileURLToPath(new URL('../../corpus/servers/', import.meta.url));
const notices = readdirSync(corpus, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.eml'))
  .sort();

interface Expected {
  readonly isBounce: boolean;
  readonly failures: readonly { readonly recipient: string }[];
}

test('the corpus holds notices', () => {
  expect(notices.length).toBeGreaterThan(40);
});

/**
 * What the reader does not understand yet; an entry that it understands makes its test fail, so that it is removed.
 * Sendmail's transcript tells of all recipients at once, and its Diagnostic-Code holds the first line of a reply only.
 */
const notYetRead: readonly string[] = [
  'sendmail/34-spam-several-lines.eml',
  'sendmail/38-five-verdicts.eml',
  'sendmail/40-twenty-five-recipients.eml',
];

test.each(notices.filter((name) => !notYetRead.includes(name)))('reads %s', expectReading);
test.fails.each(notYetRead)('does not read %s yet', expectReading);

function expectReading(name: string): void {
  const file = join(corpus, name);
  const expected = JSON.parse(
    readFileSync(file.replace(/\.eml$/, '.expected.json'), 'utf8'),
  ) as Expected;
  const notice = readNotice(readFileSync(file));
  expect(notice.isBounce).toBe(expected.isBounce);
  const byRecipient = (one: { recipient: string | null }, other: { recipient: string | null }) =>
    String(one.recipient).localeCompare(String(other.recipient));
  expect([...notice.failures].sort(byRecipient)).toMatchObject(
    [...expected.failures].sort(byRecipient),
  );
}
