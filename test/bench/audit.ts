import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from '../../app/toolchain/build.ts';
import { dist } from '../../app/toolchain/paths.ts';
import { finish } from '../../app/toolchain/run.ts';
import { ordinary, throttleNotice } from '../app/scan/mails.ts';
import { audited } from '../app/report/audit/entries.ts';
import { startDovecot } from '../servers/dovecot.ts';
import { startProxy } from '../servers/proxy.ts';

/**
 * `npm run bench:audit [-- --accounts 200 --messages 2000]`: an audit of many mailboxes in Dovecot behind 50 ms of
 * latency, one after another and eight at a time; memory with few and with many accounts; 16 shards merged; the
 * report on 1,000 accounts. Ends with 1 when a measure of docs/audit.md is missed.
 */
const { values } = parseArgs({
  options: {
    accounts: { type: 'string', default: '200' },
    messages: { type: 'string', default: '2000' },
    latency: { type: 'string', default: '50' },
  },
});
const accounts = Number(values.accounts);
const messages = Number(values.messages);
const notices = 10;
const password = 'Correct-Horse-7';

interface Ran {
  readonly seconds: number;
  /** The highest resident memory seen, in MB. */
  readonly memory: number;
  readonly status: number | null;
  readonly stderr: string;
}

function sendwell(args: readonly string[]): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const start = performance.now();
    const child = spawn(process.execPath, [join(dist, 'cli.cjs'), 'audit', ...args], {
      env: { ...process.env, PW: password },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let memory = 0;
    let stderr = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    // VmHWM is the process's own high-water mark; it is gone when the process is.
    const watch = setInterval(() => {
      try {
        const status = readFileSync(`/proc/${child.pid ?? 0}/status`, 'utf8');
        memory = Math.max(memory, Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024);
      } catch {
        // It ended between two looks.
      }
    }, 100);
    child.on('error', reject);
    child.on('close', (status) => {
      clearInterval(watch);
      resolve({ seconds: (performance.now() - start) / 1000, memory, status, stderr });
    });
  });
}

const missed: string[] = [];
const check = (name: string, good: boolean): void => {
  console.log(`  ${good ? 'held  ' : 'MISSED'} ${name}`);
  if (!good) missed.push(name);
};

