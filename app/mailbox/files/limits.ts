/** What one message may hold in memory; the rest of a larger one is passed over. Stops a mail made to exhaust memory. */
export const maxMessageBytes = 25 * 1024 * 1024;
/** Longer lines of a log are cut. Stops a file that is one endless line. */
export const maxLineBytes = 64 * 1024;
/** How deep folders are followed. Stops trees made to exhaust the stack or the path length. */
export const maxDepth = 32;
/** How many entries of one folder argument are looked at. Stops a tree without end. */
export const maxEntries = 1_000_000;
