import type { AuditEntry } from '../report/audit/document.ts';
import { redactEntry, type Redactor } from '../report/audit/redact.ts';
import { failed, type Problem } from '../result.ts';
import { storeProblem } from '../store/store.ts';
import type { AccountLog } from './account-log.ts';
import type { AuditEnvironment, AuditSource } from './environment.ts';

export interface AuditRun {
  readonly sources: readonly AuditSource[];
  readonly log: AccountLog;
  readonly environment: AuditEnvironment;
  /** Accounts read at the same time, each over one connection. */
  readonly concurrency: number;
  /** Null: names stay as they are. */
  readonly redactor: Redactor | null;
  /** Refused logins of an earlier run are tried once more. */
  readonly retryRefused: boolean;
  readonly onDone: (done: number, of: number, entry: AuditEntry) => void;
}

export interface AuditEnd {
  /** Accounts that this run read or tried. */
  readonly tried: number;
  /** Accounts that are still to be done: the audit was interrupted, or could not go on. */
  readonly remaining: number;
  /** What kept the audit from going on, such as a full disk. */
  readonly problem: Problem | null;
}

/**
 * Audits what is not done yet: accounts without a line, and those that failed, but for refused logins, whose
 * password is tried once and then only when the person says so. Each account is written down as it is done.
 */
export async function runAudit(run: AuditRun): Promise<AuditEnd> {
  const { log, environment, redactor } = run;
  const { signal } = environment;
  const due: AuditSource[] = [];
  for (const source of run.sources) if (await isDue(source, run)) due.push(source);

  let next = 0;
  let tried = 0;
  let problem: Problem | null = null;
  const work = async (): Promise<void> => {
    while (next < due.length && !signal.aborted && problem === null) {
      const source = due[next];
      next += 1;
      if (!source) return;
      try {
        const entry = await source.read(environment);
        if (entry === null) continue;
        const written = redactor ? redactEntry(entry, redactor) : entry;
        await log.add(JSON.stringify(written));
        tried += 1;
        run.onDone(tried, due.length, written);
      } catch (error) {
        // The disk or the database failed: other accounts would meet the same.
        problem ??= diskProblem(error);
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(run.concurrency, due.length) }, work));
  return { tried, remaining: due.length - tried, problem };
}

async function isDue(
  { account, mayTryAgain }: AuditSource,
  { log, redactor, retryRefused }: AuditRun,
): Promise<boolean> {
  const logged = log.get(redactor ? redactor.address(account) : account);
  if (!logged) return true;
  if (logged.problem !== 'login-refused') return logged.problem !== null;
  if (retryRefused) return true;
  return logged.triedAt !== null && mayTryAgain(Date.parse(logged.triedAt));
}

function diskProblem(error: unknown): Problem {
  const { code, path } = error as NodeJS.ErrnoException;
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return failed('disk-full', path ?? null, String(error)).problem;
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
    return failed('output-unwritable', path ?? null, String(error)).problem;
  const { problem } = storeProblem(error, 'database');
  // Anything that neither the disk nor SQLite said is a bug of ours.
  return problem.code === 'file-unreadable'
    ? failed('internal', null, String(error)).problem
    : problem;
}
