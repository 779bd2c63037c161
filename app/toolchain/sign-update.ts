import { createPrivateKey, createPublicKey, sign } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { isSigned } from '../shell/updates/update-manifest.ts';
import { finish, say, SetupProblem } from './run.ts';

/** An Ed25519 private key, as `openssl genpkey -algorithm ed25519` writes it: the release keeps it as a secret. */
export function signManifest(manifest: string, privateKey: string): string {
  const key = createPrivateKey(privateKey);
  if (key.asymmetricKeyType !== 'ed25519') throw new SetupProblem('the key is not an Ed25519 key');
  return sign(null, Buffer.from(manifest, 'utf8'), key).toString('base64');
}

/** The 32 bytes of its public half in base64: SENDWELL_UPDATE_PUBLIC_KEY of the build. */
export function publicHalf(privateKey: string): string {
  const { x = '' } = createPublicKey(privateKey).export({ format: 'jwk' });
  return Buffer.from(x, 'base64url').toString('base64');
}

/** `npm run sign-update -- latest.yml …`: writes latest.yml.sig beside each, with the key in UPDATE_SIGNING_KEY. */
async function signAll(files: readonly string[]): Promise<number> {
  const key = process.env['UPDATE_SIGNING_KEY'] ?? '';
  if (key === '' || files.length === 0)
    throw new SetupProblem('needs UPDATE_SIGNING_KEY and the manifests to sign');
  for (const file of files) {
    const manifest = await readFile(file, 'utf8');
    const signature = signManifest(manifest, key);
    if (!isSigned(manifest, signature, publicHalf(key)))
      throw new SetupProblem(`${file}: the signature does not hold`);
    await writeFile(`${file}.sig`, `${signature}\n`);
  }
  say(`signed for the public key ${publicHalf(key)}`);
  return 0;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  await finish(signAll(process.argv.slice(2)));
