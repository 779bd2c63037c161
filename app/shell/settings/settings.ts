import { copyFileSync, readFileSync, rmSync, statSync } from 'node:fs';
import {
  changed,
  defaultSettings,
  type Settings,
  type SettingsChange,
  type SettingsTrouble,
} from '../../api/contract.ts';
import { writeAtomically } from '../../atomic-file.ts';
import { failed, ok, type Result } from '../../result.ts';
import { freeName, keepAside, keepFew } from './settings-aside.ts';
import { readSettings, writtenSettings, type ReadSettings } from './settings-form.ts';

const mostBytes = 100_000;

type Listener = (now: Settings, change: SettingsChange) => void;

/**
 * What is chosen for the whole app: read once and held. A change is written down at once and told to all who follow;
 * where it cannot be written it holds for this session. A file that is damaged, or from a newer version, is kept
 * aside before it would be written over.
 */
export class SettingsFile {
  readonly #file: string;
  readonly #now: () => Date;
  readonly #listeners: Listener[] = [];
  #current: Settings = defaultSettings;
  #others: ReadSettings['others'] = {};
  #trouble: SettingsTrouble | null = null;
  /** The file as it lies there must not be written over. */
  #keepFirst: 'damaged' | 'newer' | null = null;

  private constructor(file: string, now: () => Date) {
    this.#file = file;
    this.#now = now;
  }

  /** Never fails: what cannot be read is not chosen, and `trouble` says so. */
  static open(file: string, now: () => Date = () => new Date()): SettingsFile {
    const settings = new SettingsFile(file, now);
    settings.#read();
    return settings;
  }

  get current(): Settings {
    return this.#current;
  }

  /** What was wrong with the file when it was opened; null: nothing. */
  get trouble(): SettingsTrouble | null {
    return this.#trouble;
  }

  /** Called after each change, also one that could not be written. */
  onChange(listener: Listener): void {
    this.#listeners.push(listener);
  }

  /**
   * Keeps every other choice.
   * @returns 'settings-unwritten' where the disk does not take it: then it holds until the app ends
   */
  change(change: SettingsChange): Result<Settings> {
    this.#current = changed(this.#current, change);
    const written = this.#write();
    for (const listener of this.#listeners) listener(this.#current, change);
    return written ?? ok(this.#current);
  }

  #read(): void {
    let read: ReadSettings;
    try {
      // A disk image under this name is not read into memory.
      const large = statSync(this.#file).size > mostBytes;
      read = readSettings(large ? '' : readFileSync(this.#file, 'utf8'));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
      // Perhaps another program holds it for a moment: it stays where it is until something is to be written.
      this.#keepFirst = 'damaged';
      this.#trouble = { kind: 'unreadable', file: this.#file, keptAs: null, lost: [] };
      return;
    }
    const { settings, others, newer, lost } = read;
    this.#current = settings;
    this.#others = others;
    if (newer) {
      this.#keepFirst = 'newer';
      this.#trouble = { kind: 'newer', file: this.#file, keptAs: null, lost: [] };
    } else if (lost === 'all') {
      this.#keepFirst = 'damaged';
      this.#trouble = { kind: 'damaged', file: this.#file, keptAs: null, lost: [] };
      this.#tryTo(() => this.#setAside());
    } else if (lost.length > 0) {
      this.#keepFirst = 'damaged';
      this.#trouble = { kind: 'partly', file: this.#file, keptAs: null, lost: [...lost] };
      this.#tryTo(() => this.#mend());
    }
  }

  #write(): ReturnType<typeof failed> | null {
    return this.#tryTo(() => {
      this.#setAside();
      writeAtomically(this.#file, writtenSettings(this.#current, this.#others));
    });
  }

  #setAside(): void {
    if (this.#keepFirst === null) return;
    this.#kept(keepAside(this.#file, this.#keepFirst, this.#now()));
  }

  /** Keeps a copy of what could not be read and writes down the rest, so that it is said once and not at every start. */
  #mend(): void {
    const copy = freeName(this.#file, 'damaged', this.#now());
    try {
      copyFileSync(this.#file, copy);
      writeAtomically(this.#file, writtenSettings(this.#current, this.#others));
    } catch (error) {
      rmSync(copy, { force: true });
      throw error;
    }
    this.#kept(copy);
    keepFew(this.#file);
  }

  #kept(keptAs: string | null): void {
    this.#keepFirst = null;
    if (this.#trouble) this.#trouble = { ...this.#trouble, keptAs };
  }

  /** What the file system refuses is expected; anything else is a bug of ours. */
  #tryTo(work: () => void): ReturnType<typeof failed> | null {
    try {
      work();
      return null;
    } catch (error) {
      if (!(error instanceof Error && 'code' in error)) throw error;
      return failed('settings-unwritten', this.#file, error.message);
    }
  }
}
