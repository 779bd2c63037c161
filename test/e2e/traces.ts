import { readdirSync, readFileSync } from 'node:fs';
import type { ElectronApplication } from 'playwright-core';
import { filesBelow } from './files.ts';

/**
 * How a secret may look in bytes: as text in three encodings, in hex, percent-encoded, and in base64 wherever in a
 * longer text it may begin.
 */
export function formsOf(secret: string): Buffer[] {
  const utf8 = Buffer.from(secret, 'utf8');
  const utf16 = Buffer.from(secret, 'utf16le');
  const swapped = Buffer.from(utf16).swap16();
  const texts = [
    utf8.toString('hex'),
    encodeURIComponent(secret),
    ...[utf8, utf16].flatMap((bytes) => [0, 1, 2].map((lead) => base64Within(bytes, lead))),
  ];
  return [utf8, utf16, swapped, ...texts.map((text) => Buffer.from(text))];
}

/** The characters of base64 that this secret decides alone when `lead` bytes (modulo 3) stand before it. */
function base64Within(bytes: Buffer, lead: number): string {
  const whole = Buffer.concat([Buffer.alloc(lead), bytes])
    .toString('base64')
    .replace(/=+$/, '');
  const skipped = Math.ceil((lead * 8) / 6);
  const tail = (lead + bytes.length) % 3 === 0 ? 0 : 1;
  return whole.slice(skipped, whole.length - tail);
}

export const holds = (bytes: Buffer, secret: string): boolean =>
  formsOf(secret).some((form) => bytes.includes(form));

/** Files below the folder that hold the secret in any form. */
export const filesHolding = (folder: string, secret: string): string[] =>
  filesBelow(folder).filter((path) => holds(readFileSync(path), secret));

/** Arguments and environments of the app and of everything it started (Linux), one buffer a process. */
export function processTraces(app: ElectronApplication): { name: string; bytes: Buffer }[] {
  const root = app.process().pid ?? 0;
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc').filter((each) => /^\d+$/.test(each))) {
    const stat = readOrNothing(`/proc/${name}/stat`).toString('latin1');
    parents.set(Number(name), Number(/^\d+ \(.*\) \S (\d+)/s.exec(stat)?.[1] ?? 0));
  }
  const isOurs = (pid: number): boolean => {
    for (let at = pid; at > 1; at = parents.get(at) ?? 0) if (at === root) return true;
    return false;
  };
  return [...parents.keys()].filter(isOurs).flatMap((pid) =>
    ['cmdline', 'environ'].map((part) => ({
      name: `${pid} ${part}`,
      bytes: readOrNothing(`/proc/${pid}/${part}`),
    })),
  );
}

/** A process may have ended meanwhile. */
function readOrNothing(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch {
    return Buffer.alloc(0);
  }
}

/** Writes down every question of the window, every answer and every event, from now on. */
export async function recordIpc(app: ElectronApplication): Promise<void> {
  await app.evaluate(({ ipcMain, BrowserWindow }) => {
    const record: string[] = [];
    Object.assign(globalThis, { ipcRecord: record });
    type Handler = (event: unknown, ...given: unknown[]) => Promise<unknown>;
    const handlers = (ipcMain as unknown as { _invokeHandlers: Map<string, Handler> })
      ._invokeHandlers;
    for (const [channel, handle] of [...handlers])
      handlers.set(channel, async (event, ...given) => {
        record.push(`ask ${channel} ${JSON.stringify(given)}`);
        const answer = await handle(event, ...given);
        record.push(`answer ${channel} ${JSON.stringify(answer ?? null)}`);
        return answer;
      });
    for (const { webContents } of BrowserWindow.getAllWindows()) {
      const send = webContents.send.bind(webContents);
      webContents.send = (channel: string, ...given: unknown[]) => {
        record.push(`event ${channel} ${JSON.stringify(given)}`);
        send(channel, ...given);
      };
    }
  });
}

/** What was recorded, each line beginning with its kind and channel. */
export const ipcRecord = (app: ElectronApplication): Promise<string[]> =>
  app.evaluate(() => (globalThis as unknown as { ipcRecord: string[] }).ipcRecord);
