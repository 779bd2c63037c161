import { describe, expect, it } from 'vitest';
import {
  countRecipients,
  headerField,
  messageId,
  parseDate,
} from '../../../../app/bounce/index.ts';
import { decodeCharset } from '../../../../app/bounce/decode/charset.ts';
import { parseContentType } from '../../../../app/bounce/decode/header.ts';
import { htmlToText } from '../../../../app/bounce/decode/html.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

describe('header fields', () => {
  it('joins a character that is split between two encoded words', () => {
    expect(
      headerField(bytes('Subject: =?utf-8?B?6YCA5A==?=\r\n =?utf-8?B?v6E=?=\r\n\r\n'), 'subject'),
    ).toBe('退信');
  });
  it('reads RFC 2231 continuations', () => {
    const { parameters } = parseContentType(
      `application/x; name*0*=utf-8''%E9%80%80; name*1*=%E4%BF%A1; name*2=.eml`,
    );
    expect(parameters.get('name')).toBe('退信.eml');
  });
  it('finds the Message-ID and counts recipients outside quotes', () => {
    const raw = bytes(
      'Message-ID: <a@example.com>\r\nTo: "Li, Lei" <a@example.cn>, b@example.cn\r\nCc: c@example.cn\r\n\r\n',
    );
    expect(messageId(raw)).toBe('<a@example.com>');
    expect(countRecipients(raw)).toBe(3);
  });
});

describe('dates', () => {
  it.each([
    ['Mon, 2 Mar 2026 08:14:05 +0800', '2026-03-02T08:14:05+08:00'],
    ['2 Mar 26 08:14 GMT', '2026-03-02T08:14:00+00:00'],
    ['Mon, 02 Mar 2026 08:14:05 -0330 (NST)', '2026-03-02T08:14:05-03:30'],
  ])('%s', (written, iso) => expect(parseDate(written)?.iso).toBe(iso));
  it('refuses what is no date', () => expect(parseDate('yesterday')).toBeNull());
});

describe('text', () => {
  it('guesses undeclared Chinese, and believes valid UTF-8 over a wrong label', () => {
    expect(decodeCharset('\xcd\xcb\xd0\xc5\xcd\xa8\xd6\xaa', 'us-ascii')).toBe('退信通知');
    expect(decodeCharset('\xe9\x80\x80\xe4\xbf\xa1', '')).toBe('退信');
  });
  it('keeps addresses and transcripts that only look like tags', () => {
    expect(htmlToText('<p>to <user@example.com>: <<< 454 no</p>').trim()).toBe(
      'to <user@example.com>: <<< 454 no',
    );
  });
  it('marks quoted blocks and drops scripts', () => {
    expect(htmlToText('<script>a</script><blockquote>old</blockquote>new').trim()).toBe(
      '> old\nnew',
    );
  });
});
