/**
 * What the window and the tests need from the system, how to see that it is there, and what brings it: package
 * names with the newer ones first (`t64` since Debian 13 and Ubuntu 24.04).
 */
export type Sign =
  | { readonly kind: 'library'; readonly name: string }
  | { readonly kind: 'program'; readonly name: string }
  | { readonly kind: 'file'; readonly anyOf: readonly string[] }
  | { readonly kind: 'font'; readonly pattern: RegExp };

export interface Requirement {
  readonly sign: Sign;
  readonly debian: readonly string[];
  readonly fedora: string;
  readonly arch: string;
  readonly suse: string;
}

const library = (
  name: string,
  debian: readonly string[],
  fedora: string,
  arch: string,
  suse: string,
): Requirement => ({ sign: { kind: 'library', name }, debian, fedora, arch, suse });

const program = (
  name: string,
  debian: string,
  fedora: string,
  arch: string,
  suse: string,
): Requirement => ({ sign: { kind: 'program', name }, debian: [debian], fedora, arch, suse });

/** Electron's shared libraries, those that libgtk-3 brings along everywhere left out. */
export const windowRequirements: readonly Requirement[] = [
  library('libgtk-3.so.0', ['libgtk-3-0t64', 'libgtk-3-0'], 'gtk3', 'gtk3', 'libgtk-3-0'),
  library('libnss3.so', ['libnss3'], 'nss', 'nss', 'mozilla-nss'),
  library('libnspr4.so', ['libnspr4'], 'nspr', 'nspr', 'mozilla-nspr'),
  library('libasound.so.2', ['libasound2t64', 'libasound2'], 'alsa-lib', 'alsa-lib', 'libasound2'),
  library('libgbm.so.1', ['libgbm1'], 'mesa-libgbm', 'mesa', 'libgbm1'),
  library('libdrm.so.2', ['libdrm2'], 'libdrm', 'libdrm', 'libdrm2'),
  library('libcups.so.2', ['libcups2t64', 'libcups2'], 'cups-libs', 'libcups', 'libcups2'),
  library('libxcb.so.1', ['libxcb1'], 'libxcb', 'libxcb', 'libxcb1'),
  library('libXrandr.so.2', ['libxrandr2'], 'libXrandr', 'libxrandr', 'libXrandr2'),
  library('libXdamage.so.1', ['libxdamage1'], 'libXdamage', 'libxdamage', 'libXdamage1'),
  library(
    'libXcomposite.so.1',
    ['libxcomposite1'],
    'libXcomposite',
    'libxcomposite',
    'libXcomposite1',
  ),
  library('libxkbcommon.so.0', ['libxkbcommon0'], 'libxkbcommon', 'libxkbcommon', 'libxkbcommon0'),
  library(
    'libatk-bridge-2.0.so.0',
    ['libatk-bridge2.0-0t64', 'libatk-bridge2.0-0'],
    'at-spi2-atk',
    'at-spi2-core',
    'libatk-bridge-2_0-0',
  ),
  library(
    'libatspi.so.0',
    ['libatspi2.0-0t64', 'libatspi2.0-0'],
    'at-spi2-core',
    'at-spi2-core',
    'libatspi0',
  ),
  library('libexpat.so.1', ['libexpat1'], 'expat', 'expat', 'libexpat1'),
  library('libdbus-1.so.3', ['libdbus-1-3'], 'dbus-libs', 'dbus', 'libdbus-1-3'),
];

/** What `bench:scan` compares a scan with: today's way of an IT person. */
export const yardstickRequirements: readonly Requirement[] = [
  program('mbsync', 'isync', 'isync', 'isync', 'isync'),
  {
    sign: { kind: 'file', anyOf: ['/usr/share/perl5/Sisimai.pm'] },
    ...{ debian: ['libsisimai-perl'], fedora: '-', arch: '-', suse: '-' },
  },
];

/** What the tests start or draw with. */
export const testRequirements: readonly Requirement[] = [
  program('Xvfb', 'xvfb', 'xorg-x11-server-Xvfb', 'xorg-server-xvfb', 'xorg-x11-server-Xvfb'),
  program('xvfb-run', 'xvfb', 'xorg-x11-server-Xvfb', 'xorg-server-xvfb', 'xvfb-run'),
  program('xauth', 'xauth', 'xorg-x11-xauth', 'xorg-xauth', 'xauth'),
  program('openssl', 'openssl', 'openssl', 'openssl', 'openssl'),
  program('dovecot', 'dovecot-imapd', 'dovecot', 'dovecot', 'dovecot'),
  {
    sign: { kind: 'file', anyOf: ['/usr/lib/dovecot/imap', '/usr/libexec/dovecot/imap'] },
    debian: ['dovecot-imapd'],
    fedora: 'dovecot',
    arch: 'dovecot',
    suse: 'dovecot',
  },
  program('postfix', 'postfix', 'postfix', 'postfix', 'postfix'),
  // A real keyring, for the passwords that may be remembered.
  program('dbus-daemon', 'dbus', 'dbus-daemon', 'dbus', 'dbus-1-daemon'),
  program(
    'gnome-keyring-daemon',
    'gnome-keyring',
    'gnome-keyring',
    'gnome-keyring',
    'gnome-keyring',
  ),
  library('libsecret-1.so.0', ['libsecret-1-0'], 'libsecret', 'libsecret', 'libsecret-1-0'),
  {
    sign: {
      kind: 'file',
      anyOf: ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'],
    },
    debian: ['chromium'],
    fedora: 'chromium',
    arch: 'chromium',
    suse: 'chromium',
  },
  {
    sign: { kind: 'font', pattern: /(CJK|SourceHan|WenQuanYi|wqy)/ },
    debian: ['fonts-noto-cjk'],
    fedora: 'google-noto-sans-cjk-fonts',
    arch: 'noto-fonts-cjk',
    suse: 'google-noto-sans-cjk-fonts',
  },
];
