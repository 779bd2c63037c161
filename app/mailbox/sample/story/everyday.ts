import { type Calendar, later } from '../calendar.ts';
import { everydayMail } from '../mail/everyday.ts';
import { writeIncoming } from '../mail/incoming.ts';
import { junkMails } from '../mail/junk.ts';
import { lookalikes } from '../mail/lookalikes.ts';
import { everydayDraft, writeOutgoing } from '../mail/outgoing.ts';
import { colleagues } from '../people.ts';
import type { SeededRandom } from '../random.ts';
import { type Entry, samplePaths } from './entry.ts';

/** How far back the sample reaches, in days. */
export const reach = 80;

/** The quiet part: what comes and goes on an ordinary day. */
export function tellEveryday(calendar: Calendar, random: SeededRandom): Entry[] {
  const entries: Entry[] = [];
  for (let daysAgo = reach - 1; daysAgo >= 0; daysAgo -= 1) {
    // Drawn by position, not by weekday, so that the sample is the same on every day of the week.
    const incoming = random.pick([1, 2, 2, 3]);
    for (let count = 0; count < incoming; count += 1) {
      const at = calendar.at(daysAgo, random.between(8, 21), random.below(60), random.below(60));
      const raw = writeIncoming(`in${daysAgo}.${count}`, at, everydayMail(random));
      entries.push({ folder: samplePaths.inbox, receivedAt: later(at, 4), raw });
    }
    if (random.below(9) < 5) {
      const at = calendar.at(daysAgo, random.between(9, 18), random.below(60), random.below(60));
      const to = [random.pick(colleagues).address];
      const mail = writeOutgoing(`out${daysAgo}`, at, to, everydayDraft(random));
      entries.push({ folder: samplePaths.sent, receivedAt: at, raw: mail.raw });
    }
  }
  for (const [index, { daysAgo, mail }] of lookalikes.entries()) {
    const at = calendar.at(daysAgo, 10 + (index % 8), random.below(60));
    const raw = writeIncoming(`like${index}`, at, mail);
    entries.push({ folder: samplePaths.inbox, receivedAt: later(at, 3), raw });
  }
  for (const [index, mail] of junkMails.entries()) {
    const at = calendar.at(2 + index * 12, 3, random.below(60));
    const raw = writeIncoming(`junk${index}`, at, mail);
    entries.push({ folder: samplePaths.junk, receivedAt: later(at, 3), raw });
  }
  return entries;
}
