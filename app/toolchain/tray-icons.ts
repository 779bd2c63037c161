import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { render } from './icons.ts';

export const trayStates = ['limited', 'unknown', 'watching', 'quiet'] as const;
export type TrayState = (typeof trayStates)[number];

/** Electron finds the others by their names beside the first: 16 pixels, and what denser screens ask for. */
const scales = [
  ['', 16],
  ['@1.25x', 20],
  ['@1.5x', 24],
  ['@2x', 32],
  ['@3x', 48],
] as const;

const pulse = 'M2.5 9h2.2L6.4 5.4 9 11.4 10.9 9H13.5';
const round = 'fill="none" stroke-linecap="round" stroke-linejoin="round"';

/** Two bars: pause. A question mark: not known. Drawn on a disc in the corner. */
const marks: Partial<Record<TrayState, string>> = {
  limited: `<path d="M10.75 9.9v3.2M13.25 9.9v3.2" ${round} stroke="MARK" stroke-width="1.4"/>`,
  unknown:
    `<path d="M10.7 10.5a1.35 1.35 0 1 1 2 1.15c-.5.3-.7.55-.7 1" ${round} stroke="MARK" stroke-width="1.1"/>` +
    '<circle cx="12" cy="14.05" r=".7" fill="MARK"/>',
};

interface Paint {
  readonly sign: string;
  /** Null: cut out, so that whatever panel lies behind shows through. */
  readonly ink: string | null;
  readonly outline: string;
  readonly discs: Partial<Record<TrayState, string>>;
  readonly mark: string | null;
}

/** Between light and dark, so that both kinds of panel show it; amber means limited, as everywhere. */
const colours: Paint = {
  sign: '#3d73d1',
  ink: '#ffffff',
  outline: '#8593a6',
  discs: { limited: '#f0a020', unknown: '#8593a6' },
  mark: '#1b1f24',
};
/** macOS draws it in the menu bar's own colour and uses its alpha alone. */
const template: Paint = {
  ...{ sign: '#000', ink: null, outline: '#000', mark: null },
  discs: { limited: '#000', unknown: '#000' },
};

/** The small app icon's sign, full while mailboxes are watched, an outline while none is, with the state in its corner. */
export function traySvg(state: TrayState, isTemplate: boolean): string {
  const { sign, ink, outline, discs, mark } = isTemplate ? template : colours;
  const disc = discs[state];
  const drawn = marks[state] ?? '';
  const black = (picture: string): string => picture.replaceAll('MARK', '#000');
  const cut = [
    disc ? '<circle cx="12" cy="12" r="5" fill="#000"/>' : '',
    ink === null && state !== 'quiet'
      ? `<path d="${pulse}" ${round} stroke="#000" stroke-width="1.5"/>`
      : '',
  ].join('');
  const body =
    state === 'quiet'
      ? `<rect x=".75" y="2.75" width="14.5" height="10.5" rx="2.5" fill="none" stroke="${outline}" stroke-width="1.5"/>` +
        `<path d="M3.5 8.6h1.6L6.6 6 9 10.6 10.5 8.6H12.5" ${round} stroke="${outline}" stroke-width="1.3"/>`
      : `<rect x="0" y="2" width="16" height="12" rx="3" fill="${sign}"/>` +
        (ink === null ? '' : `<path d="${pulse}" ${round} stroke="${ink}" stroke-width="1.5"/>`);
  const badge = disc
    ? `<g mask="url(#mark)"><circle cx="12" cy="12" r="4" fill="${disc}"/></g>` +
      (mark === null ? '' : drawn.replaceAll('MARK', mark))
    : '';
  const mask = (id: string, holes: string): string =>
    `<mask id="${id}" maskUnits="userSpaceOnUse" x="0" y="0" width="16" height="16">` +
    `<rect width="16" height="16" fill="#fff"/>${holes}</mask>`;
  return (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16">' +
    mask('cut', cut) +
    mask('mark', mark === null ? black(drawn) : '') +
    `<g mask="url(#cut)">${body}</g>${badge}</svg>`
  );
}

/** Writes tray/STATE.png and tray/STATETemplate.png with their denser ones below `out`. */
export async function drawTrayIcons(out: string): Promise<void> {
  const folder = join(out, 'tray');
  await mkdir(folder, { recursive: true });
  for (const state of trayStates)
    for (const isTemplate of [false, true])
      for (const [scale, width] of scales) {
        const name = `${state}${isTemplate ? 'Template' : ''}${scale}.png`;
        await writeFile(join(folder, name), await render(traySvg(state, isTemplate), width));
      }
}
