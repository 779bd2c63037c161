import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from '../../../app/toolchain/paths.ts';
import { projectOf, type Defence } from './defence.ts';
import { defences } from './list.ts';
import { recordSeen } from './record.ts';

/**
 * `npm run test:defences [-- --project unit] [-- --only WORDS] [-- --record]`: takes each defence away in a copy of
 * this checkout, runs the test that repeats its attack and expects it to fail; before that, with the defence in
 * place, it must pass. Ends with 1 where a defence could go unnoticed. With --record what was seen is written to
 * docs/security-tests.md. Half an hour for all: not for every change.
 */
const { values } = parseArgs({
  options: {
    project: { type: 'string' },
    only: { type: 'string' },
    record: { type: 'boolean', default: false },
  },
});

/** Sources copied, packages linked: a build in the copy touches nothing here. */
function copyOfCheckout(): string {
  const copy = mkdtempSync(join(tmpdir(), 'sendwell-defences-'));
  const git = spawnSync('git', ['ls-files', '-co', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  for (const name of git.stdout.split('\n').filter((each) => existsSync(join(root, each)))) {
    if (name === '') continue;
    mkdirSync(dirname(join(copy, name)), { recursive: true });
    cpSync(join(root, name), join(copy, name));
  }
  const modules = [join(root, 'node_modules'), join(copy, 'node_modules')];
  // Hard links where the temporary folder is on the same disk.
  if (spawnSync('cp', ['-al', ...modules]).status !== 0) {
    rmSync(modules[1] ?? '', { recursive: true, force: true });
    spawnSync('cp', ['-a', ...modules]);
  }
  rmSync(join(copy, 'node_modules', '.cache'), { recursive: true, force: true });
  return copy;
}

interface Outcome {
  readonly passed: number;
  readonly failed: number;
}

const runners = {
  unit: ['node_modules/vitest/vitest.mjs', 'run', '--config', 'test/vitest.config.ts'],
  window: ['node_modules/vitest/vitest.mjs', 'run', '--config', 'test/vitest.config.ts'],
  integration: ['node_modules/tsx/dist/cli.mjs', 'test/setup/servers.ts'],
  e2e: ['node_modules/tsx/dist/cli.mjs', 'test/setup/window.ts', 'e2e'],
  packaged: ['node_modules/tsx/dist/cli.mjs', 'test/setup/self-test.ts'],
} as const;

/** How many of the named tests passed and failed; a run that breaks before its tests has neither. */
function runTests(copy: string, { test, named }: Defence): Outcome {
  const report = join(copy, 'defence-report.json');
  rmSync(report, { force: true });
  const name = named.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const filter = named === '' ? [] : ['-t', name];
  const rest = [test, ...filter, '--reporter=json', `--outputFile=${report}`];
  spawnSync(process.execPath, [...runners[projectOf(test)], ...rest], {
    cwd: copy,
    stdio: 'ignore',
    timeout: 600_000,
  });
  if (!existsSync(report)) return { passed: 0, failed: 0 };
  const read = JSON.parse(readFileSync(report, 'utf8')) as {
    testResults: { assertionResults: { status: string }[] }[];
  };
  const states = read.testResults.flatMap(({ assertionResults }) => assertionResults);
  const count = (wanted: string) => states.filter(({ status }) => status === wanted).length;
  return { passed: count('passed'), failed: count('failed') };
}

/** Null when the defence was missed as it should be; else what is wrong. */
function tryWithout(copy: string, defence: Defence): string | null {
  const path = join(copy, defence.file);
  const whole = readFileSync(path, 'utf8');
  if (whole.split(defence.line).length !== 2) return 'the list does not fit the source any more';
  try {
    writeFileSync(
      path,
      whole.replace(defence.line, () => defence.without),
    );
    const { passed, failed } = runTests(copy, defence);
    if (failed > 0) return null;
    return passed > 0 ? 'NOBODY NOTICED' : 'no test ran';
  } finally {
    writeFileSync(path, whole);
  }
}

const chosen = defences.filter(
  ({ promise, test, file }) =>
    (values.project === undefined || projectOf(test) === values.project) &&
    (values.only === undefined || new RegExp(values.only).test(`${promise} ${file} ${test}`)),
);
const copy = copyOfCheckout();
const sound = new Map<string, boolean>();
let wrong = 0;
try {
  for (const defence of chosen) {
    const key = `${defence.test} ${defence.named}`;
    if (!sound.has(key)) {
      const { passed, failed } = runTests(copy, defence);
      sound.set(key, passed > 0 && failed === 0);
    }
    const problem =
      sound.get(key) === true ? tryWithout(copy, defence) : 'its test does not pass with it either';
    if (problem !== null) wrong += 1;
    else if (values.record) await recordSeen(defence, new Date());
    console.log(`${problem === null ? 'missed' : problem}: ${defence.promise} (${defence.file})`);
  }
} finally {
  rmSync(copy, { recursive: true, force: true });
}
console.log(`${chosen.length - wrong} of ${chosen.length} defences were missed by their tests`);
process.exitCode = wrong === 0 && chosen.length > 0 ? 0 : 1;
