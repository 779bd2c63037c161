import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { beforeDay, parseInternalDate, sinceDay } from '../../../../app/mailbox/imap/dates.ts';
import { roleFromFlags, roleFromName } from '../../../../app/mailbox/imap/folder-role.ts';
import { decodeFolderName, encodeFolderName } from '../../../../app/mailbox/imap/modified-utf7.ts';

describe('modified UTF-7', () => {
  it('writes the example of RFC 3501 section 5.1.3', () => {
    expect(encodeFolderName('~peter/mail/台北/日本語')).toBe('~peter/mail/&U,BTFw-/&ZeVnLIqe-');
    expect(decodeFolderName('~peter/mail/&U,BTFw-/&ZeVnLIqe-')).toBe('~peter/mail/台北/日本語');
    expect(encodeFolderName('已发送')).toBe('&XfJT0ZAB-');
    expect(encodeFolderName('R&D')).toBe('R&-D');
  });

  it('comes back from every name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (name) => {
        expect(decodeFolderName(encodeFolderName(name))).toBe(name);
        expect(encodeFolderName(name)).toMatch(/^[\x20-\x7e]*$/);
      }),
    );
  });

  it.each(['R&D', '&U,BTFw', '&A-', 'a&!!-b'])('leaves "%s", which is something else', (name) => {
    expect(decodeFolderName(name)).toBeNull();
  });
});

describe('roles', () => {
  it('come from XLIST and SPECIAL-USE in any case', () => {
    expect(roleFromFlags(['\\HasNoChildren', '\\Spam'])).toBe('junk');
    expect(roleFromFlags(['\\junk'])).toBe('junk');
    expect(roleFromFlags(['\\Inbox'])).toBe('inbox');
    expect(roleFromFlags(['\\AllMail', 'constructor'])).toBeNull();
  });

  it.each([
    ['inbox', '/', 'inbox'],
    ['垃圾邮件', '/', 'junk'],
    ['Sent Items', '/', 'sent'],
    ['INBOX.Drafts', '.', 'drafts'],
    ['[Gmail]/Trash', '/', 'trash'],
    ['已删除邮件', null, 'trash'],
    ['Archive/Sent', '/', 'other'],
    ['Customers', '/', 'other'],
    ['Archive/INBOX', '/', 'other'],
    ['', '/', 'other'],
  ])('of the name "%s" below "%s": %s', (path, delimiter, role) => {
    expect(roleFromName(path, delimiter)).toBe(role);
  });
});

describe('dates', () => {
  it('read INTERNALDATE with its zone', () => {
    expect(parseInternalDate('17-Jul-1996 02:44:25 -0730')?.toISOString()).toBe(
      '1996-07-17T10:14:25.000Z',
    );
    expect(parseInternalDate(' 1-Jan-2026 08:00:00 +0800')?.toISOString()).toBe(
      '2026-01-01T00:00:00.000Z',
    );
    for (const text of [
      '',
      '2026-01-01',
      '1-Foo-2026 08:00:00 +0800',
      '1-Jan-2026 08:00:00 +0800 x',
    ])
      expect(parseInternalDate(text)).toBeNull();
  });

  it('include every zone’s day on both sides', () => {
    const day = 86_400_000;
    const time = fc.integer({ min: Date.UTC(1990, 0), max: Date.UTC(2100, 0) });
    // The zones of the world, in minutes from UTC.
    const zone = fc.integer({ min: -12 * 60, max: 14 * 60 });
    fc.assert(
      fc.property(time, zone, (at, minutes) => {
        // The day that a server shows for a message of this moment.
        const shown = Math.floor((at + minutes * 60_000) / day) * day;
        expect(Date.parse(`${sinceDay(new Date(at))} UTC`)).toBeLessThanOrEqual(shown);
        expect(Date.parse(`${beforeDay(new Date(at))} UTC`)).toBeGreaterThan(shown);
      }),
    );
  });

  it('stay writable at the ends of time', () => {
    expect(sinceDay(new Date(-8.64e15))).toBe('1-Jan-1970');
    expect(beforeDay(new Date(8.64e15))).toBe('31-Dec-9999');
  });
});
