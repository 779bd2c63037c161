import type { Mailbox } from './mailbox.ts';

/** A mailbox for somebody who closes it when done, while its owner still needs it. */
export const lent = (mailbox: Mailbox): Mailbox => ({
  host: mailbox.host,
  listFolders: () => mailbox.listFolders(),
  openFolder: (path) => mailbox.openFolder(path),
  isOpen: () => mailbox.isOpen(),
  traffic: () => mailbox.traffic(),
  close: () => Promise.resolve(),
});
