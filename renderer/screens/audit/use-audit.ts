import { useEffect, useState } from 'react';
import type { AuditRow, AuditStatus } from '../../../app/api/contract.ts';
import type { Problem } from '../../../app/result.ts';
import { client } from '../../client.ts';

/** Rows from main, asked again when an account of a running audit is done; and how far the audit is. */
export function useAudit(): {
  readonly rows: readonly AuditRow[] | null;
  readonly problem: Problem | null;
  readonly status: AuditStatus | null;
} {
  const [rows, setRows] = useState<readonly AuditRow[] | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [status, setStatus] = useState<AuditStatus | null>(null);

  useEffect(() => {
    const stop = client.onAuditProgress(setStatus);
    void client.auditStatus().then((first) => {
      // An event that came meanwhile is newer than this answer.
      setStatus((before) => before ?? first);
    });
    return stop;
  }, []);

  // A thousand accounts are not judged anew for each one that is done, but every so often and at the end.
  const done = status?.done ?? 0;
  const step = Math.max(1, Math.floor((status?.total ?? 0) / 20));
  const key = status?.running === true ? Math.floor(done / step) : -1;
  useEffect(() => {
    let current = true;
    void client.audit().then((answer) => {
      if (!current) return;
      if (answer.ok) setRows(answer.value);
      setProblem(answer.ok ? null : answer.problem);
    });
    return () => {
      current = false;
    };
  }, [key]);

  return { rows, problem, status };
}
