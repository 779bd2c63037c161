import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mayBeNotice, readLog, readNotice } from '../../../app/bounce/index.ts';
import type { Notice } from '../../../app/bounce/index.ts';
import { brokenInvariants } from '../../fuzz/invariants.ts';
import { readCorpus } from './corpus.ts';
import { attacks, bytesOf } from './hostile.ts';

function checkNotice(notice: Notice): void {
  expect(brokenInvariants(notice)).toEqual([]);
}

describe('attacks', () => {
  it.each(Object.entries(attacks))('%s ends, within bounds', (_, make) => {
    checkNotice(readNotice(bytesOf(make())));
  });

  it.each([
    ['1,000 levels of multipart', 'too-deep'],
    ['100,000 parts', 'too-many-parts'],
    ['only line ends', 'too-large'],
  ])('%s is reported as unreadable: %s', (name, reason) => {
    expect(readNotice(bytesOf(attacks[name]!())).unreadable).toBe(reason);
  });

  it('says why there is nothing to read', () => {
    expect(readNotice(new Uint8Array()).unreadable).toBe('empty');
    expect(readNotice(bytesOf('\x89PNG\r\n\x1a\n\0\0')).unreadable).toBe('not-mail');
    expect(readNotice(bytesOf('\x1f\x8b\b\nq:\x03\xfe\n\n\xed\xbd')).unreadable).toBe('not-mail');
    expect(readNotice(bytesOf('Subject: lunch\n\nAt noon.')).unreadable).toBeNull();
  });
});

describe('properties', () => {
  const samples = readCorpus();

  it('any bytes give a notice', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 3000 }), (raw) => checkNotice(readNotice(raw))),
    );
  });

  it('any bytes behind the header of a notice give a notice', () => {
    const header = 'From: MAILER-DAEMON@a.example\r\nSubject: failure notice\r\n';
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 3000 }), (body) =>
        checkNotice(readNotice(new TextEncoder().encode(`${header}${body}`))),
      ),
    );
  });

  it('a notice cut off anywhere gives a notice', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...samples),
        fc.double({ min: 0, max: 1, noNaN: true }),
        ({ raw }, share) =>
          checkNotice(readNotice(raw.subarray(0, Math.floor(raw.length * share)))),
      ),
    );
  });

  it('line ends do not change the verdict', () => {
    fc.assert(
      fc.property(fc.constantFrom(...samples), ({ raw }) => {
        const text = Buffer.from(raw).toString('latin1').replaceAll('\r\n', '\n');
        expect(readNotice(bytesOf(text.replaceAll('\n', '\r\n'))).failures).toEqual(
          readNotice(bytesOf(text)).failures,
        );
      }),
      { numRuns: 200 },
    );
  });

  it('a quoted notice is no notice', () => {
    fc.assert(
      fc.property(fc.constantFrom(...samples), ({ raw }) => {
        const quoted = Buffer.from(raw).toString('latin1').replace(/^/gm, '> ');
        const mail = `From: Han <han@example.org>\r\nSubject: Re: Undelivered Mail\r\n\r\n${quoted}`;
        expect(readNotice(bytesOf(mail)).isBounce).toBe(false);
      }),
      { numRuns: 200 },
    );
  });

  it('the choice by header refuses nothing that is read as a direct notice', () => {
    for (const { raw } of samples) {
      const notice = readNotice(raw);
      if (notice.isBounce && !notice.forwarded) expect(mayBeNotice(raw)).toBe(true);
    }
  });

  it('any log text gives notices', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 2000 }), (text) => {
        for (const { notice } of readLog(`554 Reject by behaviour spam ${text}`))
          checkNotice(notice);
      }),
    );
  });
});
