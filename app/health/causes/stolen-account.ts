import type { Cause } from '../cause.ts';
import { cause, evidence, few, type CauseInput } from './input.ts';

/** Fewer missing originals can be mail that was deleted from Sent. */
const someMissing = 3;
const manyMissing = 5;
/** Without so many originals that do stand in Sent nothing says what is usual here. */
const enoughKnown = 3;
/** A share of the missing ones that came at hours at which nobody here sends. */
const muchAtNight = 0.5;

/**
 * Mail that our own account's server refused, so somebody logged in to send it, though it stands in no Sent folder. A
 * program that sends over SMTP leaves none there either: only together do strange addresses, strange programs and
 * strange hours, beside ordinary mail that does stand in Sent, make a theft likely.
 */
export function judgeStolenAccount({ own, sent, signs }: CauseInput): Cause {
  const { unsent, foreignIps, foreignPrograms, atUnusualHours } = signs;
  const name = 'stolen-account';
  if (own.length === 0) return cause(name, 'unlikely', evidence('no-own-episode', 'episodes'));
  if (sent === null) return cause(name, 'possible', evidence('sent-not-read', 'sent'));
  if (unsent < someMissing)
    return cause(
      name,
      'unlikely',
      signs.sent + unsent === 0
        ? evidence('originals-unknown', 'sent')
        : evidence('originals-sent-here', 'sent', { count: signs.sent, missing: unsent }),
    );
  const baseline = signs.sent >= enoughKnown;
  const strangeIps = foreignIps.length > 0 && signs.knownIps > 0;
  const strangePrograms = foreignPrograms.length > 0 && signs.knownPrograms > 0;
  const strangeHours = atUnusualHours >= unsent * muchAtNight;
  const manyIps = foreignIps.length > 1;
  const said = [
    evidence('originals-not-sent-here', 'notices', { count: unsent, sent: signs.sent }),
    foreignIps.length > 0 &&
      evidence(strangeIps ? 'ips-not-known' : 'ips-without-comparison', 'connection-ips', {
        count: foreignIps.length,
        names: few(foreignIps),
      }),
    foreignPrograms.length > 0 &&
      evidence(strangePrograms ? 'programs-not-known' : 'programs-without-comparison', 'programs', {
        count: foreignPrograms.length,
        names: few(foreignPrograms),
      }),
    strangeHours && evidence('unusual-hours', 'hours', { count: atUnusualHours, all: unsent }),
    evidence('smtp-explains-too', null),
    evidence('look-at-login-log', null),
  ];
  // Mail deleted from Sent looks so too, when it came from where the rest comes from.
  if (baseline && !strangeIps && !strangePrograms && !strangeHours)
    return cause(
      name,
      'unlikely',
      evidence('originals-not-sent-here', 'notices', { count: unsent, sent: signs.sent }),
      evidence('same-sources', 'connection-ips'),
    );
  const together = [
    strangeIps || (manyIps && strangePrograms),
    strangePrograms,
    strangeHours || manyIps,
  ];
  const likely = unsent >= manyMissing && baseline && together.every(Boolean);
  return cause(name, likely ? 'likely' : 'possible', ...said);
}
