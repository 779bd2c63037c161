import type { Cause } from '../cause.ts';
import { cause, evidence, few, type CauseInput } from './input.ts';

/** Fewer can be mail of a program nobody thought of. */
const manyStrange = 5;
/** A forger's list spreads over many domains; a program's bounces come from those that it writes to. */
const manyDomains = 3;

/**
 * Bounces of mail that passed through no server of ours: it stands in no Sent folder, nothing that is known to send from
 * here wrote it, and other servers than our own account's refused it. Whoever forges a sender needs no password.
 */
export function judgeForgedSender({ sent, signs, own }: CauseInput): Cause {
  const { strange, strangeDomains, strangePrograms } = signs;
  const name = 'forged-sender';
  if (strange === 0) return cause(name, 'unlikely', evidence('no-foreign-bounce', 'notices'));
  const said = [
    evidence('foreign-bounces', 'notices', { count: strange, domains: strangeDomains }),
    evidence('foreign-message-ids', 'programs', {
      count: strangePrograms.length,
      names: few(strangePrograms),
    }),
    sent === null && evidence('sent-not-read', 'sent'),
    own.length === 0
      ? evidence('own-account-not-limited', 'episodes')
      : evidence('own-account-limited-too', 'episodes', { count: own.length }),
    evidence('smtp-explains-too', null),
    evidence('login-log-decides', null),
  ];
  const likely =
    sent !== null &&
    strange >= manyStrange &&
    strangeDomains >= manyDomains &&
    // A theft shows at our own account's server; with one going on the two are hard to tell apart.
    signs.unsent < manyStrange;
  return cause(name, likely ? 'likely' : 'possible', ...said);
}
