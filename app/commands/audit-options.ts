import { resolve } from 'node:path';
import { parseShard, type Shard } from '../audit/shard.ts';
import { auditFormats, type AuditFormat } from '../report/audit/formats.ts';
import { machineZone } from '../report/scan-document.ts';
import { failed, ok, type Result } from '../result.ts';
import { dataFolder } from '../store/data-folder.ts';
import { parseSince, readCa } from './scan-options.ts';
import type { Terminal } from './terminal.ts';

export interface AuditOptions {
  readonly accounts: string | undefined;
  readonly fromFiles: string | undefined;
  readonly merge: readonly string[];
  readonly out: string | undefined;
  readonly since: string | undefined;
  readonly format: string | undefined;
  readonly concurrency: string | undefined;
  readonly shard: string | undefined;
  readonly redact: boolean;
  readonly retryRefused: boolean;
  readonly ca: string | undefined;
  readonly data: string | undefined;
  readonly json: boolean;
}

/** What the options say, checked before anything is opened. */
export interface AuditPlan {
  readonly out: string;
  readonly data: string;
  readonly formats: ReadonlySet<AuditFormat>;
  readonly concurrency: number;
  readonly shard: Shard | null;
  readonly since: Date | null;
  readonly ca: string | null;
}

const mostAtOnce = 64;

export async function planAudit(
  terminal: Terminal,
  options: AuditOptions,
): Promise<Result<AuditPlan>> {
  const ways = [options.accounts, options.fromFiles, options.merge[0]].filter(
    (way) => way !== undefined,
  );
  if (ways.length !== 1) return failed('usage', 'audit --accounts | --from-files | --merge');
  if (options.out === undefined) return failed('usage', 'audit --out');
  const formats = new Set<AuditFormat>();
  for (const name of (options.format ?? auditFormats.join()).split(',')) {
    const format = auditFormats.find((known) => known === name.trim());
    if (!format) return failed('usage', `--format ${options.format ?? ''}`);
    formats.add(format);
  }
  const concurrency = Number(options.concurrency ?? '4');
  if (!Number.isInteger(concurrency) || concurrency < 1 || concurrency > mostAtOnce)
    return failed('usage', `--concurrency ${options.concurrency ?? ''}`);
  const shard = parseShard(options.shard, terminal.env);
  if (!shard.ok) return shard;
  const zone = terminal.timeZone ?? machineZone();
  const since = parseSince(options.since, zone, terminal.clock());
  if (!since.ok) return since;
  const ca = await readCa(options.ca);
  if (!ca.ok) return ca;
  return ok({
    out: resolve(options.out),
    data: dataFolder(options.data, terminal.env),
    ...{ formats, concurrency, shard: shard.value, since: since.value, ca: ca.value },
  });
}
