import type { LookupAddress } from 'node:dns';
import { describe, expect, it } from 'vitest';
import {
  isLoopback,
  isRemoteAddress,
  onlyLoopback,
  remoteRefused,
} from '../../../../app/mailbox/imap/loopback.ts';

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

describe('a look-up for this machine only', () => {
  type Found = { code: string | null; address: string | readonly LookupAddress[] };
  const lookUp = (addresses: readonly string[], all = false, error: Error | null = null) =>
    new Promise<Found>((resolve) => {
      const records = addresses.map((address) => ({ address, family: 4 }));
      const guarded = onlyLoopback((_name, _options, callback) =>
        error ? callback(error) : callback(null, records),
      );
      guarded('imap.example.com', { all }, (failure, address) =>
        resolve({ code: failure?.code ?? null, address }),
      );
    });

  it('hands on its own addresses, one or all as asked', async () => {
    expect(await lookUp(['127.0.0.1', '::1'])).toEqual({ code: null, address: '127.0.0.1' });
    const all = await lookUp(['127.0.0.1', '::1'], true);
    expect(all).toMatchObject({
      code: null,
      address: [{ address: '127.0.0.1' }, { address: '::1' }],
    });
  });

  it('refuses another machine’s, also behind one of its own', async () => {
    expect(await lookUp(['192.0.2.1'])).toEqual({ code: remoteRefused, address: '' });
    expect(await lookUp(['127.0.0.1', '192.0.2.1'], true)).toEqual({
      code: remoteRefused,
      address: '',
    });
  });

  it('passes on that there is no such name', async () => {
    const error = Object.assign(new Error('no'), { code: 'EAI_AGAIN' });
    expect((await lookUp([], false, error)).code).toBe('EAI_AGAIN');
    expect((await lookUp([])).code).toBe('ENOTFOUND');
  });
});
