import { chmod, copyFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { build as bundle, type BuildOptions, type Metafile, type Plugin } from 'esbuild';
import { root } from './paths.ts';

const require = createRequire(import.meta.url);
const { version } = require('../../package.json') as { version: string };

/** imapflow runs with `logger: false`; pino needs a diagnostics channel that Node 18.15 lacks. */
const silentPino: Plugin = {
  name: 'silent-pino',
  setup(build) {
    build.onResolve({ filter: /^pino$/ }, () => ({ path: 'pino', namespace: 'silent' }));
    build.onLoad({ filter: /.*/, namespace: 'silent' }, () => ({
      contents: `
        const quiet = () => {};
        const logger = { level: 'silent', trace: quiet, debug: quiet, info: quiet, warn: quiet, error: quiet, fatal: quiet };
        logger.child = () => logger;
        const pino = () => logger;
        pino.pino = pino;
        pino.default = pino;
        module.exports = pino;`,
    }));
  },
};

/** The bundled SQLite package looks for its native file beside the bundle instead of in node_modules. */
const sqliteBesideBundle: Plugin = {
  name: 'sqlite-beside-bundle',
  setup(build) {
    build.onResolve({ filter: /^@photostructure\/sqlite$/ }, () => ({
      path: require.resolve('@photostructure/sqlite'),
    }));
    build.onResolve({ filter: /^node-gyp-build$/ }, () => ({
      path: 'node-gyp-build',
      namespace: 'native',
    }));
    build.onResolve({ filter: /^\.\/sqlite\.node$/, namespace: 'native' }, ({ path }) => ({
      path,
      external: true,
    }));
    build.onLoad({ filter: /.*/, namespace: 'native' }, () => ({
      contents: `module.exports = () => require('./sqlite.node');`,
    }));
  },
};

const shared: BuildOptions = {
  absWorkingDir: root,
  bundle: true,
  format: 'cjs',
  legalComments: 'linked',
  logLevel: 'warning',
  metafile: true,
  sourcemap: 'linked',
  sourcesContent: false,
};

/** Update host and public key come from the release's environment; a build without both looks for no update. */
function updatesOf(env: NodeJS.ProcessEnv): { url: string; publicKey: string } | null {
  const url = env['SENDWELL_UPDATE_URL'];
  const publicKey = env['SENDWELL_UPDATE_PUBLIC_KEY'];
  return url && publicKey ? { url, publicKey } : null;
}

/** CommonJS has no `import.meta.url`; the bundle's own address stands for it. */
const nodeSide: BuildOptions = {
  ...shared,
  platform: 'node',
  target: 'node18.15',
  plugins: [silentPino, sqliteBesideBundle],
  define: {
    'import.meta.url': 'bundleUrl',
    __VERSION__: JSON.stringify(version),
    __UPDATES__: JSON.stringify(updatesOf(process.env)),
  },
  external: ['node:sqlite'],
};
const bundleUrl = `const bundleUrl = require('node:url').pathToFileURL(__filename).href;`;

/** The files that went in. */
type Inputs = Promise<string[]>;
const inputs = ({ metafile }: { metafile?: Metafile | undefined }): string[] =>
  Object.keys(metafile?.inputs ?? {});

async function bundleMain(out: string): Inputs {
  const made = await bundle({
    ...nodeSide,
    entryPoints: ['app/main.ts'],
    outfile: join(out, 'main.cjs'),
    // The updater's debug output would colour itself with it where it is there.
    external: ['node:sqlite', 'electron', 'supports-color'],
    banner: { js: bundleUrl },
  });
  return inputs(made);
}

async function bundleCli(out: string): Inputs {
  const outfile = join(out, 'cli.cjs');
  const made = await bundle({
    ...nodeSide,
    entryPoints: ['app/cli.ts'],
    outfile,
    banner: { js: `#!/usr/bin/env node\n${bundleUrl}` },
  });
  await chmod(outfile, 0o755);
  return inputs(made);
}

/** What runs the command line in a thread of the installed app. */
async function bundleCommandThread(out: string): Promise<void> {
  await bundle({
    ...nodeSide,
    entryPoints: ['app/command-thread.ts'],
    outfile: join(out, 'command-thread.cjs'),
  });
}

/** A sandboxed preload may require electron and nothing else. */
async function bundlePreload(out: string): Promise<void> {
  const { metafile } = await bundle({
    ...shared,
    metafile: true,
    entryPoints: ['app/preload.ts'],
    outfile: join(out, 'preload.cjs'),
    platform: 'browser',
    target: 'chrome114',
    external: ['electron'],
  });
  const others = requiredBy(metafile).filter((name) => name !== 'electron');
  if (others.length > 0) throw new Error(`the preload may not require ${others.join(', ')}`);
}

/** Everything that the bundle still requires at run time. */
export function requiredBy(metafile: Metafile): string[] {
  const names = Object.values(metafile.outputs)
    .flatMap((file) => file.imports)
    .filter((used) => used.external)
    .map((used) => used.path);
  return [...new Set(names)].sort();
}

/** The package's prebuilt file for this platform, which runtimes without `node:sqlite` load. */
async function copyNativeSqlite(out: string): Promise<void> {
  const report = process.report.getReport() as { header?: { glibcVersionRuntime?: string } };
  const musl = process.platform === 'linux' && report.header?.glibcVersionRuntime === undefined;
  const prebuilt = join(
    dirname(require.resolve('@photostructure/sqlite/package.json')),
    'prebuilds',
    `${process.platform}-${process.arch}`,
    `@photostructure+sqlite.${musl ? 'musl' : 'glibc'}.node`,
  );
  await copyFile(prebuilt, join(out, 'sqlite.node'));
}

/** Writes main.cjs, preload.cjs, cli.cjs, command-thread.cjs and sqlite.node to `out`; gives the files inside. */
export async function bundleAll(out: string): Promise<readonly string[]> {
  const [main, cli] = await Promise.all([
    bundleMain(out),
    bundleCli(out),
    bundlePreload(out),
    bundleCommandThread(out),
    copyNativeSqlite(out),
  ]);
  return [...main, ...cli];
}
