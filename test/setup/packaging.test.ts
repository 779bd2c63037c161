import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Ajv, type AnySchema } from 'ajv';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { root } from '../../app/toolchain/paths.ts';

const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const config = parse(read('electron-builder.yml')) as Record<string, Record<string, unknown>>;

describe('electron-builder.yml', () => {
  it('is one by electron-builder’s own schema', { timeout: 60_000 }, () => {
    const scheme = createRequire(import.meta.url).resolve('app-builder-lib/scheme.json');
    const ajv = new Ajv({ strict: false, validateFormats: false });
    const valid = ajv.validate(JSON.parse(readFileSync(scheme, 'utf8')) as AnySchema, config);
    expect([valid, ajv.errors]).toEqual([true, null]);
  });

  it('makes every kind of package that is promised', () => {
    const targets = ['win', 'mac', 'linux'].map((system) => config[system]?.['target']);
    expect(targets).toEqual([
      ['nsis', 'portable'],
      ['dmg', 'zip'],
      ['deb', 'rpm', 'AppImage'],
    ]);
  });

  it('opens .eml and .mbox', () => {
    const associations = config['fileAssociations'] as unknown as { ext: string }[];
    expect(associations.map(({ ext }) => ext)).toEqual(['eml', 'mbox']);
  });

  it('lets Ubuntu 24.04 start it: the profile allows user namespaces, for this program alone', () => {
    const profile = read(String(config['deb']?.['appArmorProfile']));
    expect(profile).toMatch(/^\s*userns,$/m);
    expect(profile).toContain(
      'profile "${executable}" "/opt/${sanitizedProductName}/${executable}"',
    );
    // The package's own script installs it; without that the profile would be a file that nobody reads.
    const script = createRequire(import.meta.url).resolve(
      'app-builder-lib/templates/linux/after-install.tpl',
    );
    expect(readFileSync(script, 'utf8')).toContain('/etc/apparmor.d/${executable}');
  });

  it('asks macOS for the compiler’s right and no other', () => {
    const entitlements = read(String(config['mac']?.['entitlements']));
    expect([...entitlements.matchAll(/<key>(.*)<\/key>/g)].map(([, key]) => key)).toEqual([
      'com.apple.security.cs.allow-jit',
    ]);
    expect(config['mac']).toMatchObject({ hardenedRuntime: true, notarize: true });
  });
});

describe('what is installed', () => {
  const lock = JSON.parse(read('package-lock.json')) as {
    packages: Record<
      string,
      { version?: string; dev?: boolean; resolved?: string; hasInstallScript?: boolean }
    >;
  };

  it('is audited whole: everything in the bundles is a dependency, not a tool', () => {
    const built = join(root, 'dist', 'licences.json');
    // Unit tests also run without a build; npm test builds first.
    if (!existsSync(built)) return;
    const inside = JSON.parse(readFileSync(built, 'utf8')) as { name: string; version: string }[];
    const shipped = new Set(
      Object.entries(lock.packages)
        .filter(([, { dev }]) => dev !== true)
        .map(
          ([path, { version }]) => `${path.split('node_modules/').at(-1) ?? ''} ${version ?? ''}`,
        ),
    );
    const tools = inside.filter(({ name, version }) => !shipped.has(`${name} ${version}`));
    expect(tools.map(({ name }) => name)).toEqual([]);
  });

  it('comes from whatever registry npm is set up for', () => {
    expect(Object.values(lock.packages).filter(({ resolved }) => resolved !== undefined)).toEqual(
      [],
    );
  });

  it('needs no install script', () => {
    // Each of these works without: optional speed-ups and checks of the tools. .github/workflows/ci.yml installs
    // with --ignore-scripts and everything passes.
    const scripts = Object.entries(lock.packages)
      .filter(([, { hasInstallScript }]) => hasInstallScript === true)
      .map(([path]) => path.split('node_modules/').at(-1));
    expect(scripts.filter((name) => !optionalScripts.has(name ?? ''))).toEqual([]);
  });
});

const optionalScripts: ReadonlySet<string> = new Set([
  // Compares its binary's version; the binary itself is a package of its own.
  'esbuild',
  'fsevents',
  // Has prebuilt files for every platform inside.
  '@photostructure/sqlite',
  // Only rebuild native modules or sign on Windows, which a release of this app does without.
  'electron-winstaller',
]);
