import { join } from 'node:path';
import { build } from './build.ts';
import { prepareElectron } from './electron-runtime.ts';
import { dist } from './paths.ts';
import { finish, run, say, SetupProblem } from './run.ts';
import { ensureWindowPackages } from './system-packages.ts';

function hasDisplay(env: NodeJS.ProcessEnv): boolean {
  return process.platform !== 'linux' || [env['DISPLAY'], env['WAYLAND_DISPLAY']].some(Boolean);
}

/** `npm start`: sets up what is missing, builds, opens the app. Gives the app's exit status. */
async function start(args: readonly string[]): Promise<number> {
  if (!hasDisplay(process.env)) {
    if (!args.includes('--sample')) {
      throw new SetupProblem(
        'there is no display here, so no window can open. The command line works without one: ' +
          'npm run build, then node dist/cli.cjs scan --user ADDRESS. ' +
          'For a look at the sample mailbox: npm start -- --sample',
      );
    }
    say(
      'there is no display here, so no window can open; scanning the sample mailbox in the terminal',
    );
    await build();
    return run(process.execPath, [join(dist, 'cli.cjs'), 'scan', ...args]);
  }
  ensureWindowPackages();
  await build();
  const target = await prepareElectron();
  return run(target.executablePath, [...target.args, ...args]);
}

await finish(start(process.argv.slice(2)));
