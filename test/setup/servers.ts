import { build } from '../../app/toolchain/build.ts';
import { finish } from '../../app/toolchain/run.ts';
import { ensureTestPackages } from '../../app/toolchain/system-packages.ts';
import { runProject } from './vitest.ts';

/** `npm run test:integration [-- FILTER…]`: the tests against real mail servers. */
async function servers(): Promise<number> {
  ensureTestPackages();
  await build();
  return runProject('integration', false, process.argv.slice(2));
}

await finish(servers());
