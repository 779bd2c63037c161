import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from '../../app/toolchain/paths.ts';
import { defences } from '../security/defences/list.ts';

const textOf = (name: string): string => readFileSync(join(root, name), 'utf8');

it.each(defences.map((each) => [each.promise, each] as const))(
  'the defence "%s" stands where the list says, and its test is there',
  (_promise, { file, line, without, test, named }) => {
    expect(textOf(file).split(line).length - 1).toBe(1);
    expect(without).not.toContain(line);
    // Names with a %s or a value of a list in them are completed when they run.
    if (!named.includes('%')) expect(textOf(test)).toContain(named);
  },
);
