import { build } from '../../app/toolchain/build.ts';
import { prepareElectron } from '../../app/toolchain/electron-runtime.ts';
import { newerNode, newerNodeExecutable } from '../../app/toolchain/node-newer.ts';
import { packageForThisSystem } from '../../app/toolchain/package.ts';
import { finish, run, say } from '../../app/toolchain/run.ts';
import { ensureTestPackages } from '../../app/toolchain/system-packages.ts';
import { countLine, sum, type Count } from './count.ts';
import { countProject } from './vitest.ts';

const checks = [
  [
    'lint',
    'eslint/bin/eslint.js',
    '--config',
    'test/eslint.config.js',
    '--max-warnings',
    '0',
    'app',
    'renderer',
    'test',
  ],
  ['typecheck', 'typescript/bin/tsc', '--noEmit'],
  ['format', 'prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.'],
  ['a minute of fuzzing', 'tsx/dist/cli.mjs', 'test/fuzz/run.ts', '--seconds', '60'],
] as const;

/** A check that fails counts as one failure; one that holds is no test and counts nothing. */
async function check([name, script, ...args]: (typeof checks)[number]): Promise<Count> {
  say(`checking: ${name}`);
  const status = await run(process.execPath, [`node_modules/${script}`, ...args]);
  if (status !== 0) say(`${name} failed`);
  return { passed: 0, failed: status === 0 ? 0 : 1 };
}

/** `npm test`: sets the machine up, then everything that can be checked, to the end even if something fails. */
async function all(): Promise<number> {
  ensureTestPackages();
  await build();
  await prepareElectron();

  const counts: Count[] = [];
  for (const each of checks) counts.push(await check(each));
  for (const project of ['unit', 'window', 'integration']) {
    counts.push(await countProject(project, false));
  }
  // What the window does not touch also runs on the Node that the shipped Electron holds, with its own SQLite.
  const newer = await newerNodeExecutable();
  if (newer !== null) {
    say(`the same on Node ${newerNode.version}`);
    for (const project of ['unit', 'integration'])
      counts.push(await countProject(project, false, newer));
  }
  counts.push(await countProject('e2e', true));
  counts.push(await countProject('chromium', false));
  say('packaging the app');
  await packageForThisSystem(false);
  counts.push(await countProject('packaged', true));

  const total = sum(counts);
  console.log(countLine(total));
  return total.failed === 0 && total.passed > 0 ? 0 : 1;
}

await finish(all());
