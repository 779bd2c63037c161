import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { checkoutCache, root } from './paths.ts';

/** Where the build puts icons; they are drawn anew from app/packaging/icons/*.svg, so the repository holds no picture. */
export const iconFolder = join(checkoutCache, 'icons');

/** Widths in pixels: all that Linux, Windows and macOS ask for. */
export const sizes = [16, 24, 32, 48, 64, 128, 256, 512, 1024] as const;
/** Below this the drawing with fewer parts. */
const firstLarge = 48;

const source = (name: string): Promise<string> =>
  readFile(join(root, 'app', 'packaging', 'icons', name), 'utf8');

let ready: Promise<void> | undefined;
/** The renderer is WebAssembly without fonts or system libraries: the same bytes on every machine. */
export async function render(svg: string, width: number): Promise<Buffer> {
  ready ??= readFile(
    createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm'),
  ).then((wasm) => initWasm(wasm));
  await ready;
  return Buffer.from(new Resvg(svg, { fitTo: { mode: 'width', value: width } }).render().asPng());
}

/** PNG pictures by width. */
export async function drawIcon(large: string, small: string): Promise<Map<number, Buffer>> {
  const [big, little] = await Promise.all([source(large), source(small)]);
  const drawn = new Map<number, Buffer>();
  for (const width of sizes)
    drawn.set(width, await render(width < firstLarge ? little : big, width));
  return drawn;
}

/** The ICO container: a directory of 16 bytes an entry, then whole PNG files (Windows Vista and later). */
export function toIco(pictures: ReadonlyMap<number, Buffer>): Buffer {
  const used = [...pictures].filter(([width]) => width <= 256);
  const head = Buffer.alloc(6 + 16 * used.length);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(used.length, 4);
  let offset = head.length;
  for (const [index, [width, png]] of used.entries()) {
    const at = 6 + 16 * index;
    // 256 is written as 0.
    head.writeUInt8(width % 256, at);
    head.writeUInt8(width % 256, at + 1);
    head.writeUInt16LE(1, at + 4);
    head.writeUInt16LE(32, at + 6);
    head.writeUInt32LE(png.length, at + 8);
    head.writeUInt32LE(offset, at + 12);
    offset += png.length;
  }
  return Buffer.concat([head, ...used.map(([, png]) => png)]);
}

/** Apple's names for PNG entries of a width; the @2x ones repeat the picture of their real width. */
const icnsTypes: readonly (readonly [type: string, width: number])[] = [
  ['icp4', 16],
  ['icp5', 32],
  ['ic07', 128],
  ['ic08', 256],
  ['ic09', 512],
  ['ic10', 1024],
  ['ic11', 32],
  ['ic12', 64],
  ['ic13', 256],
  ['ic14', 512],
];

/** The ICNS container: 'icns', length, then entries of type, length and a PNG file, all big-endian. */
export function toIcns(pictures: ReadonlyMap<number, Buffer>): Buffer {
  const part = (type: string, body: Buffer): Buffer => {
    const head = Buffer.alloc(8);
    head.write(type, 'latin1');
    head.writeUInt32BE(8 + body.length, 4);
    return Buffer.concat([head, body]);
  };
  const entries = icnsTypes.flatMap(([type, width]) => {
    const png = pictures.get(width);
    return png ? [part(type, png)] : [];
  });
  return part('icns', Buffer.concat(entries));
}

/** Writes linux/NxN.png, app.ico, app.icns and the same for mail files to the build's cache. */
export async function drawIcons(): Promise<string> {
  await rm(iconFolder, { recursive: true, force: true });
  await mkdir(join(iconFolder, 'linux'), { recursive: true });
  const app = await drawIcon('app.svg', 'app-small.svg');
  for (const [width, png] of app)
    await writeFile(join(iconFolder, 'linux', `${String(width)}x${String(width)}.png`), png);
  await writeFile(join(iconFolder, 'app.ico'), toIco(app));
  await writeFile(join(iconFolder, 'app.icns'), toIcns(app));
  const mail = await drawIcon('document.svg', 'document.svg');
  await writeFile(join(iconFolder, 'document.ico'), toIco(mail));
  await writeFile(join(iconFolder, 'document.icns'), toIcns(mail));
  return iconFolder;
}
