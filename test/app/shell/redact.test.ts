import { describe, expect, it } from 'vitest';
import { redact, redactText } from '../../../app/shell/redact.ts';

describe('redact', () => {
  it.each([
    ['login of owner@example.com refused', 'owner'],
    ['<some.one+tag@mail.example.cn>: rejected', 'some.one'],
    ['password=hunter2 more', 'hunter2'],
    ['{"password":"hun ter2","x":1}', 'hun ter2'],
    ['Password: hunter2', 'hunter2'],
    ['A1 LOGIN owner hunter2', 'hunter2'],
    ['A1 AUTHENTICATE PLAIN AGh1bnRlcjI=', 'AGh1bnRlcjI='],
  ])('takes the secret out of %j', (text, secret) => {
    expect(redactText(text)).not.toContain(secret);
  });

  it('keeps what a helper needs: the domain, the code, the rest of the line', () => {
    expect(redactText('owner@example.com: 454 too frequently sending')).toBe(
      '[address]@example.com: 454 too frequently sending',
    );
  });

  it('looks into objects, lists and errors', () => {
    const value = {
      user: 'owner@example.com',
      auth: { pass: 'hunter2' },
      list: ['to@example.org'],
      error: new Error('for owner@example.com'),
    };
    const text = JSON.stringify(redact(value));
    for (const secret of ['owner', 'hunter2', 'to@']) expect(text).not.toContain(secret);
  });

  it('ends on a cycle', () => {
    const circle: Record<string, unknown> = { name: 'x' };
    circle['self'] = circle;
    expect(JSON.stringify(redact(circle))).toContain('[deeper]');
  });

  it('bounds a line that holds a whole message', () => {
    expect(redactText('x'.repeat(1_000_000)).length).toBeLessThanOrEqual(4000);
  });
});
