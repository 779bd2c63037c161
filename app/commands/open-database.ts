import type { Problem, Result } from '../result.ts';
import { isReplaceable } from '../store/problem.ts';
import { setAside } from '../store/recovery.ts';
import { openStore, type Store } from '../store/store.ts';
import { printable, tellProblem, type Terminal } from './terminal.ts';

/**
 * Opens the database and tells what was kept aside.
 * @param fresh `--fresh-database`: looks at every page, and begins a new file where this one is damaged. One that is
 * good stays in use, so that a script may always say it.
 */
export async function openDatabase(
  terminal: Terminal,
  file: string,
  fresh: boolean,
): Promise<Result<Store>> {
  const now = terminal.clock;
  const opened = await openStore(file, { checkWhole: fresh, now });
  if (opened.ok && opened.value.keptAside !== null)
    tellKept(terminal, 'log-kept-aside', opened.value.keptAside);
  if (opened.ok || !fresh || !isReplaceable(opened.problem.code)) return opened;
  const moved = setAside(file, now());
  if (!moved.ok) return moved;
  tellKept(terminal, 'database-kept-aside', moved.value);
  return openStore(file, { now });
}

const tellKept = (
  terminal: Terminal,
  key: 'log-kept-aside' | 'database-kept-aside',
  file: string,
): void => terminal.tell(terminal.text.t(`command:${key}`, { file: printable(file) }));

/** A problem, and the option that helps where waiting does not. */
export function tellStoreProblem(terminal: Terminal, problem: Problem): void {
  tellProblem(terminal, problem);
  if (isReplaceable(problem.code)) terminal.tell(terminal.text.t('command:fresh-database'));
}
