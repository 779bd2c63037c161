import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { openDatabase, type Database } from '../../../app/store/sqlite.ts';

/** Watches a data folder from outside: how long until the first notice is in the database. */
export class FirstNotice {
  readonly #file: string;
  readonly #startedAt = performance.now();
  #database: Database | null = null;
  #opening = false;
  seconds: number | null = null;

  constructor(data: string) {
    this.#file = join(data, 'sendwell.db');
  }

  look(): void {
    if (this.seconds !== null || this.#opening) return;
    if (this.#database === null) {
      void this.#open();
      return;
    }
    try {
      const found = this.#database.prepare('SELECT 1 FROM notice LIMIT 1').get();
      if (found) this.seconds = (performance.now() - this.#startedAt) / 1000;
    } catch {
      // The scan has not made the table yet.
    }
  }

  async #open(): Promise<void> {
    if (!existsSync(this.#file)) return;
    this.#opening = true;
    this.#database = await openDatabase(this.#file);
    this.#opening = false;
  }

  close(): void {
    this.#database?.close();
  }
}
