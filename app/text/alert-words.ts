import type { i18n } from 'i18next';
import type { AdviceAction } from '../health/advice.ts';
import type { LimitAlert } from '../health/alerts.ts';
import type { Problem } from '../result.ts';
import { momentFor } from './moment.ts';

/** One thing to tell of one account. Times are milliseconds since 1970 UTC. */
export type Alert =
  | {
      readonly kind: LimitAlert;
      readonly account: string;
      readonly startedAt: number;
      readonly endedAt: number;
      readonly retryAt: number;
      readonly action: AdviceAction;
      /** Everything up to now was read; else there may be more than is told. */
      readonly whole: boolean;
      readonly lastLookAt: number | null;
    }
  | { readonly kind: 'notWatched'; readonly account: string; readonly problem: Problem };

export interface AlertWords {
  readonly title: string;
  readonly body: string;
}

/** A notification shows about this many; what is left is counted. */
const mostLines = 4;

/** One notification for alerts of one kind ('longer' counts as 'limited'): whole sentences for one, a line each for more. */
export function alertWords(text: i18n, alerts: readonly Alert[], now: number): AlertWords {
  const [first] = alerts;
  if (first === undefined) return { title: '', body: '' };
  if (alerts.length === 1) return wordsOfOne(text, first, now);
  const t = text.getFixedT(null, 'background');
  const lines = alerts.slice(0, mostLines).map((alert) => lineOf(text, alert, now));
  const rest = alerts.length - lines.length;
  if (rest > 0) lines.push(t('alert.more', { count: rest }));
  return {
    title: t(`alert.many.${familyOf(first)}`, { count: alerts.length }),
    body: lines.join('\n'),
  };
}

/** Alerts of one family stand in one notification. */
export const familyOf = ({ kind }: Alert): 'limited' | 'again' | 'notWatched' =>
  kind === 'longer' ? 'limited' : kind;

function wordsOfOne(text: i18n, alert: Alert, now: number): AlertWords {
  const t = text.getFixedT(null, 'background');
  const moment = momentFor(text.language);
  const { account } = alert;
  if (alert.kind === 'notWatched')
    return { title: t('alert.notWatched'), body: `${account}\n${explain(text, alert.problem)}` };
  const { kind, startedAt, endedAt, retryAt, action, whole, lastLookAt } = alert;
  const title = t(`alert.${kind}`, {
    since: moment(startedAt, now),
    retryAt: moment(retryAt, now),
  });
  const body = [account];
  if (kind !== 'again') {
    body.push(t(`alert.advice.${action}`));
    if (!whole) body.push(t('alert.notWhole'));
  } else if (whole) body.push(t('alert.quietSince', { endedAt: moment(endedAt, now) }));
  else if (lastLookAt === null) body.push(t('alert.notKnownAtAll'));
  else body.push(t('alert.notKnown', { lastLook: moment(lastLookAt, now) }));
  return { title, body: body.join('\n') };
}

function lineOf(text: i18n, alert: Alert, now: number): string {
  const t = text.getFixedT(null, 'background');
  const moment = momentFor(text.language);
  const { account } = alert;
  if (alert.kind === 'notWatched')
    return t('alert.line.notWatched', { account, problem: titleOf(text, alert.problem) });
  return t(`alert.line.${alert.kind === 'again' ? 'again' : 'limited'}`, {
    account,
    since: moment(alert.startedAt, now),
    endedAt: moment(alert.endedAt, now),
    retryAt: moment(alert.retryAt, now),
  });
}

/** What happened, as the text room says it. */
export const titleOf = (text: i18n, { code, subject }: Problem): string =>
  text.getFixedT(null, 'problem')(`${code}.title`, { subject: subject ?? '' });

function explain(text: i18n, problem: Problem): string {
  const t = text.getFixedT(null, 'problem');
  const todo = t(`${problem.code}.todo`, { subject: problem.subject ?? '' });
  return `${titleOf(text, problem)}\n${todo}`;
}
