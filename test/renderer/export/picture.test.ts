import { describe, expect, it } from 'vitest';
import { barsPicture } from '../../../renderer/charts/bars-picture.ts';
import { heatPicture } from '../../../renderer/charts/heat-picture.ts';
import { toSvg } from '../../../renderer/export/picture.ts';

const parse = (svg: string) => new DOMParser().parseFromString(svg, 'image/svg+xml');

describe('a picture', () => {
  it('stays well-formed and harmless with names from hostile mail', () => {
    const hostile = `"><script>alert(1)</script>&'`;
    const picture = barsPicture(
      [{ name: hostile, transient: 3, permanent: 1 }],
      ({ name }) => name,
    );
    const parsed = parse(toSvg(picture, hostile, hostile));
    expect(parsed.querySelector('parsererror')).toBeNull();
    expect(parsed.querySelector('script')).toBeNull();
    expect(parsed.documentElement.textContent).toContain('<script>');
  });

  it('stands by itself: no variable of the page is left', () => {
    document.documentElement.style.setProperty('--sw-heat-5', '#123456');
    const hours = Array.from({ length: 7 }, () => Array.from({ length: 24 }, () => 0));
    const [monday] = hours;
    if (monday !== undefined) monday[3] = 9;
    const svg = toSvg(heatPicture(hours, ['Mon', 'Tue']), 'When', '');
    expect(svg).not.toContain('var(');
    expect(svg).toContain('#123456');
    expect(parse(svg).querySelectorAll('rect')).toHaveLength(7 * 24 + 1);
  });
});
