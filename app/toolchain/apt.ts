import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { debianPackages, parsePolicy } from './packages.ts';
import type { Requirement } from './requirements.ts';
import { output, say, SetupProblem } from './run.ts';

const policyFile = '/usr/sbin/policy-rc.d';
const policyText =
  '#!/bin/sh\n# Sendwell set-up: installs packages without starting services.\nexit 101\n';

const aptEnv = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C.UTF-8' };

function apt(args: readonly string[]): boolean {
  // Another installation may hold apt's lock for a while.
  const options = ['-q', '-o', 'DPkg::Lock::Timeout=300', '-o', 'Acquire::Retries=3'];
  // Apt's own output goes to standard error, so that a script's output stays its own.
  return (
    spawnSync('apt-get', [...options, ...args], { env: aptEnv, stdio: ['ignore', 2, 2] }).status ===
    0
  );
}

/** Debian's package names for what is missing, as this system's lists know them. */
export function namesFor(wanted: readonly Requirement[]): ReturnType<typeof debianPackages> {
  const names = [...new Set(wanted.flatMap(({ debian }) => debian))];
  const policy = output('apt-cache', ['policy', ...names], 60_000, aptEnv) ?? '';
  return debianPackages(wanted, parsePolicy(policy));
}

/**
 * Runs `work` while no service may start (policy-rc.d's answer 101). A policy of the machine's own is never
 * touched; one that would let services start ends the set-up.
 */
function withoutServices<T>(work: () => T): T {
  let ours = true;
  try {
    writeFileSync(policyFile, policyText, { flag: 'wx', mode: 0o755 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    // A set-up that was killed may have left ours behind.
    ours = readFileSync(policyFile, 'utf8') === policyText;
    if (spawnSync(policyFile, ['postfix', 'start'], { stdio: 'ignore' }).status !== 101) {
      throw new SetupProblem(
        `${policyFile} on this machine lets services start; install the packages by hand, then run this again`,
      );
    }
  }
  // Ctrl+C ends apt-get; this process stays until the policy is gone again.
  const stay = (): void => undefined;
  process.on('SIGINT', stay).on('SIGTERM', stay);
  try {
    return work();
  } finally {
    if (ours) rmSync(policyFile, { force: true });
    process.off('SIGINT', stay).off('SIGTERM', stay);
  }
}

/** The tests bring their own Postfix configuration; the package must not ask for one or make one. */
function preseedPostfix(): void {
  spawnSync('debconf-set-selections', [], {
    input: 'postfix postfix/main_mailer_type select No configuration\n',
    stdio: ['pipe', 2, 2],
  });
}

/** Installs what is missing, as root on Debian or Ubuntu. */
export function installWithApt(wanted: readonly Requirement[]): void {
  let names = namesFor(wanted);
  let updated = false;
  const update = (): void => {
    updated = true;
    if (!apt(['update'])) say('apt-get update failed; going on with the lists that are there');
    names = namesFor(wanted);
  };
  if (names.unknown.length > 0) update();
  if (names.unknown.length > 0) {
    throw new SetupProblem(`apt knows no package ${names.unknown.join(', ')} on this system`);
  }

  const install = (): boolean => {
    say(`installing ${names.install.join(', ')}`);
    return apt(['install', '-y', '--no-install-recommends', ...names.install]);
  };
  const done = withoutServices(() => {
    if (names.install.includes('postfix')) preseedPostfix();
    if (install()) return true;
    // Old lists name versions that the mirror no longer has.
    if (updated) return false;
    update();
    return install();
  });
  if (!done) {
    throw new SetupProblem(
      `apt-get could not install ${names.install.join(' ')}; its words are above`,
    );
  }
}
