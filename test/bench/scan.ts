import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { buildSync } from 'esbuild';
import { build } from '../../app/toolchain/build.ts';
import { dist } from '../../app/toolchain/paths.ts';
import { finish, say } from '../../app/toolchain/run.ts';
import { ensureTestPackages, ensureYardstick } from '../../app/toolchain/system-packages.ts';
import { startDovecot, type Dovecot } from '../servers/dovecot.ts';
import { startRelay } from '../servers/relay.ts';
import { runNode, type Ran } from './scan/child.ts';
import { FirstNotice } from './scan/first-notice.ts';
import { benchMails, manyMails } from './scan/mails.ts';
import { atLeast, tell } from './scan/table.ts';
import { mbsyncAndSisimai } from './scan/yardstick.ts';

/**
 * `npm run bench:scan [-- --part NAME]… [--messages N] [--million N] [--rounds N]`: the built command line against a
 * real Dovecot over loopback, beside a bare imapflow FETCH in the same run. Parts: first, yardstick, again, line,
 * million. Prints each measure with its target; ends with 1 when one is missed.
 */
const password = 'Bench-Horse-7';
const large = 'large@example.com';
const million = 'million@example.com';
const parts = ['first', 'again', 'line', 'yardstick', 'million'] as const;
type Part = (typeof parts)[number];

interface Scanned extends Ran {
  readonly firstNotice: number | null;
  readonly document: {
    readonly totals: { readonly throttled: number };
    readonly folders: readonly { readonly swept: number }[];
    readonly traffic: { bytesIn: number; bytesOut: number; roundTrips: number; seconds: number };
  };
}

const folder = mkdtempSync(join(tmpdir(), 'sendwell-bench-'));
const bareBundle = join(folder, 'bare-fetch.cjs');

async function bench(): Promise<number> {
  const { values } = parseArgs({
    options: {
      part: { type: 'string', multiple: true, default: [...parts] },
      messages: { type: 'string', default: '100000' },
      million: { type: 'string', default: '1000000' },
      rounds: { type: 'string', default: '3' },
    },
  });
  const wanted = new Set(values.part);
  const unknown = [...wanted].filter((part) => !parts.includes(part as Part));
  if (unknown.length > 0) throw new Error(`no such part: ${unknown.join(', ')}`);
  ensureTestPackages();
  if (wanted.has('yardstick')) ensureYardstick();
  await build();
  buildSync({
    entryPoints: [fileURLToPath(new URL('scan/bare-fetch.ts', import.meta.url))],
    ...{ bundle: true, platform: 'node', format: 'cjs', outfile: bareBundle, logLevel: 'error' },
  });
  const dovecot = await startDovecot({ users: { [large]: password, [million]: password } });
  try {
    const count = Number(values.messages);
    if (parts.some((part) => part !== 'million' && wanted.has(part))) {
      say(`delivering ${count} messages`);
      dovecot.deliver(large, 'INBOX', benchMails(count, Date.now()));
      await bare(dovecot, large);
      if (wanted.has('first')) await first(dovecot, count, Number(values.rounds));
      if (wanted.has('yardstick')) await yardstick(dovecot);
      if (wanted.has('again')) await again(dovecot);
      if (wanted.has('line')) await overLine(dovecot);
    }
    if (wanted.has('million')) await many(dovecot, Number(values.million));
  } catch (error) {
    say(dovecot.log().slice(-1000));
    throw error;
  } finally {
    await dovecot.stop();
    rmSync(folder, { recursive: true, force: true });
  }
  return Number(process.exitCode ?? 0);
}

async function bare(dovecot: Dovecot, user: string) {
  const ran = await runNode([bareBundle, String(dovecot.port), dovecot.caFile, user, password]);
  return { ...ran, ...(JSON.parse(ran.output) as { messages: number; bytes: number }) };
}

async function scan(
  { caFile }: Dovecot,
  user: string,
  port: number,
  data = mkdtempSync(join(folder, 'data-')),
): Promise<Scanned> {
  const watch = new FirstNotice(data);
  const ran = await runNode(
    [join(dist, 'cli.cjs'), 'scan', '--user', user, '--host', 'localhost', '--since', 'all'].concat(
      ['--port', String(port), '--ca', caFile, '--data', data, '--json'],
    ),
    { SENDWELL_PASSWORD: password },
    () => watch.look(),
  );
  watch.close();
  const document = JSON.parse(ran.output) as Scanned['document'];
  return { ...ran, firstNotice: watch.seconds, document };
}

const bytesOf = ({ document: { traffic } }: Scanned): number => traffic.bytesIn + traffic.bytesOut;
const fastest = <T extends Ran>(runs: readonly T[]): T =>
  runs.reduce((best, run) => (run.seconds < best.seconds ? run : best));

const leastProcessor = (runs: readonly Ran[]): number =>
  Math.min(...runs.map(({ processorSeconds }) => processorSeconds));

