import { chooseBySweep, sweepFields } from '../bounce/index.ts';
import type { OpenFolder, SweptMessage } from '../mailbox/mailbox.ts';
import { ok, type Result } from '../result.ts';
import type { Store } from '../store/store.ts';
import { readCandidates, type Candidate } from './candidates.ts';
import type { Purpose } from './plan.ts';
import type { ChunkCounts } from './progress.ts';
import { readSent, sentFields, type SweptSent } from './sent.ts';
import { storeNotice, type FoundNotice } from './store-notice.ts';

export interface ChunkContext {
  readonly store: Store;
  readonly accountId: number;
  readonly address: string;
  readonly folderId: number;
  /** Messages that arrived before are not looked at; null: all are. */
  readonly since: Date | null;
}

type Found = Omit<ChunkCounts, 'swept'>;

/** Takes a chunk's messages as they arrive and keeps of each what is needed; what is read is stored in one transaction. */
export interface Chunk {
  readonly fields: readonly string[];
  take(message: SweptMessage): void;
  /** After the last: fetches what must be read in full. */
  read(folder: OpenFolder): Promise<Result<Found>>;
  /** Stores what was read together with its checkpoint. */
  store(): void;
}

export const newChunk = (context: ChunkContext, purpose: Purpose): Chunk =>
  purpose === 'notices' ? new NoticeChunk(context) : new PaceChunk(context);

/** Time of arrival by UID: all that is kept of ordinary mail. */
type Swept = { readonly uid: number; readonly receivedAt: number }[];

/** The search knows days only: what arrived before the window is neither looked at nor recorded as read. */
const inWindow = ({ receivedAt }: SweptMessage, since: Date | null): boolean =>
  since === null || receivedAt >= since;

class NoticeChunk implements Chunk {
  readonly fields = sweepFields;
  readonly #context: ChunkContext;
  readonly #swept: Swept = [];
  readonly #likely: Candidate[] = [];
  readonly #closed: Candidate[] = [];
  #candidates: ReadonlySet<number> = new Set();
  #found: readonly FoundNotice[] = [];

  constructor(context: ChunkContext) {
    this.#context = context;
  }

  take(message: SweptMessage): void {
    if (!inWindow(message, this.#context.since)) return;
    const { uid, size } = message;
    const receivedAt = message.receivedAt.getTime();
    this.#swept.push({ uid, receivedAt });
    const choice = chooseBySweep(message.headers);
    if (choice === 'candidate') this.#likely.push({ uid, receivedAt, size });
    if (choice === 'may-enclose') this.#closed.push({ uid, receivedAt, size });
  }

  async read(folder: OpenFolder): Promise<Result<Found>> {
    const read = await readCandidates(folder, this.#likely, this.#closed);
    if (!read.ok) return read;
    this.#candidates = read.value.uids;
    this.#found = read.value.found;
    const bounces = this.#found.filter(({ notice }) => notice.isBounce);
    const throttled = bounces
      .flatMap(({ notice }) => notice.failures)
      .filter(({ category, confidence }) => category === 'throttle' && confidence === 'certain');
    return ok({
      candidates: this.#candidates.size,
      notices: bounces.length,
      throttled: throttled.length,
    });
  }

  store(): void {
    for (const found of this.#found) storeNotice(this.#context, found);
    storeSwept(this.#context, this.#swept, this.#candidates);
  }
}

class PaceChunk implements Chunk {
  readonly fields = sentFields;
  readonly #context: ChunkContext;
  readonly #swept: Swept = [];
  readonly #sent: SweptSent[] = [];

  constructor(context: ChunkContext) {
    this.#context = context;
  }

  take(message: SweptMessage): void {
    if (!inWindow(message, this.#context.since)) return;
    this.#swept.push({ uid: message.uid, receivedAt: message.receivedAt.getTime() });
    this.#sent.push(readSent(message));
  }

  read(): Promise<Result<Found>> {
    return Promise.resolve(ok({ candidates: 0, notices: 0, throttled: 0 }));
  }

  store(): void {
    const { store, accountId, folderId } = this.#context;
    for (const mail of this.#sent) store.sent.add({ accountId, folderId, ...mail });
    storeSwept(this.#context, this.#swept, new Set());
  }
}

function storeSwept(
  { store, folderId }: ChunkContext,
  swept: Swept,
  candidates: ReadonlySet<number>,
): void {
  store.folders.addSwept(
    folderId,
    swept.map(({ uid }) => uid).sort((a, b) => a - b),
    swept.map(({ uid, receivedAt }) => ({ receivedAt, candidate: candidates.has(uid) })),
  );
}
