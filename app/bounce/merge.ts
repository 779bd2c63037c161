import type { Action } from './notice.ts';
import type { TextCase, TextReading } from './mta/family.ts';
import type { DeliveryReport, ReportGroup } from './dsn/delivery-status.ts';
import type { Case } from './verdict/verdict.ts';

export interface Circumstances {
  /** The letter says that the server still tries. */
  readonly delayed: () => boolean;
  readonly alibabaNotice: boolean;
  /** X-Failed-Recipients: all that failed, for layouts whose text names nobody. */
  readonly announced: readonly string[];
}

/** Brings together what report and text say of each recipient: one case a recipient, in the notice's order. */
export function combine(
  reports: readonly DeliveryReport[],
  readings: readonly TextReading[],
  about: Circumstances,
): Case[] {
  const groups = reports.flatMap((report) => report.groups);
  const told = readings.flatMap(({ cases }) => cases);
  const shared = readings.flatMap((reading) => reading.shared ?? []);
  const cases =
    groups.length > 0 ? fromGroups(groups, told, shared, about) : fromTexts(told, shared, about);
  return cases;
}

function fromGroups(
  groups: readonly ReportGroup[],
  told: readonly TextCase[],
  shared: readonly string[],
  about: Circumstances,
): Case[] {
  const failing = groups.filter(
    ({ action, status }) =>
      action === 'failed' || action === 'delayed' || (action === null && !status?.startsWith('2')),
  );
  const byRecipient = new Map<string | null, TextCase>();
  for (const one of told) if (!byRecipient.has(one.recipient)) byRecipient.set(one.recipient, one);
  return failing.map((group) => {
    const text =
      byRecipient.get(group.recipient) ??
      (failing.length === 1 && told.length === 1 ? told[0] : undefined);
    const texts = [group.diagnostic, ...(text?.texts ?? [])].filter((one) => one !== '');
    return {
      recipient: group.recipient ?? text?.recipient ?? onlyOne(about.announced),
      action: group.action ?? (about.delayed() ? 'delayed' : 'failed'),
      status: group.status,
      remoteMta: group.remoteMta ?? text?.remoteMta ?? null,
      stage: text?.stage ?? null,
      texts: texts.length > 0 ? [...texts, ...shared] : shared,
      alibabaNotice: about.alibabaNotice,
    };
  });
}

function fromTexts(
  told: readonly TextCase[],
  shared: readonly string[],
  about: Circumstances,
): Case[] {
  const action: Action = about.delayed() ? 'delayed' : 'failed';
  const merged = new Map<string, Case>();
  let unnamed = 0;
  for (const one of told) {
    const recipient = one.recipient ?? onlyOne(about.announced);
    const key = recipient ?? `\0${String(unnamed++)}`;
    const known = merged.get(key);
    const texts = [...(known?.texts ?? []), ...one.texts, ...(known ? [] : shared)];
    merged.set(key, {
      recipient,
      action,
      status: null,
      remoteMta: known?.remoteMta ?? one.remoteMta ?? null,
      stage: known?.stage ?? one.stage ?? null,
      texts: [...new Set(texts)].slice(0, 6),
      alibabaNotice: about.alibabaNotice,
    });
  }
  const named = [...merged.values()].filter(({ recipient }) => recipient !== null);
  return named.length > 0 ? named : [...merged.values()];
}

const onlyOne = (addresses: readonly string[]): string | null =>
  addresses.length === 1 ? (addresses[0] ?? null) : null;