/** Whole processes side by side, in turn; the best of each, since other work on the machine only ever adds time. */
async function first(dovecot: Dovecot, count: number, rounds: number): Promise<void> {
  const bares = [];
  const scans = [];
  for (let round = 0; round < rounds; round += 1) {
    bares.push(await bare(dovecot, large));
    scans.push(await scan(dovecot, large, dovecot.port));
  }
  const ours = fastest(scans);
  const theirs = fastest(bares);
  const expected = Math.floor((count + 49) / 100);
  if (ours.document.totals.throttled !== expected)
    throw new Error(`${ours.document.totals.throttled} of ${expected} notices were found`);
  const processor = leastProcessor(scans) / leastProcessor(bares);
  const seconds = `${ours.seconds.toFixed(2)} s beside ${theirs.seconds.toFixed(2)} s; processor time ${processor.toFixed(2)} ×`;
  tell('first scan ÷ bare FETCH', ours.seconds / theirs.seconds, 1.25, ' ×', seconds);
  const megabytes = `${(bytesOf(ours) / 1e6).toFixed(1)} MB beside ${(theirs.bytes / 1e6).toFixed(1)} MB`;
  tell('bytes ÷ bare FETCH', bytesOf(ours) / theirs.bytes, 1.5, ' ×', megabytes);
  const soon = Math.min(...scans.map(({ firstNotice }) => firstNotice ?? Infinity));
  tell('first notice stored after', soon, 1, ' s', 'from the start of the process');
  const peak = Math.max(...scans.map(({ megabytes: mb }) => mb));
  tell('peak memory', peak, 200, ' MB', `bare FETCH ${theirs.megabytes.toFixed(0)} MB`);
}

async function yardstick(dovecot: Dovecot): Promise<void> {
  const ours = await scan(dovecot, large, dovecot.port);
  const { download, read, found } = mbsyncAndSisimai({
    ...{ port: dovecot.port, caFile: dovecot.caFile, user: large, password },
  });
  const more = `mbsync ${download.toFixed(0)} s, Sisimai ${read.toFixed(0)} s for ${found} notices`;
  tell(
    'mbsync and Sisimai ÷ first scan',
    (download + read) / ours.seconds,
    atLeast(15),
    ' ×',
    more,
  );
}

async function again(dovecot: Dovecot): Promise<void> {
  const data = mkdtempSync(join(folder, 'data-'));
  await scan(dovecot, large, dovecot.port, data);
  const second = await scan(dovecot, large, dovecot.port, data);
  tell('second scan, round trips', second.document.traffic.roundTrips, 20);
  tell('second scan, bytes', bytesOf(second) / 1000, 30, ' KB', `${second.seconds.toFixed(2)} s`);
}

/** 20 Mbit/s and 150 ms: what a mailbox half round the world is like. */
async function overLine(dovecot: Dovecot): Promise<void> {
  const line = { roundTripMs: 150, bytesPerSecond: 2_500_000 };
  const relay = await startRelay(dovecot.port, line);
  try {
    const ours = await scan(dovecot, large, relay.port);
    const { roundTrips, seconds } = ours.document.traffic;
    // Of the scan proper: connecting comes before its clock starts, and costs five of the round trips.
    const necessary = (roundTrips * line.roundTripMs) / 1000 + bytesOf(ours) / line.bytesPerSecond;
    const more = `${seconds.toFixed(1)} s for ${roundTrips} round trips and ${(bytesOf(ours) / 1e6).toFixed(1)} MB`;
    tell('150 ms, 20 Mbit/s: time ÷ necessary', seconds / necessary, 1.5, ' ×', more);
  } finally {
    await relay.stop();
  }
}

async function many(dovecot: Dovecot, count: number): Promise<void> {
  const tenth = Math.floor(count / 10);
  const now = Date.now();
  say(`delivering ${tenth}, then ${count} messages as hard links`);
  dovecot.deliver(million, 'INBOX', manyMails(tenth, now - 1));
  const small = await warmScan(dovecot);
  dovecot.deliver(million, 'INBOX', manyMails(count - tenth, now));
  const whole = await warmScan(dovecot);
  const times = count / tenth;
  const growth = whole.seconds / small.seconds / times;
  const processor = whole.processorSeconds / small.processorSeconds / times;
  const swept = `${whole.seconds.toFixed(1)} s, ${whole.document.folders[0]?.swept ?? 0} messages`;
  const beside = `${small.seconds.toFixed(1)} s; processor time ${processor.toFixed(2)} ×`;
  tell(`${count.toLocaleString('en')} messages, peak memory`, whole.megabytes, 300, ' MB', swept);
  tell('time a message ÷ that of a tenth of them', growth, 1.25, ' ×', beside);
}

/** Dovecot indexes a folder and caches structures when it is first read; that is its time, not ours. */
async function warmScan(dovecot: Dovecot): Promise<Scanned> {
  const scans = [];
  for (let round = 0; round < 2; round += 1) scans.push(await scan(dovecot, million, dovecot.port));
  return fastest(scans);
}

await finish(bench());
