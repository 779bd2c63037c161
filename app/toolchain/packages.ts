import type { Family } from './os-release.ts';
import type { Requirement, Sign } from './requirements.ts';

/** What a system shows about itself, gathered once. */
export interface Present {
  readonly libraries: ReadonlySet<string>;
  readonly hasProgram: (name: string) => boolean;
  readonly hasFile: (path: string) => boolean;
  readonly fonts: readonly string[];
}

function isThere(sign: Sign, present: Present): boolean {
  switch (sign.kind) {
    case 'library':
      return present.libraries.has(sign.name);
    case 'program':
      return present.hasProgram(sign.name);
    case 'file':
      return sign.anyOf.some(present.hasFile);
    case 'font':
      return present.fonts.some((name) => sign.pattern.test(name));
  }
}

export function missing(
  requirements: readonly Requirement[],
  present: Present,
): readonly Requirement[] {
  return requirements.filter(({ sign }) => !isThere(sign, present));
}

/** The sonames that `ldconfig -p` lists for 64-bit programs. */
export function parseLdconfig(text: string): Set<string> {
  const names = text.matchAll(/^\s*(\S+) \([^)]*(?:x86-64|AArch64)[^)]*\) => /gm);
  return new Set([...names].map((match) => match[1] ?? ''));
}

/** The packages that `apt-cache policy` knows a version of. */
export function parsePolicy(text: string): Set<string> {
  const names = text.matchAll(/^(\S+):\n\s+Installed: .*\n\s+Candidate: (?!\(none\))\S+/gm);
  return new Set([...names].map((match) => match[1] ?? ''));
}

/**
 * Debian's names for what is missing: of each requirement the first that apt knows. `unknown` are those of
 * which apt knows none (its lists may be empty, as in a fresh container).
 */
export function debianPackages(
  wanted: readonly Requirement[],
  known: ReadonlySet<string>,
): { readonly install: readonly string[]; readonly unknown: readonly string[] } {
  const install = new Set<string>();
  const unknown = new Set<string>();
  for (const { debian } of wanted) {
    const name = debian.find((candidate) => known.has(candidate));
    if (name !== undefined) install.add(name);
    else unknown.add(debian.at(-1) ?? '');
  }
  return { install: [...install], unknown: [...unknown] };
}

function nameOf(sign: Sign): string {
  switch (sign.kind) {
    case 'library':
    case 'program':
      return sign.name;
    case 'file':
      return sign.anyOf[0] ?? '';
    case 'font':
      return 'a font with Chinese characters';
  }
}

const managers = {
  debian: 'apt-get install --no-install-recommends',
  fedora: 'dnf install',
  arch: 'pacman -S',
  suse: 'zypper install',
} as const;

/** Names exactly what is missing and the command that gets it. */
export function explainMissing(
  wanted: readonly Requirement[],
  family: Family,
  debianNames: readonly string[],
): string {
  const list = `missing on this system: ${wanted.map(({ sign }) => nameOf(sign)).join(', ')}`;
  if (family === 'other') {
    return `${list}. Install these with the system's package manager, then run this again.`;
  }
  const names =
    family === 'debian' ? debianNames : [...new Set(wanted.map((each) => each[family]))];
  return `${list}. This gets it: sudo ${managers[family]} ${names.join(' ')}`;
}
