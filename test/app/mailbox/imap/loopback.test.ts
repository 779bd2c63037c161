import { describe, expect, it } from 'vitest';
import { isLoopback, isRemoteAddress } from '../../../../app/mailbox/imap/loopback.ts';

describe('this machine', () => {
  it.each(['127.0.0.1', '127.8.9.1', '::1', '::ffff:127.0.0.1'])(
    'has the address %s',
    (address) => {
      expect(isLoopback(address)).toBe(true);
      expect(isRemoteAddress(address)).toBe(false);
    },
  );

  it.each(['192.0.2.1', '0.0.0.0', '::', '2001:db8::1', '::ffff:192.0.2.127'])(
    'has not %s',
    (address) => {
      expect(isLoopback(address)).toBe(false);
      expect(isRemoteAddress(address)).toBe(true);
    },
  );

  it.each(['localhost', 'imap.example.com', '127.0.0.1.example.com'])(
    'may have the name %s: a look-up tells',
    (name) => {
      expect(isLoopback(name)).toBe(false);
      expect(isRemoteAddress(name)).toBe(false);
    },
  );
});
