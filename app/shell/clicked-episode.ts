import type { EpisodeLink } from '../api/contract.ts';

/**
 * What was clicked in a notification or the tray. The window may not be there yet, so it waits until it is taken; from
 * then on the window is told of each further one.
 */
export class ClickedEpisode {
  #waiting: EpisodeLink | null = null;
  #listening = false;
  readonly #tell: (link: EpisodeLink) => void;

  constructor(tell: (link: EpisodeLink) => void) {
    this.#tell = tell;
  }

  click(link: EpisodeLink): void {
    if (this.#listening) this.#tell(link);
    else this.#waiting = link;
  }

  /** What waits, once; the window listens from now on. */
  take(): EpisodeLink | null {
    const taken = this.#waiting;
    this.#waiting = null;
    this.#listening = true;
    return taken;
  }

  /** The window is gone; a next one will ask again. */
  stopListening(): void {
    this.#listening = false;
  }
}
