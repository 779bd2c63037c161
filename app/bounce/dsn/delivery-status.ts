import { cleanAddress, findAddress } from '../decode/address.ts';
import { decodeWords } from '../decode/header.ts';
import { collapse } from '../decode/text.ts';
import type { Action } from '../notice.ts';
import { actions } from '../notice.ts';

/** One recipient's group of a delivery report (RFC 3464 section 2.3, RFC 6533 for internationalized ones). */
export interface ReportGroup {
  readonly recipient: string | null;
  readonly action: Action | null;
  readonly status: string | null;
  readonly remoteMta: string | null;
  /** Diagnostic-Code without its type, decoded, collapsed; empty when there is none. */
  readonly diagnostic: string;
}

export interface DeliveryReport {
  readonly reportingMta: string | null;
  readonly groups: readonly ReportGroup[];
}

const perMessage =
  /^(?:reporting-mta|dsn-gateway|received-from-mta|arrival-date|original-envelope-id|x-.*)$/;
const known =
  /^(?:original-envelope-id|reporting-mta|dsn-gateway|received-from-mta|arrival-date|original-recipient|final-recipient|action|status|remote-mta|diagnostic-code|last-attempt-date|final-log-id|will-retry-until|localized-\w+|x-[\w-]+)$/i;
const starters = new Set(['final-recipient', 'original-recipient', 'x-actual-recipient', 'action']);

type Group = Map<string, string>;

/** Reads a message/delivery-status body. Order within a group, blank lines and folding may be wrong. */
export function readDeliveryStatus(body: string, maxGroups: number): DeliveryReport {
  const head: Group = new Map();
  const groups: Group[] = [];
  let current: Group | null = null;
  let last = '';
  let fresh = true;
  for (const line of body.split('\n')) {
    if (line.trim() === '') {
      fresh = true;
      last = '';
      continue;
    }
    const colon = line.indexOf(':');
    const name = /^\s/.test(line) || colon < 1 ? '' : line.slice(0, colon).trim().toLowerCase();
    if (!known.test(name)) {
      const owner: Group = current ?? head;
      const before = last === '' ? undefined : owner.get(last);
      if (before !== undefined && before.length < 8000) owner.set(last, `${before} ${line.trim()}`);
      continue;
    }
    const value = line.slice(colon + 1).trim();
    if (current === null || fresh || current.has(name)) {
      const opens = starters.has(name) && (current === null || fresh || current.has(name));
      if (opens && !(fresh && current !== null && incomplete(current, name))) {
        if (groups.length >= maxGroups) break;
        current = new Map();
        groups.push(current);
      } else if (current === null && !perMessage.test(name) && !starters.has(name)) {
        current = new Map();
        groups.push(current);
      }
    }
    const owner: Group = current ?? head;
    if (!owner.has(name)) owner.set(name, value);
    last = name;
    fresh = false;
  }
  return {
    reportingMta: mtaName(head.get('reporting-mta')),
    groups: groups
      .map(readGroup)
      .filter(
        ({ recipient, action, status, diagnostic }) =>
          recipient !== null || action !== null || status !== null || diagnostic !== '',
      ),
  };
}

/** A blank line inside a group: the group so far has no recipient, and this line brings it. */
const incomplete = (group: Group, name: string): boolean =>
  !group.has(name) && !group.has('final-recipient') && name !== 'action';

function readGroup(group: Group): ReportGroup {
  return {
    recipient: recipientOf(group),
    action: readAction(group.get('action') ?? ''),
    status: readStatus(group.get('status') ?? ''),
    remoteMta: mtaName(group.get('remote-mta')),
    diagnostic: collapse(decodeWords(withoutType(group.get('diagnostic-code') ?? ''))),
  };
}

function recipientOf(group: Group): string | null {
  for (const name of ['final-recipient', 'original-recipient', 'x-actual-recipient']) {
    const value = withoutType(group.get(name) ?? '').replace(/\\x\{([0-9A-Fa-f]{1,6})\}/g, unicode);
    const address = value.includes('@') ? (findAddress(value) ?? null) : null;
    if (address !== null) return address;
  }
  const bare = cleanAddress(withoutType(group.get('final-recipient') ?? '').replace(/[<>]/g, ''));
  return bare === '' ? null : bare;
}

/** utf-8-addr-xtext (RFC 6533 section 3). */
function unicode(whole: string, hex: string): string {
  const code = parseInt(hex, 16);
  return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
    ? String.fromCodePoint(code)
    : whole;
}

function readAction(value: string): Action | null {
  const word = /^[a-z]+/.exec(value.trim().toLowerCase())?.[0] ?? '';
  const alias =
    word === 'failure' || word === 'fail' ? 'failed' : word === 'delay' ? 'delayed' : word;
  return actions.find((action) => action === alias) ?? null;
}

const readStatus = (value: string): string | null =>
  /(?<![\d.])([245]\.\d{1,3}\.\d{1,3})(?![\d.])/.exec(value)?.[1] ?? null;

/** "smtp; 550 …" → "550 …"; a type is one word, so a reply that itself holds a semicolon stays whole. */
const withoutType = (value: string): string =>
  value.replace(/^\s*[A-Za-z][A-Za-z0-9-]{0,30}\s*;\s*/, '');

/** "dns; mx.example.com (203.0.113.1, …)" → "mx.example.com"; an address literal when that is all there is. */
export function mtaName(value: string | undefined): string | null {
  if (value === undefined) return null;
  const name =
    withoutType(value)
      .trim()
      .split(/[\s([;,]/)[0]
      ?.replace(/\.$/, '')
      .toLowerCase() ?? '';
  if (name !== '') return name.slice(0, 253);
  return /\[([0-9A-Fa-f.:]{2,50})\]/.exec(value)?.[1]?.toLowerCase() ?? null;
}
