import { existsSync, readFileSync, renameSync, statSync } from 'node:fs';
import { z } from 'zod';
import { writeAtomically } from '../atomic-file.ts';

/** More accounts, or a longer ciphertext, than anybody has; stops a swapped file from filling the memory. */
const mostBytes = 8 * 1024 * 1024;

const entrySchema = z.object({
  address: z.string().max(320),
  host: z.string().max(253),
  savedAt: z.number().int(),
  /** A server refused it: it is not tried again by itself. */
  refused: z.boolean(),
  /** Base64 of what safeStorage encrypted. */
  secret: z.string().max(8192),
});
export type VaultEntry = Readonly<z.infer<typeof entrySchema>>;

const vaultSchema = z.object({ version: z.literal(1), entries: z.array(entrySchema).max(10_000) });

/** The entries of the file; none where it is missing, null where it cannot be understood. */
export function readVault(file: string): VaultEntry[] | null {
  if (!existsSync(file)) return [];
  try {
    if (statSync(file).size > mostBytes) return null;
    const parsed = vaultSchema.safeParse(JSON.parse(readFileSync(file, 'utf8')));
    return parsed.success ? parsed.data.entries : null;
  } catch {
    return null;
  }
}

/** A file that could not be understood is put aside, never overwritten: somebody may still be able to read it. */
export function writeVault(file: string, entries: readonly VaultEntry[]): void {
  if (readVault(file) === null) renameSync(file, freeName(`${file}.unreadable`));
  writeAtomically(file, `${JSON.stringify({ version: 1, entries }, null, 2)}\n`);
}

function freeName(wanted: string): string {
  let name = wanted;
  for (let number = 2; existsSync(name); number += 1) name = `${wanted}-${number}`;
  return name;
}
