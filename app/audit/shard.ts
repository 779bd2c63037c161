import { createHash } from 'node:crypto';
import { failed, ok, type Result } from '../result.ts';

/** One of several machines that share an audit; null: this one does all. */
export interface Shard {
  /** From 1. */
  readonly index: number;
  readonly count: number;
}

const mostShards = 100_000;

/** `--shard I/N` (from 1), else JOB_COMPLETION_INDEX (from 0) and JOB_COMPLETIONS, as Kubernetes sets them. */
export function parseShard(
  option: string | undefined,
  env: Readonly<Record<string, string | undefined>>,
): Result<Shard | null> {
  if (option !== undefined) {
    const match = /^(\d{1,6})\/(\d{1,6})$/.exec(option);
    return shard(Number(match?.[1]), Number(match?.[2]), `--shard ${option}`);
  }
  const { JOB_COMPLETION_INDEX: index, JOB_COMPLETIONS: count } = env;
  if (index === undefined || index === '' || count === undefined || count === '') return ok(null);
  return shard(
    /^\d{1,6}$/.test(index) ? Number(index) + 1 : NaN,
    Number(count),
    `JOB_COMPLETION_INDEX=${index} JOB_COMPLETIONS=${count}`,
  );
}

function shard(index: number, count: number, said: string): Result<Shard> {
  const sound =
    Number.isInteger(count) &&
    Number.isInteger(index) &&
    index >= 1 &&
    index <= count &&
    count <= mostShards;
  return sound ? ok({ index, count }) : failed('usage', said);
}

/** The same address falls to the same shard on every machine, in any order of rows and any version. */
export function isMine(shard: Shard | null, account: string): boolean {
  if (shard === null) return true;
  const hash = createHash('sha256').update(account.toLowerCase()).digest();
  return hash.readUInt32BE(0) % shard.count === shard.index - 1;
}
