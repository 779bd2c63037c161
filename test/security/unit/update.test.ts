import { generateKeyPairSync, sign } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { updateSource } from '../../../app/shell/updates/update-source.ts';
import { isSigned } from '../../../app/shell/updates/update-manifest.ts';
import { seededRandom } from '../../fuzz/mutate.ts';

const { publicKey, privateKey } = generateKeyPairSync('ed25519');
const key = Buffer.from(publicKey.export({ format: 'jwk' }).x ?? '', 'base64url').toString(
  'base64',
);
const manifest = 'version: 1.2.3\npath: Sendwell.AppImage\nsha512: abc\n';
const signature = sign(null, Buffer.from(manifest), privateKey).toString('base64');

describe('an update manifest', () => {
  it('is believed with the makers’ signature', () => {
    expect(isSigned(manifest, `${signature}\n`, key)).toBe(true);
  });

  it('is refused after any change of one bit, in 2,000 tries', () => {
    const random = seededRandom(7);
    const flip = (bytes: Buffer): Buffer => {
      const at = Math.floor(random() * bytes.length);
      bytes.writeUInt8(bytes.readUInt8(at) ^ (1 << Math.floor(random() * 7)), at);
      return bytes;
    };
    for (let tries = 0; tries < 1000; tries++) {
      expect(isSigned(flip(Buffer.from(manifest)).toString('latin1'), signature, key)).toBe(false);
      const other = flip(Buffer.from(signature, 'base64')).toString('base64');
      expect(isSigned(manifest, other, key)).toBe(false);
    }
  });

  it('is refused without a usable key or with an endless text', () => {
    expect(isSigned(manifest, signature, '')).toBe(false);
    expect(isSigned(manifest, signature, Buffer.alloc(32).toString('base64'))).toBe(false);
    const long = 'x'.repeat(100_000);
    expect(isSigned(long, sign(null, Buffer.from(long), privateKey).toString('base64'), key)).toBe(
      false,
    );
  });
});

describe('where updates come from', () => {
  const built = { url: 'https://example.com/releases', publicKey: key };
  const environment = {
    SENDWELL_TEST_UPDATE_URL: 'http://127.0.0.1:1',
    SENDWELL_TEST_UPDATE_KEY: 'of somebody else',
  };

  it('is told to an installed app by its build, not by whoever can set its environment', () => {
    expect(updateSource(built, true, environment)).toBe(built);
    expect(updateSource(null, true, environment)).toBeNull();
  });

  it('is nowhere for the portable program, and for a checkout that was told nothing', () => {
    const portable = { ...environment, PORTABLE_EXECUTABLE_FILE: 'E:\\Sendwell.exe' };
    expect(updateSource(built, true, portable)).toBeNull();
    expect(updateSource(built, false, {})).toBeNull();
  });
});
