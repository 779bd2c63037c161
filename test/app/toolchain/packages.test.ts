import { describe, expect, it } from 'vitest';
import {
  debianPackages,
  explainMissing,
  missing,
  parseLdconfig,
  parsePolicy,
  type Present,
} from '../../../app/toolchain/packages.ts';
import {
  testRequirements,
  windowRequirements,
  type Requirement,
} from '../../../app/toolchain/requirements.ts';

const bare: Present = {
  libraries: new Set(),
  hasProgram: () => false,
  hasFile: () => false,
  fonts: [],
};

const find = (name: string): Requirement =>
  [...windowRequirements, ...testRequirements].find(
    ({ sign }) => 'name' in sign && sign.name === name,
  )!;

const everyName = new Set(
  [...windowRequirements, ...testRequirements].flatMap(({ sign }) =>
    'name' in sign ? sign.name : [],
  ),
);

describe('what is missing', () => {
  it('is everything on a bare system and nothing on a full one', () => {
    const all = [...windowRequirements, ...testRequirements];
    expect(missing(all, bare)).toEqual(all);
    const full: Present = {
      libraries: everyName,
      hasProgram: () => true,
      hasFile: (path) => ['/usr/libexec/dovecot/imap', '/usr/bin/chromium'].includes(path),
      fonts: ['opentype/noto/NotoSansCJK-Regular.ttc'],
    };
    expect(missing(all, full)).toEqual([]);
  });

  it('does not take a Latin font for a Chinese one', () => {
    const names = missing(testRequirements, {
      libraries: everyName,
      hasProgram: () => true,
      hasFile: () => true,
      fonts: ['truetype/dejavu/DejaVuSans.ttf'],
    }).flatMap(({ debian }) => debian);
    expect(names).toEqual(['fonts-noto-cjk']);
  });
});

describe('the libraries that ldconfig lists', () => {
  const listed = [
    "3 libs found in cache `/etc/ld.so.cache'",
    '\tlibgtk-3.so.0 (libc6,x86-64) => /lib/x86_64-linux-gnu/libgtk-3.so.0',
    '\tlibnss3.so (libc6) => /lib/i386-linux-gnu/libnss3.so',
    '\tlibdrm.so.2 (libc6,x86-64, OS ABI: Linux 3.2.0) => /lib/x86_64-linux-gnu/libdrm.so.2',
    '\tlibgbm.so.1 (libc6,AArch64) => /lib/aarch64-linux-gnu/libgbm.so.1',
  ].join('\n');

  it('are those that a 64-bit program can load', () => {
    expect([...parseLdconfig(listed)]).toEqual(['libgtk-3.so.0', 'libdrm.so.2', 'libgbm.so.1']);
  });

  it('are none when ldconfig said nothing', () => {
    expect(parseLdconfig('').size).toBe(0);
  });
});

describe('package names for apt', () => {
  const policy = (name: string, candidate: string): string =>
    `${name}:\n  Installed: (none)\n  Candidate: ${candidate}\n  Version table:\n     1.0 500\n`;
  const wanted = [find('libgtk-3.so.0'), find('libasound.so.2'), find('libnss3.so')];

  it('are the t64 ones where the system has them', () => {
    // A virtual libasound2 exists there too, with two providers, and cannot be installed by that name.
    const known = parsePolicy(
      policy('libgtk-3-0t64', '3.24.49-3') +
        policy('libgtk-3-0', '(none)') +
        policy('libasound2t64', '1.2.14-1') +
        policy('libasound2', '(none)') +
        policy('libnss3', '2:3.110-1'),
    );
    expect(debianPackages(wanted, known)).toEqual({
      install: ['libgtk-3-0t64', 'libasound2t64', 'libnss3'],
      unknown: [],
    });
  });

  it('are the older ones where only they exist', () => {
    const known = parsePolicy(
      policy('libgtk-3-0', '3.24.38-2~deb12u3') +
        policy('libasound2', '1.2.8-1+b1') +
        policy('libnss3', '2:3.87.1-1'),
    );
    expect(debianPackages(wanted, known).install).toEqual(['libgtk-3-0', 'libasound2', 'libnss3']);
  });

  it('are unknown while apt has no lists', () => {
    expect(debianPackages(wanted, parsePolicy(''))).toEqual({
      install: [],
      unknown: ['libgtk-3-0', 'libasound2', 'libnss3'],
    });
  });

  it('name a package once that brings several things', () => {
    const xvfb = [find('Xvfb'), find('xvfb-run')];
    expect(debianPackages(xvfb, new Set(['xvfb'])).install).toEqual(['xvfb']);
  });
});

describe('the sentence about what is missing', () => {
  it('gives the command of the system at hand', () => {
    const wanted = [find('libgtk-3.so.0'), find('Xvfb'), find('xvfb-run')];
    expect(explainMissing(wanted, 'fedora', [])).toBe(
      'missing on this system: libgtk-3.so.0, Xvfb, xvfb-run. ' +
        'This gets it: sudo dnf install gtk3 xorg-x11-server-Xvfb',
    );
    expect(explainMissing(wanted, 'debian', ['libgtk-3-0', 'xvfb'])).toContain(
      'sudo apt-get install --no-install-recommends libgtk-3-0 xvfb',
    );
  });

  it('names what is missing where no command is known', () => {
    expect(explainMissing([find('libnss3.so')], 'other', [])).toContain('libnss3.so');
  });
});
