import { generateKeyPairSync, sign } from 'node:crypto';
import { isSigned } from '../../app/shell/updates/update-manifest.ts';
import { mutate } from './mutate.ts';
import { Finding, type Target } from './target.ts';

const manifest = [
  'version: 9.0.0',
  'files:',
  '  - url: Sendwell-9.0.0-linux-x86_64.AppImage',
  '    sha512: YWJj',
  '    size: 100',
  'path: Sendwell-9.0.0-linux-x86_64.AppImage',
  'sha512: YWJj',
  "releaseDate: '2026-03-02T08:00:00.000Z'\n",
].join('\n');

/** The update's manifest or its signature, mutated: refused, unless it is what was signed to the letter. */
export const update: Target = {
  name: 'update',
  share: { time: 0.01, inputs: 0.01 },
  run(random, goOn) {
    const { publicKey, privateKey } = generateKeyPairSync('ed25519');
    const key = Buffer.from(publicKey.export({ format: 'jwk' }).x ?? '', 'base64url');
    const signature = sign(null, Buffer.from(manifest), privateKey);
    let count = 0;
    for (; goOn(count); count += 1) {
      const raw = Buffer.from(mutate(random, [random() < 0.5 ? Buffer.from(manifest) : signature]));
      // As text, in which bytes that are none are lost: what was signed is the text as it arrives.
      const said = raw.toString('utf8');
      const believed =
        isSigned(said, signature.toString('base64'), key.toString('base64')) ||
        isSigned(manifest, raw.toString('base64'), key.toString('base64')) ||
        isSigned(manifest, said, key.toString('base64'));
      if (believed && said !== manifest && !raw.equals(signature))
        throw new Finding('another manifest or signature is believed', raw);
    }
    return Promise.resolve({ fed: count, words: 'none believed but what was signed' });
  },
};
