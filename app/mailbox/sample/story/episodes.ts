import { type Calendar, later } from '../calendar.ts';
import { contestDraft, resultDraft, writeOutgoing } from '../mail/outgoing.ts';
import { alibaba2016, alibaba2023, alibabaEnglish } from '../notices/alibaba.ts';
import { coremail } from '../notices/coremail.ts';
import { exchange } from '../notices/exchange.ts';
import type { Layout, OutgoingMail } from '../notices/layout.ts';
import { postfix } from '../notices/postfix.ts';
import { contestant, contestServer, ownServer, submission } from '../people.ts';
import type { SeededRandom } from '../random.ts';
import { isPermanent, type ThrottleForm, throttleReply } from '../rejections.ts';
import { type BounceTruth, type Entry, samplePaths, type Story } from './entry.ts';

interface Episode {
  readonly daysAgo: number;
  readonly hour: number;
  readonly minute: number;
  readonly round: number;
  readonly draft: typeof contestDraft;
  readonly server: { readonly host: string; readonly ip: string };
  /** Mails that went out well in the minutes before the first rejection. */
  readonly sentBefore: number;
  readonly spacingSeconds: number;
  readonly forms: readonly ThrottleForm[];
  readonly layouts: readonly Layout[];
}

/**
 * A confirmation run that was a little too fast, a result run that a program kept repeating through
 * the morning, and a new machine that sends contest mail without a pause.
 */
const episodes: readonly Episode[] = [
  {
    daysAgo: 61,
    hour: 20,
    minute: 4,
    round: 41,
    draft: contestDraft,
    server: ownServer,
    sentBefore: 12,
    spacingSeconds: 150,
    forms: [
      'transient',
      'transient-rcpt',
      'transient',
      'transient-rcpt',
      'transient',
      'permanent',
      'transient-rcpt',
      'transient',
    ],
    layouts: [postfix, alibaba2016, postfix, postfix],
  },
  {
    daysAgo: 24,
    hour: 9,
    minute: 12,
    round: 46,
    draft: resultDraft,
    server: ownServer,
    sentBefore: 22,
    spacingSeconds: 560,
    forms: [
      'transient',
      'transient-rcpt',
      'much-too',
      'permanent',
      'permanent-rcpt',
      'permanent-rcpt',
      'permanent',
      'permanent-rcpt',
    ],
    layouts: [postfix, alibaba2023, postfix, exchange, alibabaEnglish, postfix, coremail],
  },
  {
    daysAgo: 3,
    hour: 14,
    minute: 5,
    round: 49,
    draft: contestDraft,
    server: contestServer,
    sentBefore: 18,
    spacingSeconds: 195,
    forms: [
      'transient-rcpt',
      'transient',
      'unexpected',
      'permanent',
      'much-too',
      'transient-rcpt',
      'permanent-rcpt',
      'transient-rcpt',
    ],
    layouts: [alibaba2023, postfix, postfix, coremail, alibaba2023, exchange],
  },
];

const noticeCounts = [8, 25, 15] as const;

export const plannedEpisodes = episodes.length;

export function tellEpisodes(calendar: Calendar, random: SeededRandom): Story {
  const stories = episodes.map((episode, index) => tellEpisode(calendar, random, episode, index));
  return {
    entries: stories.flatMap((story) => story.entries),
    bounces: stories.flatMap((story) => story.bounces),
  };
}

function tellEpisode(
  calendar: Calendar,
  random: SeededRandom,
  episode: Episode,
  index: number,
): Story {
  const entries: Entry[] = [];
  const bounces: BounceTruth[] = [];
  const start = calendar.at(episode.daysAgo, episode.hour, episode.minute);
  const draft = episode.draft(episode.round);
  const put = (mail: OutgoingMail): void => {
    entries.push({ folder: samplePaths.sent, receivedAt: mail.sentAt, raw: mail.raw });
  };

  for (let count = episode.sentBefore; count > 0; count -= 1) {
    const sentAt = later(start, -count * 23 - random.below(9));
    const to = [contestant(random.below(400))];
    put(writeOutgoing(`ep${index}.before${count}`, sentAt, to, draft));
  }

  const notices = noticeCounts[index] ?? 0;
  for (let count = 0; count < notices; count += 1) {
    const at = later(start, count * episode.spacingSeconds + (count === 0 ? 0 : random.below(60)));
    const form = episode.forms[count % episode.forms.length] ?? 'transient';
    const layout = episode.layouts[count % episode.layouts.length] ?? postfix;
    // Every fifth mail went to a small group: one notice, several refused recipients.
    const group = count % 5 === 3 ? 4 : 1;
    const to = Array.from({ length: group }, (_, member) =>
      contestant(index * 500 + count * 5 + member),
    );
    const id = `ep${index}.n${count}`;
    const original = writeOutgoing(id, later(at, -20 - random.below(20)), to, draft);
    // A few originals were deleted from Sent: the share that stands there is the coverage.
    if (count % 7 !== 6) put(original);
    const permanent = isPermanent(form);
    const rejections = to.map((recipient) => ({
      recipient,
      reply: throttleReply(form, episode.server.ip, random),
      remote: submission,
      status: permanent ? '5.0.0' : '4.0.0',
      action: 'failed' as const,
      command: form === 'unexpected' ? ('end of DATA' as const) : ('RCPT TO' as const),
    }));
    const facts = { id, at, reporter: episode.server, original, rejections };
    const raw = layout(facts);
    entries.push({ folder: samplePaths.inbox, receivedAt: later(at, 2), raw });
    // The junk filter copied one notice: the same message in two folders counts once.
    if (index === 2 && count === 4) {
      entries.push({ folder: samplePaths.junk, receivedAt: later(at, 3), raw });
    }
    bounces.push({
      messageId: /^message-id: (\S+)/im.exec(raw)?.[1] ?? '',
      at,
      failures: group,
      superseded: 0,
      throttle: {
        episode: index,
        transient: permanent ? 0 : group,
        permanent: permanent ? group : 0,
      },
    });
  }
  return { entries, bounces };
}
