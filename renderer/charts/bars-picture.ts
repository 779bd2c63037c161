import type { Group } from '../../app/api/contract.ts';
import { escaped, type Picture } from '../export/picture.ts';

const width = 640;
const names = 240;
const row = 24;
const longest = 36;

/** Bars by name as a picture of its own; temporary and permanent by colour and by a stroke. */
export function barsPicture(groups: readonly Group[], nameOf: (group: Group) => string): Picture {
  const largest = Math.max(1, ...groups.map(({ transient, permanent }) => transient + permanent));
  const room = width - names - 60;
  const rows = groups.map((group, index) => {
    const y = index * row;
    const name = nameOf(group);
    const low = (group.transient / largest) * room;
    const high = (group.permanent / largest) * room;
    return [
      `<text x="0" y="${y + 15}" fill="var(--sw-text)">${escaped(name.length > longest ? `${name.slice(0, longest)}…` : name)}</text>`,
      `<rect x="${names}" y="${y + 5}" width="${low}" height="12" fill="var(--sw-amber)"/>`,
      `<rect x="${names + low}" y="${y + 5}" width="${high}" height="12" fill="var(--sw-red-soft)" stroke="var(--sw-red)"/>`,
      `<text x="${names + low + high + 8}" y="${y + 15}" fill="var(--sw-dim)">${group.transient} + ${group.permanent}</text>`,
    ].join('');
  });
  return { width, height: Math.max(1, groups.length) * row, body: rows.join('\n') };
}
