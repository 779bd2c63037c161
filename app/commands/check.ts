import { existsSync } from 'node:fs';
import { machineZone } from '../report/scan-document.ts';
import { standing, type Standing } from '../scan/overview.ts';
import { dataFolder, databaseFile } from '../store/data-folder.ts';
import { openStore, storeProblem, type Store } from '../store/store.ts';
import { isoIn, localOffset } from '../text/time.ts';
import { statusFor } from './exit-status.ts';
import { parseAddress } from './scan-options.ts';
import { tellProblem, type Terminal } from './terminal.ts';

/** For monitoring: one line from what is stored. 0 healthy or recovering, 10 limited, 11 unknown. */
const statusOf = { healthy: 0, recovering: 0, limited: 10, unknown: 11 } as const;

export async function check(
  terminal: Terminal,
  options: { readonly user: string | undefined; readonly data: string | undefined },
): Promise<number> {
  const address = parseAddress(options.user);
  if (!address.ok) {
    tellProblem(terminal, address.problem);
    return statusFor(address.problem.code);
  }
  const file = databaseFile(dataFolder(options.data, terminal.env));
  if (!existsSync(file)) return answer(terminal, address.value, null);
  const opened = await openStore(file);
  if (!opened.ok) {
    tellProblem(terminal, opened.problem);
    return answer(terminal, address.value, null);
  }
  const store = opened.value;
  try {
    const known = store.accounts
      .list()
      .filter((account) => account.address === address.value)
      .map((account) => standingNow(store, account.id, terminal))
      .sort((a, b) => (b.lastScan?.finishedAt ?? 0) - (a.lastScan?.finishedAt ?? 0));
    return await answer(terminal, address.value, known[0] ?? null);
  } catch (error) {
    const { problem } = storeProblem(error, file);
    if (problem.code === 'internal') throw error;
    tellProblem(terminal, problem);
    return await answer(terminal, address.value, null);
  } finally {
    store.close();
  }
}

/** By the window of the last scan, as its document was. */
function standingNow(store: Store, accountId: number, terminal: Terminal): Standing {
  const since = store.scans.last(accountId)?.since ?? null;
  return standing(store, accountId, {
    ...{ now: terminal.clock().getTime(), since },
    offsetAt: localOffset,
  });
}

async function answer(
  terminal: Terminal,
  account: string,
  known: Standing | null,
): Promise<number> {
  const state = known?.state ?? 'unknown';
  const time = (at: number | null | undefined): string =>
    at === null || at === undefined ? '-' : isoIn(terminal.timeZone ?? machineZone(), at);
  await terminal.write(
    `${account} ${state} scanned=${time(known?.lastScan?.finishedAt)} last-rejection=${time(known?.lastAt)} retry-at=${time(known?.advice.retryAt)}\n`,
  );
  return statusOf[state];
}
