/** A picture of a chart as it stands by itself: no variable of the page, its own ground, title and legend. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  /** SVG markup in the chart's own coordinates; colours may be variables of the page. */
  readonly body: string;
}

const margin = 20;
const head = 64;

/** Everything that may come from a mail passes here before it becomes markup. */
export const escaped = (text: string): string =>
  text.replace(
    /[&<>"']/g,
    (found) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[found] ?? '&#39;',
  );

export function pictureOf(svg: SVGSVGElement): Picture {
  return {
    width: svg.width.baseVal.value,
    height: svg.height.baseVal.value,
    body: svg.innerHTML,
  };
}

/** The picture as a file of its own, in the colours of the theme now shown. */
export function toSvg(picture: Picture, title: string, subtitle: string): string {
  const width = picture.width + 2 * margin;
  const height = picture.height + head + margin;
  return resolved(`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" \
viewBox="0 0 ${width} ${height}" font-family="system-ui, 'Segoe UI', 'Noto Sans', 'Noto Sans CJK SC', sans-serif" font-size="12">
<rect width="${width}" height="${height}" fill="var(--sw-surface)"/>
<text x="${margin}" y="28" font-size="15" font-weight="600" fill="var(--sw-text)">${escaped(title)}</text>
<text x="${margin}" y="48" fill="var(--sw-dim)">${escaped(subtitle)}</text>
<g transform="translate(${margin} ${head})">${picture.body}</g>
</svg>
`);
}

function resolved(markup: string): string {
  const values = getComputedStyle(document.documentElement);
  return markup.replace(/var\((--[\w-]+)\)/g, (_all, name: string) =>
    values.getPropertyValue(name).trim(),
  );
}

/** Twice as many pixels as on the page, so that it is sharp in a document. */
const sharpness = 2;

export async function toPng(svg: string): Promise<Uint8Array<ArrayBuffer>> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = image.naturalWidth * sharpness;
  canvas.height = image.naturalHeight * sharpness;
  const context = canvas.getContext('2d');
  context?.scale(sharpness, sharpness);
  context?.drawImage(image, 0, 0);
  const blob = await new Promise<Blob | null>((resolve) => {
    canvas.toBlob(resolve, 'image/png');
  });
  if (blob === null) throw new Error('no picture was drawn');
  return new Uint8Array(await blob.arrayBuffer());
}
