import { Readable } from 'node:stream';
import { describe, expect, it, vi } from 'vitest';
import { passwordCommand, type PasswordOptions } from '../../../app/commands/password.ts';
import type { Terminal } from '../../../app/commands/terminal.ts';
import { judgePolicy } from '../../../app/password/policy.ts';
import { createText, type Language } from '../../../app/text/text.ts';

// Many rounds, on machines that may be busy: no test here is about time.
vi.setConfig({ testTimeout: 60_000 });

const account = 'owner@example.com';

async function run(
  options: Partial<PasswordOptions> & { readonly words: readonly string[] },
  input: string | Iterable<Buffer> = '',
  language: Language = 'en',
) {
  let out = '';
  let told = '';
  const stdin = Readable.from(typeof input === 'string' ? [Buffer.from(input)] : input);
  const terminal: Terminal = {
    text: createText(language),
    timeZone: 'UTC',
    env: { SENDWELL_PASSWORD: 'Unasked-for-9' },
    signal: new AbortController().signal,
    stdin: stdin as unknown as NodeJS.ReadStream,
    stderrIsTerminal: false,
    clock: () => new Date(0),
    write: (text) => {
      out += text;
      return Promise.resolve();
    },
    tell: (text) => {
      told += `${text}\n`;
    },
  };
  const status = await passwordCommand(terminal, {
    account,
    length: undefined,
    json: false,
    ...options,
  });
  return { status, out, told };
}

const check = async (input: string | Iterable<Buffer>, language?: Language) => {
  const { status, out, told } = await run({ words: ['check'], json: true }, input, language);
  expect(told).toBe('');
  return { status, document: JSON.parse(out) as { compliant: boolean; notes: string[] } };
};

describe('password check', () => {
  it('answers in the promised shape', async () => {
    expect(await check('abcdefg1\n')).toEqual({
      status: 0,
      document: {
        compliant: false,
        rules: [
          { rule: 'length', ok: true },
          { rule: 'characterTypes', ok: false },
          { rule: 'noAccount', ok: true },
        ],
        strength: { score: 1, guessesLog10: expect.any(Number) as number },
        notes: [expect.stringContaining('asks for 9') as string],
      },
    });
  });

  it.each([
    ['kR7#pQ2!vX9$mN4w', true],
    ['kR7#pQ2!vX9$mN4w\n', true],
    ['kR7#pQ2\n', false],
    ['kR7#pQ2\r\n', false],
    ['kR7#pQ2\n\n', true],
    ['\n', false],
    ['', false],
    ['😀😀😀😀😀Aa1', true],
  ])('of %j is %s', async (input, compliant) => {
    const { status, document } = await check(input);
    expect(status).toBe(0);
    expect(document.compliant).toBe(compliant);
  });

  it('tells a newline inside from the one at the end', async () => {
    const { document } = await check('kR7#pQ2!vX9\n\n');
    expect(document.notes).toEqual([expect.stringContaining('control characters')]);
  });

  it('takes 10 MB and bytes that are no text', async () => {
    const megabyte = Buffer.alloc(1_000_000, 0xff);
    const { status, document } = await check(Array.from({ length: 10 }, () => megabyte));
    expect(status).toBe(0);
    expect(document.compliant).toBe(false);
  });

  it('does not read for ever', async () => {
    const megabyte = Buffer.alloc(1_000_000, 'Aa1!');
    let given = 0;
    const endless = function* () {
      for (;;) {
        given += 1;
        yield megabyte;
      }
    };
    expect((await check(endless())).document.compliant).toBe(false);
    expect(given).toBeLessThan(200);
  });

  it.each(['en', 'zh-CN'] as const)('never shows the password (%s)', async (language) => {
    const secret = 'Gravel7=Tulip=Zephyr';
    const { status, out, told } = await run({ words: ['check'] }, secret, language);
    expect(status).toBe(0);
    expect(out).not.toMatch(/Gravel|Tulip|Zephyr/);
    expect(out).not.toMatch(/password:|\{\{/);
    expect(told).toBe('');
  });

  it('says its notes in the chosen language', async () => {
    const { document } = await check('Abcdefg1', 'zh-CN');
    expect(document.notes[0]).toContain('8 个字符');
  });
});

describe('password suggest', () => {
  it('answers in the promised shape', async () => {
    const { status, out } = await run({ words: ['suggest'], json: true });
    expect(status).toBe(0);
    const document = JSON.parse(out) as { password: string };
    expect(document).toEqual({
      password: expect.stringMatching(/^.{16}$/) as string,
      strength: { score: 4, guessesLog10: expect.any(Number) as number },
    });
    expect(judgePolicy(document.password, account).compliant).toBe(true);
  });

  it('writes the password alone to standard output', async () => {
    const { out, told } = await run({ words: ['suggest'], length: '64' });
    expect(out).toMatch(/^\S{64}\n$/);
    expect(told).toContain('4 of 4');
  });
});

describe('wrong usage', () => {
  it.each<[Partial<PasswordOptions> & { words: string[] }]>([
    [{ words: [] }],
    [{ words: ['Hunter2!x'] }],
    [{ words: ['check', 'Hunter2!x'] }],
    [{ words: ['suggest', 'Hunter2!x'] }],
    [{ words: ['check'], account: undefined }],
    [{ words: ['check'], account: 'owner' }],
    [{ words: ['check'], account: '@example.com' }],
    [{ words: ['check'], length: '16' }],
    ...['15', '65', '8', '0', '-1', '16.5', '1e2', '0x20', '', ' 20', '999999999999'].map(
      (length): [{ words: string[]; length: string }] => [{ words: ['suggest'], length }],
    ),
  ])('%j ends with 2, repeats no password and writes nothing', async (options) => {
    const { status, out, told } = await run(options, 'Abcdefg1');
    expect(status).toBe(2);
    expect(out).toBe('');
    expect(told).not.toBe('');
    expect(told).not.toContain('Hunter2');
  });
});
