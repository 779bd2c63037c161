import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Proxy } from '../../servers/proxy.ts';
import { sendwell, type Ended, type SendwellOptions } from '../commands/sendwell.ts';
import { owner, password } from './mailbox.ts';

/** The built command line's scan of the tests' mailbox, of all its time: its document depends on no clock then. */
export const scanCommand = (
  proxy: Proxy,
  data: string,
  more: readonly string[] = [],
  options: SendwellOptions = {},
): Promise<Ended> =>
  sendwell(
    ['scan', '--user', owner, '--host', 'localhost', '--port', String(proxy.port)].concat(
      ['--ca', proxy.caFile, '--data', data, '--json', '--since', 'all', '--timezone', 'UTC'],
      more,
    ),
    { ...options, env: { SENDWELL_PASSWORD: password, ...options.env } },
  );

/** What was found; without times of reading and traffic, which differ from scan to scan. */
export function findings(ended: Ended): Record<string, unknown> {
  const document = JSON.parse(ended.stdout) as Record<string, unknown>;
  return { ...document, scannedAt: null, traffic: null };
}

/** A data folder of its own; `remove` when the test is over. */
export function dataFolder(): { readonly path: string; readonly remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'sendwell-faults-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}
