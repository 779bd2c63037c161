import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from '../../app/toolchain/build.ts';
import { prepareElectron } from '../../app/toolchain/electron-runtime.ts';
import { root } from '../../app/toolchain/paths.ts';
import { finish } from '../../app/toolchain/run.ts';
import { ensureTestPackages } from '../../app/toolchain/system-packages.ts';
import { runProject } from './vitest.ts';

/**
 * `npm run test:e2e` and `npm run screenshots` (the first argument is the project): the app in its real window.
 * `npm run screenshots -- --readme` writes the README's pictures to docs/pictures and no others.
 */
async function window(): Promise<number> {
  const [project = 'e2e', ...given] = process.argv.slice(2);
  const readme = given.includes('--readme');
  if (readme) process.env['SENDWELL_README'] = 'yes';
  const rest = readme ? ['readme'] : given;
  ensureTestPackages();
  await build();
  await prepareElectron();
  // A picture that nothing takes any more must not be taken for how the app looks; one topic alone leaves the others.
  if (project === 'screenshots' && rest.length === 0)
    rmSync(join(root, 'test', 'out', 'screens'), { recursive: true, force: true });
  return runProject(project, true, rest);
}

await finish(window());
