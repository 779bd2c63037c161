import { describe, expect, it } from 'vitest';
import { parseStartOptions } from '../../../app/shell/start-options.ts';

describe('parseStartOptions', () => {
  it('reads what the person typed among what Chromium is told', () => {
    const argv = ['--no-sandbox', '.', '--remote-debugging-port=0', '--sample', '--data', '/d'];
    expect(parseStartOptions(argv)).toEqual({
      sample: true,
      data: '/d',
      language: undefined,
      selfTest: false,
      finishDeleting: false,
    });
  });

  it('takes both ways of writing a value', () => {
    expect(parseStartOptions(['--data=/d', '--lang=zh-CN'])).toMatchObject({
      data: '/d',
      language: 'zh-CN',
    });
  });

  it.each([
    [['--lang', 'xx']],
    [['--lang']],
    [['--data']],
    [['--data=']],
    [['--sample=yes']],
    [[]],
  ])('passes over what it cannot use: %j', (argv) => {
    const { data, language } = parseStartOptions(argv);
    expect({ data, language }).toEqual({ data: undefined, language: undefined });
  });
});
