import { accessSync, constants, existsSync, readdirSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { installWithApt, namesFor } from './apt.ts';
import { familyOf } from './os-release.ts';
import { explainMissing, missing, parseLdconfig, type Present } from './packages.ts';
import {
  testRequirements,
  windowRequirements,
  yardstickRequirements,
  type Requirement,
} from './requirements.ts';
import { output, SetupProblem } from './run.ts';

function hasProgram(name: string): boolean {
  // A person's PATH often leaves the system folders out, where servers live.
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/sbin', '/sbin'];
  return folders.some((folder) => {
    try {
      accessSync(join(folder, name), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

function fontFiles(folder = '/usr/share/fonts'): string[] {
  return existsSync(folder)
    ? readdirSync(folder, { recursive: true }).map((entry) => entry.toString())
    : [];
}

function look(): Present {
  const listed = output('/sbin/ldconfig', ['-p']) ?? output('ldconfig', ['-p']) ?? '';
  return {
    libraries: parseLdconfig(listed),
    hasProgram,
    hasFile: existsSync,
    fonts: fontFiles(),
  };
}

function ensure(requirements: readonly Requirement[]): void {
  const wanted = missing(requirements, look());
  if (wanted.length === 0) return;
  const osRelease = '/etc/os-release';
  const family = familyOf(existsSync(osRelease) ? readFileSync(osRelease, 'utf8') : '');
  if (family !== 'debian' || process.getuid?.() !== 0) {
    const { install, unknown } =
      family === 'debian' ? namesFor(wanted) : { install: [], unknown: [] };
    throw new SetupProblem(explainMissing(wanted, family, [...install, ...unknown]));
  }
  installWithApt(wanted);
  const still = missing(requirements, look());
  if (still.length > 0) throw new SetupProblem(explainMissing(still, 'other', []));
}

/** What the window needs. Only Linux leaves that to the system. */
export function ensureWindowPackages(): void {
  if (process.platform === 'linux') ensure(windowRequirements);
}

/** What the scan's benchmark compares with. */
export function ensureYardstick(): void {
  ensure(yardstickRequirements);
}

/** What all tests need: they start real mail servers, and a window where no screen is. */
export function ensureTestPackages(): void {
  if (process.platform !== 'linux') {
    throw new SetupProblem(
      'all tests need Linux, where they start Dovecot, Postfix and Xvfb; here npm run test:unit works',
    );
  }
  ensure([...windowRequirements, ...testRequirements]);
}
