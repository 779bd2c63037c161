import type { EpisodeRow, Overview } from '../app/api/contract.ts';
import type { FolderRole } from '../app/mailbox/mailbox.ts';
import { assertNever } from '../app/result.ts';

const staleAfter = 24 * 60 * 60 * 1000;

export type UnknownReason = 'never-read' | 'stopped' | 'problem' | 'folder' | 'old' | 'partial';

/** What the overview says first; the component makes it a sentence. */
export type Headline =
  | {
      readonly state: 'limited';
      readonly since: number | null;
      readonly action: 'none' | 'pause' | 'stop-for-a-day' | 'contact-support';
      readonly retryAt: number | null;
    }
  | { readonly state: 'recovering'; readonly endedAt: number | null }
  | {
      readonly state: 'healthy';
      readonly since: number | null;
      readonly folders: readonly FolderRole[];
    }
  | {
      readonly state: 'unknown';
      readonly reason: UnknownReason;
      readonly scannedAt: number | null;
    };

/** An episode at a recipient's server limits the host that writes there, not this account. */
export function lastOwnEpisode(episodes: readonly EpisodeRow[]): EpisodeRow | null {
  return episodes.reduce<EpisodeRow | null>(
    (last, episode) =>
      episode.direction !== 'recipient-server' && (last === null || episode.endedAt > last.endedAt)
        ? episode
        : last,
    null,
  );
}

export function headlineOf(overview: Overview, now: number): Headline {
  switch (overview.state) {
    case 'limited':
      return {
        state: 'limited',
        since: lastOwnEpisode(overview.episodes)?.startedAt ?? null,
        action: overview.advice?.action ?? 'pause',
        retryAt: overview.advice?.retryAt ?? null,
      };
    case 'recovering':
      return {
        state: 'recovering',
        endedAt: lastOwnEpisode(overview.episodes)?.endedAt ?? null,
      };
    case 'healthy':
      return { state: 'healthy', since: quietSince(overview), folders: basis(overview) };
    case 'unknown':
      return {
        state: 'unknown',
        reason: whyUnknown(overview, now),
        scannedAt: overview.scannedAt,
      };
    default:
      return assertNever(overview.state);
  }
}

/** Healthy does not mean never throttled: since the last episode, whomever it limited, or else as far as was read. */
function quietSince({ episodes, since }: Overview): number | null {
  const ends = episodes.map((episode) => episode.endedAt);
  return ends.reduce<number | null>((last, end) => Math.max(last ?? end, end), since);
}

/** "Healthy" rests on the folders where notices arrive, as far as they were read. */
function basis(overview: Overview): FolderRole[] {
  return (['inbox', 'junk'] as const).filter((role) =>
    overview.folders.some((folder) => folder.role === role),
  );
}

function whyUnknown(overview: Overview, now: number): UnknownReason {
  if (overview.scannedAt === null) return 'never-read';
  const codes = new Set(overview.notScanned.map((entry) => entry.code));
  if (codes.has('cancelled')) return 'stopped';
  if (codes.has('problem')) return 'problem';
  if (codes.has('folder')) return 'folder';
  return now - overview.scannedAt >= staleAfter ? 'old' : 'partial';
}
