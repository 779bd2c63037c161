import { ok, type Result } from '../../result.ts';
import type { UidQuery } from '../mailbox.ts';
import { UidCollector } from '../uid-set.ts';
import { beforeDay, sinceDay } from './dates.ts';
import { fetchUids } from './fetch-uids.ts';
import { problem } from './problem.ts';
import { asksToWait } from './refusal.ts';
import { failureOf, type Session } from './session.ts';
import { atom, numberOf, textOf, uidSet, type Token, type Untagged } from './wire.ts';

type Key = 'uid' | 'since' | 'before';

/**
 * Most telling first. Alibaba refuses much of SEARCH with BAD (its own page says to narrow by date and match in the
 * client), and which keys it takes together is not known, so each form may be refused and the next one is asked.
 */
const forms: readonly (readonly Key[])[] = [
  ['uid', 'since', 'before'],
  ['since', 'before'],
  ['since'],
  ['before'],
  ['uid'],
  [],
];

/** No mailbox holds more; a server that sends numbers without end must not fill the memory. */
const maxUids = 2_000_000;

/** Forms that this server refused, so that it is asked once for a session. */
export type RefusedForms = Set<string>;

/**
 * UIDs that may match, ascending, below `uidNext`. When no form of SEARCH is taken, every UID of the range by
 * FETCH: a refused search is never taken for an empty one.
 */
export async function searchUids(
  session: Session,
  path: string,
  uidNext: number,
  query: UidQuery,
  refused: RefusedForms,
): Promise<Result<Uint32Array>> {
  const from = Math.max(1, query.fromUid);
  if (from >= uidNext) return ok(new Uint32Array());
  const asked = {
    uid: from > 1 ? [atom('UID'), uidSet(`${from}:*`)] : null,
    since: query.since ? [atom('SINCE'), atom(sinceDay(query.since))] : null,
    before: query.before ? [atom('BEFORE'), atom(beforeDay(query.before))] : null,
  };
  for (const form of forms) {
    const name = form.join('+');
    const keys = form.map((key) => asked[key]);
    if (refused.has(name) || keys.includes(null)) continue;
    const words: Token[] = form.length === 0 ? [atom('ALL')] : keys.flatMap((key) => key ?? []);
    const found = new Found(from, uidNext);
    const answer = await session.run('UID SEARCH', words, { SEARCH: (line) => found.add(line) });
    if (answer.kind === 'refused' && !asksToWait(answer.refusal.text, answer.refusal.code)) {
      refused.add(name);
      continue;
    }
    if (answer.kind !== 'done') return failureOf(answer, 'server-busy', path);
    if (found.tooMany) return { ok: false, problem: problem('server-refused', path) };
    // An OK without the SEARCH line that RFC 3501 section 6.4.4 requires has answered nothing.
    if (found.answered) return ok(found.ascending());
    refused.add(name);
  }
  return fetchUids(session, path, uidNext, { ...query, fromUid: from }, maxUids);
}

/** Takes what a server sends as UIDs and keeps those that can be. */
class Found {
  answered = false;
  tooMany = false;
  readonly #uids = new UidCollector();
  readonly #from: number;
  readonly #uidNext: number;

  constructor(from: number, uidNext: number) {
    this.#from = from;
    this.#uidNext = uidNext;
  }

  add({ numbers, attributes }: Untagged): void {
    this.answered = true;
    if (numbers) for (const uid of numbers) this.#take(uid);
    else for (const part of attributes ?? []) this.#take(numberOf(textOf(part)) ?? 0);
  }

  #take(uid: number): void {
    // "n:*" names the last message even when its UID is below n (RFC 3501 section 6.4.8), and mail that comes in
    // meanwhile is the next scan's.
    if (!Number.isInteger(uid) || uid < this.#from || uid >= this.#uidNext) return;
    if (this.#uids.size >= maxUids) this.tooMany = true;
    else this.#uids.add(uid);
  }

  ascending(): Uint32Array {
    return this.#uids.ascending();
  }
}
