/** Which packages a Linux system understands. */
export type Family = 'debian' | 'fedora' | 'arch' | 'suse' | 'other';

const families: readonly (readonly [Family, readonly string[]])[] = [
  ['debian', ['debian', 'ubuntu']],
  ['fedora', ['fedora', 'rhel', 'centos']],
  ['arch', ['arch']],
  ['suse', ['suse', 'opensuse', 'sles']],
];

function field(text: string, name: string): string {
  const line = text.split('\n').find((candidate) => candidate.startsWith(`${name}=`)) ?? '';
  return line
    .slice(name.length + 1)
    .trim()
    .replace(/^(["'])(.*)\1$/, '$2');
}

/** Reads /etc/os-release (os-release(5)): the system's own name first, then those it says it is like. */
export function familyOf(osRelease: string): Family {
  const names = `${field(osRelease, 'ID')} ${field(osRelease, 'ID_LIKE')}`
    .toLowerCase()
    .split(/\s+/);
  for (const name of names) {
    const family = families.find(([, members]) =>
      members.some((member) => name === member || name.startsWith(`${member}-`)),
    );
    if (family !== undefined) return family[0];
  }
  return 'other';
}
