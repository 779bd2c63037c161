import { open } from 'node:fs/promises';
import { join } from 'node:path';

/** Enough for the last problems; bounds what a log of any size brings into memory. */
const mostBytes = 64 * 1024;

/** Where app/shell/log.ts writes. */
export const logFile = (dataFolder: string): string => join(dataFolder, 'logs', 'main.log');

/** The end of the log, from a whole line on; empty while there is none. */
export async function logTail(dataFolder: string): Promise<string> {
  try {
    const file = await open(logFile(dataFolder), 'r');
    try {
      const { size } = await file.stat();
      const from = Math.max(0, size - mostBytes);
      const { buffer, bytesRead } = await file.read(
        Buffer.alloc(size - from),
        0,
        size - from,
        from,
      );
      const text = buffer.toString('utf8', 0, bytesRead);
      return from === 0 ? text : text.slice(text.indexOf('\n') + 1);
    } finally {
      await file.close();
    }
  } catch {
    return '';
  }
}
