import { failed, ok } from '../../result.ts';
import type { Folder, Mailbox, OpenFolder } from '../mailbox.ts';
import { Calendar } from './calendar.ts';
import { headerFields } from './header-fields.ts';
import { owner } from './people.ts';
import { samplePaths } from './story/entry.ts';
import { tellStory } from './story/story.ts';

export { sampleTruth } from './truth.ts';

export const sampleAddress = owner.address;

const folders: readonly Folder[] = [
  { path: samplePaths.inbox, role: 'inbox' },
  { path: samplePaths.sent, role: 'sent' },
  { path: samplePaths.junk, role: 'junk' },
  { path: '草稿', role: 'drafts' },
  { path: '已删除邮件', role: 'trash' },
];

const headerCap = 64 * 1024;
const dayInMs = 24 * 60 * 60_000;

interface StoredMessage {
  readonly uid: number;
  readonly receivedAt: Date;
  readonly raw: Uint8Array;
}

/**
 * The mailbox that ships with the app: about 400 made-up messages of the 80 days before `now`, the same
 * for every `now` of one day in China, but for what had not yet arrived. On another day all of it is
 * dated anew, which UIDVALIDITY says. Message-IDs stay, so a reader that remembers counts nothing twice.
 */
export function openSample(now: Date): Mailbox {
  const { entries } = tellStory(now);
  const uidValidity = new Calendar(now).today;
  const open = (folder: Folder): OpenFolder => {
    const stored = entries
      .filter((entry) => entry.folder === folder.path)
      .map(({ receivedAt, raw }, index): StoredMessage => {
        return { uid: index + 1, receivedAt, raw: Buffer.from(raw, 'latin1') };
      });
    return openFolder(folder, uidValidity, stored);
  };
  return {
    host: 'sample',
    listFolders: () => Promise.resolve(ok(folders)),
    openFolder: (path) => {
      const folder = folders.find((known) => known.path === path);
      return Promise.resolve(
        folder === undefined ? failed('folder-missing', path) : ok(open(folder)),
      );
    },
    isOpen: () => true,
    traffic: () => ({ bytesIn: 0, bytesOut: 0, roundTrips: 0 }),
    close: () => Promise.resolve(),
  };
}

function openFolder(
  folder: Folder,
  uidValidity: number,
  stored: readonly StoredMessage[],
): OpenFolder {
  const byUid = new Map(stored.map((message) => [message.uid, message]));
  return {
    ...folder,
    uidValidity,
    uidNext: stored.length + 1,
    messages: stored.length,
    findUids: ({ fromUid, since, before }) => {
      // A day of margin on both sides, as IMAP's SINCE and BEFORE leave it.
      const from = since === null ? -Infinity : since.getTime() - dayInMs;
      const to = before === null ? Infinity : before.getTime() + dayInMs;
      const found = stored.filter(
        ({ uid, receivedAt }) =>
          uid >= fromUid && receivedAt.getTime() >= from && receivedAt.getTime() < to,
      );
      return Promise.resolve(ok(Uint32Array.from(found, ({ uid }) => uid)));
    },
    fetchHeaders: (uids, fields, take) => {
      for (const uid of Array.from(uids)) {
        const message = byUid.get(uid);
        if (message === undefined) continue;
        const headers = headerFields(message.raw, fields, headerCap);
        const { receivedAt, raw } = message;
        take({ uid, receivedAt, size: raw.byteLength, headers });
      }
      return Promise.resolve(ok(null));
    },
    fetchMessages: (uids, maxBytes) => {
      const messages = new Map<number, Uint8Array>();
      for (const uid of Array.from(uids)) {
        const message = byUid.get(uid);
        if (message) messages.set(uid, message.raw.subarray(0, maxBytes));
      }
      return Promise.resolve(ok(messages));
    },
    // Nothing in the sample hangs on a mail whose header does not tell.
    findEnclosing: () => Promise.resolve(ok(new Set<number>())),
    findPresent: (uids) =>
      Promise.resolve(ok(new Set(Array.from(uids).filter((uid) => byUid.has(uid))))),
  };
}
