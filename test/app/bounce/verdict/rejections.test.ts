import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readLog } from '../../../../app/bounce/index.ts';

/** Replies, one a line: category, tab, the reply. */
const read = (name: string) =>
  readFileSync(new URL(`../../../corpus/${name}`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t') as [string, string]);

describe.each([
  ['documented rejections of Alibaba and its neighbours', 'rejections.tsv'],
  ['replies of other providers', 'replies.tsv'],
])('%s', (_, name) => {
  it.each(read(name))('%s: %s', (category, line) => {
    const [first, ...more] = [...readLog(line)];
    expect(more).toEqual([]);
    expect(first?.notice.failures.map((failure) => failure.category)).toEqual([category]);
    if (name === 'rejections.tsv') expect(first?.notice.failures[0]?.confidence).toBe('certain');
    expect(first?.notice.failures[0]?.replyCode).toBe(Number(/[45]\d\d/.exec(line)?.[0]));
  });
});
