import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readLog } from '../../../../app/bounce/index.ts';

/** Documented replies of Alibaba and its neighbours, one a line: category, tab, the reply. */
const lines = readFileSync(new URL('../../../corpus/rejections.tsv', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split('\t') as [string, string]);

describe('documented rejections', () => {
  it.each(lines)('%s: %s', (category, line) => {
    const [first, ...more] = [...readLog(line)];
    expect(more).toEqual([]);
    expect(first?.notice.failures.map((failure) => failure.category)).toEqual([category]);
    expect(first?.notice.failures[0]?.confidence).toBe('certain');
    expect(first?.notice.failures[0]?.replyCode).toBe(Number(/[45]\d\d/.exec(line)?.[0]));
  });
});
