import { expect, it } from 'vitest';
import { familyOf } from '../../../app/toolchain/os-release.ts';

it.each([
  ['debian', 'PRETTY_NAME="Debian GNU/Linux 12 (bookworm)"\nID=debian\n'],
  ['debian', 'NAME="Ubuntu"\nID=ubuntu\nID_LIKE=debian\n'],
  ['debian', 'ID=linuxmint\nID_LIKE="ubuntu debian"\n'],
  ['fedora', 'ID="rocky"\nID_LIKE="rhel centos fedora"\n'],
  ['arch', 'ID=arch\n'],
  ['suse', "ID='opensuse-leap'\nID_LIKE='suse opensuse'\n"],
  ['other', 'ID=alpine\n'],
  ['other', 'VERSION_ID=12\n'],
  ['other', ''],
])('tells the family %s from os-release', (family, text) => {
  expect(familyOf(text)).toBe(family);
});
