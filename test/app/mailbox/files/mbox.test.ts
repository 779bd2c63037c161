import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type MboxMessage, MboxSplitter } from '../../../../app/mailbox/files/mbox.ts';

const bytes = (text: string): Uint8Array => Buffer.from(text, 'latin1');
const textOf = ({ raw }: MboxMessage): string => Buffer.from(raw).toString('latin1');

function split(text: string, chunkSizes: readonly number[] = [], limit?: number): MboxMessage[] {
  const splitter = new MboxSplitter(limit);
  const whole = bytes(text);
  const found: MboxMessage[] = [];
  let start = 0;
  for (const size of chunkSizes) {
    found.push(...splitter.push(whole.subarray(start, start + size)));
    start += size;
  }
  found.push(...splitter.push(whole.subarray(start)), ...splitter.end());
  return found;
}

const separator = 'From MAILER-DAEMON Mon Mar  2 08:14:05 2026\n';

describe('splitting an mbox', () => {
  it('numbers messages from 1 and leaves out separators and the empty line before them', () => {
    const found = split(`${separator}Subject: a\n\none\n\n${separator}Subject: b\n\ntwo\n\n`);
    expect(found.map(textOf)).toEqual(['Subject: a\n\none\n', 'Subject: b\n\ntwo\n']);
    expect(found.map(({ number }) => number)).toEqual([1, 2]);
  });

  it('keeps CRLF and every empty line but the last', () => {
    const crlf = `${separator}Subject: a\n\none\n\n\n\n${separator}Subject: b\n\n`.replaceAll(
      '\n',
      '\r\n',
    );
    expect(split(crlf).map(textOf)).toEqual([
      'Subject: a\r\n\r\none\r\n\r\n\r\n',
      'Subject: b\r\n',
    ]);
  });

  it('takes one quote from ">From " and ">>From ", and from nothing else', () => {
    const found = split(`${separator}\n>From here\n>>From there\n> From\n>Fromage\n`);
    expect(found.map(textOf)).toEqual(['\nFrom here\n>From there\n> From\n>Fromage\n']);
  });

  it('does not split at a sentence that starts with From, nor without an empty line before', () => {
    const body = `Subject: a\n\nFrom Monday on we pause.\nFrom x Mon Mar 2 08:14:05 2026\n\nFrom now on.\n`;
    expect(split(separator + body).map(textOf)).toEqual([body]);
  });

  it('knows separators of Thunderbird, Gmail and undated first lines', () => {
    const found = split(
      'From somebody\nA: 1\n\n\nFrom - Mon Mar 02 08:14:05 2026\nA: 2\n\n\nFrom 17@xxx Mon Mar 02 08:14:05 +0000 2026\nA: 3\n',
    );
    expect(found.map(textOf)).toEqual(['A: 1\n\n', 'A: 2\n\n', 'A: 3\n']);
  });

  it('reads a file without any separator as one message, an empty one as none', () => {
    expect(split('\nSubject: a\n\nbody').map(textOf)).toEqual(['Subject: a\n\nbody']);
    expect(split('')).toEqual([]);
    expect(split('\n\n')).toEqual([]);
  });

  it('keeps the beginning of a message that is too large and goes on with the next', () => {
    const large = `Subject: a\n\n${'x'.repeat(500)}\n`;
    const found = split(`${separator}${large}\n${separator}B: 2\n\n`, [100, 300], 64);
    expect(found.map(({ truncated }) => truncated)).toEqual([true, false]);
    expect(textOf(found[0]!)).toBe(large.slice(0, 64));
    expect(textOf(found[1]!)).toBe('B: 2\n');
  });

  it('reads a line of megabytes, of which a separator is no part', () => {
    const long = `${'x'.repeat(3_000_000)}${separator}`;
    const found = split(`${separator}Subject: a\n\n${long}\n${separator}B: 2\n`, [1000, 70_000, 1]);
    expect(textOf(found[0]!)).toBe(`Subject: a\n\n${long}`);
    expect(found).toHaveLength(2);
  });

  it('finds the same messages however the bytes are cut', () => {
    const line = fc.constantFrom(
      separator,
      '\n',
      '\r\n',
      '>From quoted\n',
      '>>From twice\r\n',
      'Subject: x\n',
      'From me to you\n',
      'text',
      `${'y'.repeat(70_000)}\n`,
      `>From ${'z'.repeat(66_000)}\n`,
    );
    fc.assert(
      fc.property(
        fc.array(line, { maxLength: 25 }),
        fc.array(fc.integer({ min: 1, max: 30_000 }), { maxLength: 40 }),
        fc.array(fc.integer({ min: 1, max: 5 }), { maxLength: 60 }),
        (lines, large, small) => {
          const text = lines.join('');
          const expected = split(text).map((found) => ({ ...found, raw: textOf(found) }));
          const cut = split(text, [...small, ...large]);
          expect(cut.map((found) => ({ ...found, raw: textOf(found) }))).toEqual(expected);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('gives back what was put in', () => {
    const body = fc.array(fc.constantFrom('a', 'From b 01:02 2026', '>From c', '', 'd e'), {
      minLength: 1,
      maxLength: 8,
    });
    fc.assert(
      fc.property(fc.array(body, { maxLength: 6 }), (bodies) => {
        const mails = bodies.map((lines) => ['Subject: s', '', ...lines, 'end', ''].join('\n'));
        const quoted = mails.map((mail) => mail.replaceAll(/^(>*From )/gm, '>$1'));
        const mbox = quoted.map((mail) => `${separator}${mail}\n`).join('');
        expect(split(mbox).map(textOf)).toEqual(mails);
      }),
    );
  });
});
