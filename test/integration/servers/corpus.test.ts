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

test.each(notices)('reads %s', (name) => {
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
});
