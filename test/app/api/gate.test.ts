import { describe, expect, it } from 'vitest';
import { admit, mostArgumentBytes, type Caller } from '../../../app/api/gate.ts';
import { isOwnPage } from '../../../app/shell/page/page-files.ts';

const rules = { isKnownWindow: (id: number) => id === 1, isOwnPage };
const page = 'sendwell://app/index.html';
const caller = (change: Partial<{ id: number; url: string; parent: unknown }> = {}): Caller => ({
  sender: { id: change.id ?? 1 },
  senderFrame: { url: change.url ?? page, parent: change.parent ?? null },
});
const ask = (from: Caller, ...given: unknown[]) => admit(rules, from, 'scan:status', given);

describe('the gate', () => {
  it('lets our own page ask', () => {
    expect(ask(caller(), { accountId: 7 })).toEqual({ ok: true, argument: { accountId: 7 } });
  });

  it('lets a question without an argument pass', () => {
    expect(admit(rules, caller(), 'account:list', []).ok).toBe(true);
    expect(admit(rules, caller(), 'account:list', [undefined]).ok).toBe(true);
  });

  it('hands on only what the contract names', () => {
    const given = { accountId: 7, isAdmin: true };
    expect(ask(caller(), given)).toEqual({ ok: true, argument: { accountId: 7 } });
  });

  it('refuses a window that main did not open', () => {
    expect(ask(caller({ id: 2 }), { accountId: 7 })).toEqual({
      ok: false,
      refusal: 'unknown-window',
    });
  });

  it('refuses a frame inside our page, even one of our own', () => {
    expect(ask(caller({ parent: {} }), { accountId: 7 })).toEqual({
      ok: false,
      refusal: 'not-main-frame',
    });
  });

  it('refuses a frame that is gone', () => {
    const from: Caller = { sender: { id: 1 }, senderFrame: null };
    expect(ask(from, { accountId: 7 })).toEqual({ ok: false, refusal: 'not-main-frame' });
  });

  it.each([
    'https://example.com/',
    'file:///etc/passwd',
    'about:blank',
    'data:text/html,x',
    'sendwell://app.example.com/index.html',
    'sendwell://evil/index.html',
    'sendwell://app@evil/index.html',
    'sendwell://user:word@app/index.html',
    'sendwell://app:81/index.html',
    'sendwell-x://app/index.html',
    'https://sendwell//app/index.html',
    '',
  ])('refuses the foreign page %j', (url) => {
    expect(ask(caller({ url }), { accountId: 7 })).toEqual({ ok: false, refusal: 'foreign-page' });
  });

  it.each([[{}], [{ accountId: '7' }], [{ accountId: -1 }], [null], [undefined], ['x'], [[7]]])(
    'refuses the argument %j',
    (given) => {
      expect(ask(caller(), given)).toEqual({ ok: false, refusal: 'bad-argument' });
    },
  );

  it('refuses an argument where none belongs, and a second one', () => {
    expect(admit(rules, caller(), 'account:list', ['x'])).toMatchObject({
      refusal: 'bad-argument',
    });
    expect(ask(caller(), { accountId: 7 }, 'more')).toMatchObject({ refusal: 'bad-argument' });
  });

  it('refuses an oversized argument before its shape is looked at', () => {
    const given = { accountId: 7, filler: 'x'.repeat(mostArgumentBytes) };
    expect(ask(caller(), given)).toEqual({ ok: false, refusal: 'too-large' });
  });

  it('counts what JSON does not see', () => {
    const given = { accountId: 7, filler: new Map([['x', new Uint8Array(mostArgumentBytes)]]) };
    expect(ask(caller(), given)).toEqual({ ok: false, refusal: 'too-large' });
  });

  it('refuses a password longer than any server takes', () => {
    const given = {
      address: 'owner@example.com',
      password: 'x'.repeat(1025),
      host: 'imap.example.com',
      port: 993,
      useChosenCa: false,
    };
    expect(admit(rules, caller(), 'scan:connect', [given])).toMatchObject({ ok: false });
    expect(admit(rules, caller(), 'scan:connect', [{ ...given, password: 'x' }]).ok).toBe(true);
  });

  it('takes the name of a link, never an address', () => {
    const asked = admit(rules, caller(), 'link:open', [{ link: 'https://example.com/' }]);
    expect(asked).toEqual({ ok: false, refusal: 'bad-argument' });
  });
});
