import type { Advice } from './advice.ts';
import type { Cause, CauseName, Likelihood } from './cause.ts';
import { day, ownEpisodes, type Episode } from './episodes.ts';

export const alsoDos = ['change-password', 'slow-down', 'direct-mail', 'review-account'] as const;
export type AlsoDo = (typeof alsoDos)[number];

/** Programs that write bulk or system mail: Alibaba does not mean this product for it and points to Direct Mail. */
const bulk =
  /mailer\b|phplist|mailchimp|mautic|sendy|newsletter|campaign|mailing|bulk|mass ?mail|swiftmailer|symfony|javamail|nodemailer|django|laravel|wordpress|drupal|moodle|zabbix|nagios|grafana|jenkins|gitlab|alert|monitor|no-?reply|notification|cron|群发|营销/i;
/** So many recipients within one episode are no letters between people. */
const manyRecipients = 200;

/** What helps besides waiting; only after rejections of the last 14 days, and only as far as the causes carry it. */
export function alsoDo(
  episodes: readonly Episode[],
  advice: Advice,
  causes: readonly Cause[],
  now: number,
): AlsoDo[] {
  const is = (name: CauseName, ...wanted: Likelihood[]): boolean =>
    causes.some((cause) => cause.name === name && wanted.includes(cause.likelihood));
  const recent = ownEpisodes(episodes).filter(({ endedAt }) => endedAt > now - 14 * day);
  const steps: AlsoDo[] = [];
  if (is('weak-password', 'likely') || is('stolen-account', 'likely'))
    steps.push('change-password');
  if (
    recent.length > 0 &&
    (is('pace', 'likely', 'possible') || advice.action === 'contact-support')
  )
    steps.push('slow-down');
  if (recent.some((e) => e.recipients >= manyRecipients || e.programs.some((p) => bulk.test(p))))
    steps.push('direct-mail');
  // Not where it is only possible because nothing is known: that would alarm without a reason.
  if (causes.some(isFounded)) steps.push('review-account');
  return steps;
}

const isFounded = ({ name, likelihood, evidence }: Cause): boolean =>
  name === 'stolen-account' &&
  likelihood !== 'unlikely' &&
  evidence.some(({ code }) => code === 'originals-not-sent-here');
