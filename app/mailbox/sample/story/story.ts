import { Calendar } from '../calendar.ts';
import { SeededRandom } from '../random.ts';
import { tellOtherBounces } from './bounces.ts';
import type { Story } from './entry.ts';
import { tellEpisodes } from './episodes.ts';
import { tellEveryday } from './everyday.ts';

/** Everything that had arrived by `now`, in order of arrival. Each part has a seed of its own. */
export function tellStory(now: Date): Story {
  const calendar = new Calendar(now);
  const throttled = tellEpisodes(calendar, new SeededRandom(20_130_112));
  const others = tellOtherBounces(calendar, new SeededRandom(454));
  const everyday = tellEveryday(calendar, new SeededRandom(554));
  return {
    entries: [...throttled.entries, ...others.entries, ...everyday]
      .filter(({ receivedAt }) => receivedAt <= now)
      .sort((a, b) => a.receivedAt.getTime() - b.receivedAt.getTime()),
    bounces: [...throttled.bounces, ...others.bounces].sort(
      (a, b) => a.at.getTime() - b.at.getTime(),
    ),
  };
}
