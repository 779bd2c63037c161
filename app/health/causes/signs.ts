import {
  directionOf,
  flag,
  isRejection,
  type FailureColumns,
} from '../../store/failure-columns.ts';
import type { SentColumns } from '../../store/sent.ts';
import { day, highestName, hour } from '../episodes.ts';
import { rememberedOffset, type OffsetAt } from '../zone.ts';

/** What tells mail that this mailbox sent from mail that something else sent. Each original counts once. */
export interface Signs {
  /** Originals throttled by our own account's server that stand in Sent, and that do not. */
  readonly sent: number;
  readonly unsent: number;
  /** When the first and the last of those that do not were rejected. */
  readonly unsentFrom: number | null;
  readonly unsentTo: number | null;
  /** Connecting IPs and programs of the missing ones that no original in Sent shares, and how many it knows. */
  readonly foreignIps: readonly string[];
  readonly knownIps: number;
  readonly foreignPrograms: readonly string[];
  readonly knownPrograms: number;
  /** Missing ones whose rejection came at an hour at which next to nothing was ever sent from here. */
  readonly atUnusualHours: number;
  /** Bounces, by other servers than our own account's, of mail that nothing known here wrote. */
  readonly strange: number;
  readonly strangeDomains: number;
  readonly strangePrograms: readonly string[];
}

export interface SignsInput {
  readonly address: string;
  readonly columns: FailureColumns;
  readonly sent: SentColumns | null;
  readonly since: number | null;
  readonly nameOf: (id: number) => string;
  readonly offsetAt: OffsetAt;
}

/** An hour of the day with less than this share of all sent mail around it is unusual. */
const unusualShare = 0.01;
/** Fewer mails say nothing about the hours that somebody keeps. */
const enoughSent = 50;

const known = 1;
const submitted = 2;
const ownDomain = 4;
const judged = 8;
const seen = 16;

/** Two passes over the failures: first what belongs to this mailbox, then what does not. */
export function findSigns({ address, columns, sent, since, nameOf, offsetAt }: SignsInput): Signs {
  const { at, receivedAt, ip, program, domain, original, flags, length } = columns;
  const inWindow = (row: number): boolean => since === null || (receivedAt[row] ?? 0) >= since;
  const isOwn = (bits: number): boolean =>
    isRejection(bits) && directionOf(bits) !== 'recipient-server';
  // What is known of each name, at the place of its number: numbers are unique whatever they name.
  const marks = new Uint8Array(highestName(columns) + 1);
  const mark = (id: number, bit: number): void => {
    marks[id] = (marks[id] ?? 0) | bit;
  };
  const has = (id: number, bit: number): boolean => ((marks[id] ?? 0) & bit) !== 0;
  let [knownIps, knownPrograms] = [0, 0];
  for (let row = 0; row < length; row += 1) {
    if (!inWindow(row)) continue;
    const bits = flags[row] ?? 0;
    const wrote = program[row] ?? 0;
    if ((bits & flag.inSent) !== 0) {
      if (wrote !== 0 && !has(wrote, known)) knownPrograms += 1;
      mark(wrote, known);
      const from = ip[row] ?? 0;
      if (isOwn(bits) && from !== 0) {
        if (!has(from, known)) knownIps += 1;
        mark(from, known);
      }
    }
    // What our own account's server refused was sent with our own login, whoever did it.
    if (isRejection(bits) && directionOf(bits) === 'own-account') mark(wrote, submitted);
  }

  const ownHost = ownHosts(address);
  const isOurs = (wrote: number): boolean => {
    if (!has(wrote, judged)) mark(wrote, ownHost(nameOf(wrote)) ? judged | ownDomain : judged);
    return has(wrote, known | submitted | ownDomain);
  };
  const usual = usualHours(sent, offsetAt);
  const localHour = rememberedOffset(offsetAt);
  const missing = {
    ips: new Set<number>(),
    programs: new Set<number>(),
    unusual: 0,
    from: 0,
    to: 0,
  };
  const strange = { originals: 0, domains: new Set<number>(), programs: new Set<number>() };
  const counts = { sent: 0, unsent: 0 };
  for (let row = 0; row < length; row += 1) {
    const id = original[row] ?? 0;
    if (id === 0 || !inWindow(row)) continue;
    const bits = flags[row] ?? 0;
    const first = !has(id, seen);
    mark(id, seen);
    const time = at[row] ?? 0;
    if (isOwn(bits)) {
      if (first) counts[(bits & flag.inSent) === 0 ? 'unsent' : 'sent'] += 1;
      if ((bits & flag.inSent) !== 0) continue;
      missing.ips.add(ip[row] ?? 0);
      missing.programs.add(program[row] ?? 0);
      if (!first) continue;
      if (counts.unsent === 1) missing.from = time;
      missing.to = time;
      const local = time + localHour(time);
      if (usual && !usual[hourOfDay(local)]) missing.unusual += 1;
    } else if ((bits & flag.inSent) === 0) {
      const wrote = program[row] ?? 0;
      if (wrote === 0 || isOurs(wrote)) continue;
      if (first) strange.originals += 1;
      strange.domains.add(domain[row] ?? 0);
      strange.programs.add(wrote);
    }
  }
  const unknown = (ids: ReadonlySet<number>): string[] =>
    [...ids].filter((id) => id !== 0 && !has(id, known)).map(nameOf);
  return {
    ...counts,
    unsentFrom: counts.unsent === 0 ? null : missing.from,
    unsentTo: counts.unsent === 0 ? null : missing.to,
    foreignIps: unknown(missing.ips),
    knownIps,
    foreignPrograms: unknown(missing.programs).filter((name) => !ownHost(name)),
    knownPrograms,
    atUnusualHours: missing.unusual,
    strange: strange.originals,
    strangeDomains: strange.domains.size,
    strangePrograms: unknown(strange.programs),
  };
}

/** Whether the Message-ID host with which a program's description begins lies in the account's own domain. */
function ownHosts(address: string): (program: string) => boolean {
  const domain = address.slice(address.lastIndexOf('@') + 1).toLowerCase();
  return (program) => {
    const host = program.split(',')[0]?.trim().toLowerCase() ?? '';
    return domain !== '' && (host === domain || host.endsWith(`.${domain}`));
  };
}

const hourOfDay = (local: number): number =>
  Math.floor((local - Math.floor(local / day) * day) / hour);

/** For each hour of the viewer's day, whether mail is sent from here around it; null where too little was sent. */
function usualHours(sent: SentColumns | null, zone: OffsetAt): boolean[] | null {
  if (!sent || sent.length < enoughSent) return null;
  const offsetAt = rememberedOffset(zone);
  const counts = new Array<number>(24).fill(0);
  for (let row = 0; row < sent.length; row += 1) {
    const time = sent.at[row] ?? 0;
    const local = hourOfDay(time + offsetAt(time));
    counts[local] = (counts[local] ?? 0) + 1;
  }
  return counts.map((count, index) => {
    const around = count + (counts[(index + 23) % 24] ?? 0) + (counts[(index + 1) % 24] ?? 0);
    return around >= sent.length * unusualShare;
  });
}
