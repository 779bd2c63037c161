import { escaped, type Picture } from '../export/picture.ts';
import { heatLevel, heatPaint } from './heat-levels.ts';

const side = 26;
const left = 52;
const top = 20;

/** The heat map as a picture of its own, every number in its cell: nobody can point at a picture. */
export function heatPicture(
  hours: readonly (readonly number[])[],
  days: readonly string[],
): Picture {
  const largest = Math.max(0, ...hours.flat());
  const cells = hours.flatMap((row, day) => [
    `<text x="0" y="${top + day * side + 17}" fill="var(--sw-dim)">${escaped(days[day] ?? '')}</text>`,
    ...row.map((count, hour) => {
      const level = heatLevel(count, largest);
      const x = left + hour * side;
      const y = top + day * side;
      const ink = level >= 4 ? 'var(--sw-heat-dark)' : 'var(--sw-heat-light)';
      const number =
        count === 0
          ? ''
          : `<text x="${x + side / 2}" y="${y + 17}" font-size="10" text-anchor="middle" fill="${ink}">${count}</text>`;
      return `<rect x="${x + 1}" y="${y + 1}" width="${side - 2}" height="${side - 2}" rx="3" fill="${heatPaint(level)}"/>${number}`;
    }),
  ]);
  const heads = Array.from({ length: 8 }, (_, index) => {
    const hour = index * 3;
    return `<text x="${left + hour * side + side / 2}" y="12" text-anchor="middle" fill="var(--sw-dim)">${String(hour).padStart(2, '0')}</text>`;
  });
  return {
    width: left + 24 * side,
    height: top + 7 * side,
    body: [...heads, ...cells].join('\n'),
  };
}
