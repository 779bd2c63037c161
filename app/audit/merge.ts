import { constants } from 'node:fs';
import { copyFile, mkdir, readFile, stat } from 'node:fs/promises';
import { dirname, join, resolve, sep } from 'node:path';
import {
  auditHeadSchema,
  isAudited,
  parseEntry,
  type AuditHead,
} from '../report/audit/document.ts';
import { redactEntry, type Redactor } from '../report/audit/redact.ts';
import { failed, ok, type Result } from '../result.ts';
import { AccountLog, logName } from './account-log.ts';

/** What a shard was asked, beside its accounts.ndjson. */
export const headName = 'run.json';

export interface Merged {
  readonly since: string | null;
  readonly redacted: boolean;
  readonly remaining: number;
  /** Evidence files that were not where the report says. */
  readonly evidenceMissing: number;
}

/** Whether every folder to be merged is one, and none is the one that is written. */
export async function checkShards(folders: readonly string[], out: string): Promise<Result<null>> {
  for (const folder of folders) {
    if ((await stat(join(folder, logName)).catch(() => null)) === null)
      return failed('file-not-found', join(folder, logName));
    if (resolve(folder) === resolve(out)) return failed('usage', `--merge ${folder} --out ${out}`);
  }
  return ok(null);
}

/** Brings the shards' accounts and evidence together in one folder's log. Lines are taken over as they are. */
export async function mergeShards(
  folders: readonly string[],
  out: string,
  log: AccountLog,
  redactor: Redactor | null,
): Promise<Merged> {
  const heads: AuditHead[] = [];
  let evidenceMissing = 0;
  for (const folder of folders) {
    const head = await readHead(folder);
    if (head) heads.push(head);
    const shard = await AccountLog.open(folder);
    try {
      for await (const line of shard.lines()) {
        const entry = parseEntry(line);
        if (!entry) continue;
        // An account that two folders hold: what was read counts before what failed.
        if (entry.problem !== null && log.get(entry.account)?.problem === null) continue;
        const redact = redactor && head?.redacted !== true;
        await log.add(redact ? JSON.stringify(redactEntry(entry, redactor)) : line);
        if (isAudited(entry) && entry.evidence && redactor === null && head?.redacted !== true)
          if (!(await copyEvidence(folder, out, entry.evidence.file))) evidenceMissing += 1;
      }
    } finally {
      await shard.close();
    }
  }
  const since = heads.map((head) => head.since);
  return {
    since: since.includes(null) || since.length === 0 ? null : (since.sort()[0] ?? null),
    redacted: redactor !== null || heads.some((head) => head.redacted),
    remaining: heads.reduce((sum, { remaining }) => sum + remaining, 0),
    evidenceMissing,
  };
}

async function readHead(folder: string): Promise<AuditHead | null> {
  try {
    const read = auditHeadSchema.safeParse(
      JSON.parse(await readFile(join(folder, headName), 'utf8')),
    );
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}

/** A name from another machine's file: only what lies below its own folder is taken, and only below ours put. */
async function copyEvidence(from: string, to: string, name: string): Promise<boolean> {
  const target = resolve(to, name);
  const source = resolve(from, name);
  if (!target.startsWith(resolve(to, 'evidence') + sep)) return false;
  if (!source.startsWith(resolve(from, 'evidence') + sep)) return false;
  try {
    await mkdir(dirname(target), { recursive: true, mode: 0o700 });
    await copyFile(source, target, constants.COPYFILE_FICLONE);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
}
