import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileFunction } from 'node:vm';
import { dist } from '../../app/toolchain/paths.ts';
import type { Channel } from '../../app/api/contract.ts';

/** Which channel each function of the window's bridge asks, found by calling the built preload. */
export function channelsOfBridge(): ReadonlyMap<string, Channel> {
  const found = new Map<string, Channel>();
  const asked: Channel[] = [];
  let bridge: Record<string, (argument: unknown) => unknown> = {};
  const electron = {
    contextBridge: {
      exposeInMainWorld: (_name: string, api: typeof bridge) => {
        bridge = api;
      },
    },
    ipcRenderer: {
      invoke: (channel: Channel) => {
        asked.push(channel);
        return Promise.resolve([]);
      },
      on: () => undefined,
      removeListener: () => undefined,
    },
    // What a drop on the window is asked for.
    webUtils: { getPathForFile: () => '/dropped' },
  };
  const built = readFileSync(join(dist, 'preload.cjs'), 'utf8');
  // The preload is a script for a page; this is the page.
  const preload = compileFunction(built, ['require', 'module', 'exports', 'location']) as (
    ...page: readonly unknown[]
  ) => void;
  preload(() => electron, {}, {}, { protocol: 'sendwell:', host: 'app' });
  for (const [name, ask] of Object.entries(bridge)) {
    asked.length = 0;
    // What a function makes of the answer is no matter here.
    void call(() => ask(name.startsWith('on') ? () => undefined : { paths: [] }));
    const [channel] = asked;
    if (channel !== undefined) found.set(name, channel);
  }
  return found;
}

async function call(ask: () => unknown): Promise<void> {
  try {
    await ask();
  } catch {
    // A function that needs a real argument before it asks.
  }
}
