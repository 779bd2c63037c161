import { readFileSync, statSync } from 'node:fs';
import { z } from 'zod';
import { writeAtomically } from '../../atomic-file.ts';
import { arrangementOf, placeOn, type DisplayArea, type Place } from './window-place.ts';

/** Far more than ten arrangements take; a disk image under this name is not read into memory. */
const mostBytes = 100_000;
/** Desk, meeting room, way home; the one that was not used for longest goes. */
const mostArrangements = 10;
/** Dragging a window tells its place a hundred times a second. */
const saveAfter = 500;

const pixels = z.number().int().min(-100_000).max(100_000);
const size = z.number().int().min(1).max(100_000);

const fileSchema = z.object({
  version: z.literal(1),
  zoom: z.number().min(0.5).max(3),
  /** That the app goes on in the tray is said once. */
  trayTold: z.boolean(),
  /** The last one used first. */
  places: z
    .array(
      z.object({
        arrangement: z.string().max(2000),
        bounds: z.object({ x: pixels, y: pixels, width: size, height: size }),
        maximised: z.boolean(),
      }),
    )
    .max(mostArrangements),
});
type Remembered = z.infer<typeof fileSchema>;

const nothing: Remembered = { version: 1, zoom: 1, trayTold: false, places: [] };

/** What is remembered of the window, in window.json beside the settings. A damaged file is as if there were none. */
export class WindowMemory {
  readonly #file: string;
  #remembered: Remembered;
  #timer: NodeJS.Timeout | undefined;

  constructor(file: string) {
    this.#file = file;
    this.#remembered = read(file);
  }

  get zoom(): number {
    return this.#remembered.zoom;
  }

  set zoom(zoom: number) {
    this.#change({ zoom });
  }

  get trayTold(): boolean {
    return this.#remembered.trayTold;
  }

  tellTray(): void {
    this.#change({ trayTold: true });
  }

  /** Where the window stood on these displays, or else last, moved to where it can be seen; null: nowhere yet. */
  place(displays: readonly DisplayArea[]): Place | null {
    const { places } = this.#remembered;
    const here = arrangementOf(displays);
    const last = places.find(({ arrangement }) => arrangement === here) ?? places[0];
    const bounds = last ? placeOn(last.bounds, displays) : null;
    return last && bounds ? { bounds, maximised: last.maximised } : null;
  }

  note(displays: readonly DisplayArea[], { bounds, maximised }: Place): void {
    const arrangement = arrangementOf(displays);
    if (arrangement.length > 2000) return;
    const others = this.#remembered.places.filter((each) => each.arrangement !== arrangement);
    const { x, y, width, height } = bounds;
    const place = { arrangement, maximised, bounds: { x, y, width, height } };
    this.#change({ places: [place, ...others].slice(0, mostArrangements) });
  }

  /** Writes what is still to be written. A full disk costs a place, nothing more. */
  save(): void {
    if (this.#timer === undefined) return;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    try {
      writeAtomically(this.#file, `${JSON.stringify(this.#remembered, null, 2)}\n`);
    } catch {
      // The next change tries again.
    }
  }

  #change(change: Partial<Remembered>): void {
    this.#remembered = { ...this.#remembered, ...change };
    this.#timer ??= setTimeout(() => this.save(), saveAfter);
  }
}

function read(file: string): Remembered {
  try {
    if (statSync(file).size > mostBytes) return nothing;
    const parsed = fileSchema.safeParse(JSON.parse(readFileSync(file, 'utf8')));
    return parsed.success ? parsed.data : nothing;
  } catch {
    return nothing;
  }
}
