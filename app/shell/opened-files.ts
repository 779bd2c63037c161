import type { App } from 'electron';
import { filesToOpen, mostFiles } from './start-options.ts';

/**
 * Mail files that somebody opened with the app. The window may not be there yet, so they wait until it takes
 * them; from then on it is told of each further one.
 */
export class OpenedFiles {
  #waiting: string[] = [];
  #listening = false;
  readonly #tell: (paths: string[]) => void;

  constructor(tell: (paths: string[]) => void) {
    this.#tell = tell;
  }

  add(paths: readonly string[]): void {
    if (paths.length === 0) return;
    if (this.#listening) this.#tell([...paths]);
    else this.#waiting = [...this.#waiting, ...paths].slice(0, mostFiles);
  }

  /** What waits, once; the window listens from now on. */
  take(): string[] {
    const taken = this.#waiting;
    this.#waiting = [];
    this.#listening = true;
    return taken;
  }

  /** The window is gone; a next one will ask again. */
  stopListening(): void {
    this.#listening = false;
  }
}

/** The ways in which a system hands files over: at the start, to the running app, and macOS's own event. */
export function openFiles(app: App, files: OpenedFiles, showWindow: () => void): void {
  files.add(filesToOpen(process.argv.slice(1), process.cwd()));
  app.on('second-instance', (_event, argv, folder) => {
    showWindow();
    files.add(filesToOpen(argv.slice(1), folder));
  });
  app.on('open-file', (event, path) => {
    event.preventDefault();
    files.add(filesToOpen(['--', path], '/'));
    if (app.isReady()) showWindow();
  });
}
