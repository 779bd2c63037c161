import type { Direction, SmtpStage } from '../../../app/bounce/notice.ts';
import { toFlags, type FailureColumns } from '../../../app/store/failure-columns.ts';
import type { SentColumns } from '../../../app/store/sent.ts';

/** One failure as tests write it; a counted, transient throttle of the own account unless it says otherwise. */
export interface TestFailure {
  readonly at: number;
  readonly receivedAt?: number;
  readonly notice?: number;
  readonly recipient?: string | null;
  readonly ip?: string | null;
  readonly program?: string | null;
  readonly original?: string | null;
  readonly counted?: boolean;
  readonly throttle?: boolean;
  readonly permanent?: boolean;
  readonly inSent?: boolean;
  readonly direction?: Direction;
  readonly stage?: SmtpStage | null;
}

/** Columns of failures given in any order, and the names behind their numbers. */
export function columnsOf(failures: readonly TestFailure[]): {
  columns: FailureColumns;
  nameOf: (id: number) => string;
  idOf: (name: string | null | undefined) => number;
} {
  const names = [''];
  const idOf = (name: string | null | undefined): number => {
    if (name === null || name === undefined || name === '') return 0;
    if (!names.includes(name)) names.push(name);
    return names.indexOf(name);
  };
  const inOrder = failures
    .map((failure, index) => ({ notice: index + 1, ...failure }))
    .sort((a, b) => a.at - b.at || a.notice - b.notice);
  const u32 = (value: (failure: (typeof inOrder)[number]) => number) =>
    new Uint32Array(inOrder.map(value));
  const columns: FailureColumns = {
    length: inOrder.length,
    at: Float64Array.from(inOrder, ({ at }) => at),
    receivedAt: Float64Array.from(inOrder, ({ at, receivedAt }) => receivedAt ?? at),
    notice: u32(({ notice }) => notice),
    recipient: u32(({ recipient }) => idOf(recipient)),
    domain: u32(({ recipient }) => idOf(recipient?.split('@')[1])),
    ip: u32(({ ip }) => idOf(ip)),
    program: u32(({ program }) => idOf(program)),
    original: u32(({ original }) => idOf(original)),
    flags: Uint16Array.from(inOrder, (failure) =>
      toFlags({
        counted: failure.counted ?? true,
        throttle: failure.throttle ?? true,
        permanent: failure.permanent ?? false,
        inSent: failure.inSent ?? false,
        direction: failure.direction ?? 'own-account',
        stage: failure.stage ?? null,
      }),
    ),
  };
  return { columns, nameOf: (id) => names[id] ?? '', idOf };
}

/** Mails in Sent: times, or times with a number of recipients. */
export function sentOf(
  mails: readonly (number | readonly [at: number, recipients: number])[],
): SentColumns {
  const rows = mails
    .map((mail) => (typeof mail === 'number' ? ([mail, 1] as const) : mail))
    .sort(([a], [b]) => a - b);
  return {
    length: rows.length,
    at: Float64Array.from(rows, ([at]) => at),
    receivedAt: Float64Array.from(rows, ([at]) => at),
    recipients: new Uint32Array(rows.map(([, recipients]) => recipients)),
  };
}
