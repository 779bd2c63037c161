import { packageForThisSystem } from '../../app/toolchain/package.ts';
import { finish } from '../../app/toolchain/run.ts';
import { ensureTestPackages } from '../../app/toolchain/system-packages.ts';
import { runProject } from './vitest.ts';

/** `npm run self-test`: packages the app for this system and tests what came out. */
async function selfTest(): Promise<number> {
  if (process.platform === 'linux') ensureTestPackages();
  await packageForThisSystem(false);
  return runProject('packaged', true, process.argv.slice(2));
}

await finish(selfTest());
