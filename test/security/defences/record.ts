import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'prettier';
import { root } from '../../../app/toolchain/paths.ts';
import type { Defence } from './defence.ts';
import { defences } from './list.ts';

const file = join(root, 'docs', 'security-tests.md');
const head = `# Tests that miss their defence

A test that repeats an attack proves something only if it fails where the defence is gone. \`npm run test:defences\` takes
each defence of \`test/security/defences/\` away in a copy of the checkout, one at a time, and runs its test: first with the
defence, when it must pass, then without, when it must fail. \`-- --record\` writes the day into this table.

`;

const rowStart = ({ promise, file, test }: Defence): string =>
  `| ${promise} | \`${file}\` | \`${test}\` |`;

/** The day on which each was seen failing, by the row's beginning. */
function known(): Map<string, string> {
  const rows = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
  return new Map(
    rows.flatMap((row): [string, string][] => {
      const cells = row.split('|').map((cell) => cell.trim());
      return /^\d{4}-\d\d-\d\d$/.test(cells[4] ?? '')
        ? [[`| ${cells.slice(1, 4).join(' | ')} |`, cells[4] ?? '']]
        : [];
    }),
  );
}

/** Writes the day into the defence's row; rows of defences that are no longer listed go. */
export async function recordSeen(defence: Defence, at: Date): Promise<void> {
  const days = known().set(rowStart(defence), at.toISOString().slice(0, 10));
  const rows = defences.map(
    (each) => `${rowStart(each)} ${days.get(rowStart(each)) ?? 'not yet'} |`,
  );
  const table = [
    '| Promise | Defence | Test | Seen failing without it |',
    '| - | - | - | - |',
    ...rows,
  ];
  const text = await format(`${head}${table.join('\n')}\n`, {
    parser: 'markdown',
    printWidth: 120,
  });
  writeFileSync(file, text);
}