async function bench(): Promise<number> {
  await build();
  const folder = mkdtempSync(join(tmpdir(), 'sendwell-bench-audit-'));
  const users = Array.from({ length: accounts }, (_, index) => `user${index}@example.com`);
  const dovecot = await startDovecot({
    users: Object.fromEntries(users.map((user) => [user, password])),
  });
  const start = Date.now() - 60 * 86_400_000;
  const step = (60 * 86_400_000) / messages;
  console.log(`${accounts} accounts of ${messages} messages, ${notices} throttle notices each`);
  for (const user of users)
    dovecot.deliver(
      user,
      'INBOX',
      (function* () {
        for (let index = 0; index < messages; index += 1) {
          const date = new Date(start + index * step);
          const every = Math.floor(messages / notices);
          const mail = index % every === 5 ? throttleNotice(index, date) : ordinary(index, date);
          yield { raw: mail.raw, date };
        }
      })(),
    );
  const proxy = await startProxy({ backend: dovecot, latencyMs: Number(values.latency) });
  const csv = (name: string, some: readonly string[]): string => {
    const path = join(folder, name);
    const rows = some.map((user) => `${user},localhost,${proxy.port},PW,`);
    writeFileSync(path, ['user,host,port,passwordEnv,passwordFile', ...rows].join('\n'));
    return path;
  };
  let runs = 0;
  const run = (list: string, more: readonly string[], out = `out${(runs += 1)}`): Promise<Ran> =>
    sendwell([
      ...['--accounts', list, '--ca', proxy.caFile, '--format', 'html,csv,json'],
      ...['--data', join(folder, `data-${out}`), '--out', join(folder, out), ...more],
    ]);
  try {
    const all = csv('all.csv', users);
    // The first reading builds Dovecot's own indexes and counts for neither side.
    await run(all, ['--concurrency', '8']);
    const few = await run(csv('few.csv', users.slice(0, Math.ceil(accounts / 10))), [
      '--concurrency',
      '8',
    ]);
    const eight = await run(all, ['--concurrency', '8'], 'whole');
    const one = await run(all, ['--concurrency', '1']);
    const say = (name: string, { seconds, memory }: Ran, count: number): void =>
      console.log(
        `  ${name}: ${seconds.toFixed(1)} s, ${((seconds / count) * 1000).toFixed(0)} ms an account, ${memory.toFixed(0)} MB`,
      );
    say('one after another', one, accounts);
    say('eight at a time', eight, accounts);
    say('eight at a time, a tenth of the accounts', few, Math.ceil(accounts / 10));
    console.log(`  ${(one.seconds / eight.seconds).toFixed(1)} times faster`);
    const written = statSync(join(folder, 'whole', 'accounts.ndjson')).size;
    console.log(`  ${(written / accounts / 1024).toFixed(1)} KiB of accounts.ndjson an account`);
    const traffic = sumTraffic(join(folder, 'whole', 'accounts.ndjson'));
    console.log(
      `  ${(traffic / accounts / 1024).toFixed(0)} KiB read an account (${(traffic / accounts / messages).toFixed(0)} bytes a message)`,
    );
    check('at least 3 times faster with eight', one.seconds / eight.seconds >= 3);
    check('at most 400 MB', Math.max(one.memory, eight.memory) <= 400);
    check('memory flat in the number of accounts', eight.memory <= few.memory * 1.35 + 20);

    const shards = 16;
    for (let index = 1; index <= shards; index += 1)
      await run(all, ['--concurrency', '8', '--shard', `${index}/${shards}`], `shard${index}`);
    const merged = await sendwell([
      '--merge',
      ...Array.from({ length: shards }, (_, index) => join(folder, `shard${index + 1}`)),
      ...['--out', join(folder, 'merged'), '--format', 'html,csv,json'],
    ]);
    console.log(`  merging ${shards} shards: ${merged.seconds.toFixed(1)} s`);
    const same = ['audit.json', 'audit.html', 'report-accounts.csv', 'report-episodes.csv'].every(
      (name) =>
        withoutTimes(join(folder, 'whole', name)) === withoutTimes(join(folder, 'merged', name)),
    );
    check('16 shards merged equal one run, but for times and traffic', same);

    const thousand = join(folder, 'thousand');
    mkdirSync(thousand);
    writeFileSync(
      join(thousand, 'accounts.ndjson'),
      Array.from(
        { length: 1000 },
        (_, index) => `${JSON.stringify(audited({ account: `user${index}@example.com` }))}\n`,
      ).join(''),
    );
    const report = await sendwell([
      ...['--merge', thousand, '--out', join(folder, 'thousand-report')],
      ...['--format', 'html,csv,json,pdf'],
    ]);
    const pdf = !report.stderr.includes('No PDF');
    console.log(
      `  report on 1,000 throttled accounts${pdf ? ' with PDF' : ', no app for the PDF'}: ${report.seconds.toFixed(1)} s, ${report.memory.toFixed(0)} MB`,
    );
    check('report on 1,000 accounts within 20 s', report.seconds <= 20 && report.status === 0);
  } finally {
    await proxy.stop();
    await dovecot.stop();
    rmSync(folder, { recursive: true, force: true });
  }
  return missed.length === 0 ? 0 : 1;
}

const sumTraffic = (path: string): number =>
  readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .reduce((sum, line) => {
      const { traffic } = JSON.parse(line) as { traffic?: { bytesIn: number } };
      return sum + (traffic?.bytesIn ?? 0);
    }, 0);

/** What two runs may differ in: when they ran, and what the server's own words weighed. */
const withoutTimes = (path: string): string =>
  readFileSync(path, 'utf8')
    .replace(/\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}[+-]\d{2}:\d{2})?/g, 'TIME')
    .replace(/\d{4}-\d{2}-\d{2}/g, 'DAY')
    .replace(/"traffic":\{[^}]*\}/g, '"traffic"');

await finish(bench());
