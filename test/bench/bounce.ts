import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { mayBeNotice, readNotice, sweepFields } from '../../app/bounce/index.ts';
import { readCorpus, sweptHeaders } from '../app/bounce/corpus.ts';
import { attacks, bytesOf } from '../app/bounce/hostile.ts';

/**
 * `npm run bench:bounce`: notices a second, beside Sisimai where Debian's libsisimai-perl is installed; how
 * much cheaper ordinary mail is refused; the slowest attack; peak memory. Both are measured in processor
 * time of one process each. A benchmark, not a test: it prints numbers and fails nothing.
 */
const corpus = readCorpus();
const notices = corpus.filter(({ raw }) => readNotice(raw).isBounce).map(({ raw }) => raw);
const ordinary = ordinaryMail();

const perNotice = microseconds(notices, (raw) => readNotice(raw));
const perOrdinary = microseconds(ordinary, (raw) => readNotice(raw));
const headers = ordinary.map((raw) => sweptHeaders(raw, sweepFields));
const perHeader = microseconds(headers, (raw) => mayBeNotice(raw));

console.log(`notices            ${String(notices.length)} of the corpus`);
console.log(
  `reading            ${perSecond(perNotice)} notices/s (${perNotice.toFixed(0)} µs each)`,
);
console.log(
  `ordinary mail      refused in ${perOrdinary.toFixed(1)} µs, ${(perNotice / perOrdinary).toFixed(0)} times cheaper than a notice`,
);
console.log(`sweep's choice     ${perHeader.toFixed(1)} µs a message`);

const sisimai = sisimaiPerSecond(notices);
console.log(
  sisimai === null
    ? 'Sisimai            not installed (apt-get install libsisimai-perl)'
    : `Sisimai            ${sisimai.rate.toFixed(0)} notices/s (${sisimai.version}): we are ${(1e6 / perNotice / sisimai.rate).toFixed(1)} times as fast`,
);

let slowest = { name: '', spent: 0 };
for (const [name, make] of Object.entries(attacks)) {
  const raw = bytesOf(make());
  const start = performance.now();
  readNotice(raw);
  const spent = performance.now() - start;
  if (spent > slowest.spent) slowest = { name, spent };
}
console.log(`slowest attack     ${slowest.spent.toFixed(0)} ms (${slowest.name})`);
// A process of its own: the attacks above are themselves 100 MB large.
const largeMbox = fileURLToPath(new URL('large-mbox.ts', import.meta.url));
spawnSync(process.execPath, [...process.execArgv, largeMbox], { stdio: 'inherit' });

function perSecond(each: number): string {
  return Math.round(1e6 / each).toLocaleString('en');
}

/** Processor time of the best of five rounds: other work on the machine only ever adds time. */
function microseconds(list: readonly Uint8Array[], read: (raw: Uint8Array) => unknown): number {
  const warmUntil = performance.now() + 500;
  while (performance.now() < warmUntil) for (const raw of list) read(raw);
  let best = Infinity;
  for (let round = 0; round < 5; round++) {
    let count = 0;
    const start = process.cpuUsage();
    const end = performance.now() + 400;
    while (performance.now() < end) {
      for (const raw of list) read(raw);
      count += list.length;
    }
    const { user, system } = process.cpuUsage(start);
    best = Math.min(best, (user + system) / count);
  }
  return best;
}

function ordinaryMail(): Uint8Array[] {
  const trace = Array.from(
    { length: 6 },
    (_, hop) =>
      `Received: from h${String(hop)}.example.org (h${String(hop)}.example.org [203.0.113.${String(hop)}])\r\n\tby mx.example.com with ESMTPS id ${'4Ab1'.repeat(4)}\r\n\tfor <owner@example.com>; Mon, 02 Mar 2026 08:14:05 +0800\r\n`,
  ).join('');
  const signature = `DKIM-Signature: v=1; a=rsa-sha256; d=example.org; s=k1;\r\n\tb=${'QUJD'.repeat(80)}\r\n`;
  const types = [
    'multipart/alternative; boundary="x"',
    'text/plain; charset=utf-8',
    'text/html; charset=gb18030',
    'multipart/related; boundary="x"',
    'multipart/mixed; boundary="x"',
  ];
  return types.map((type, index) =>
    Buffer.from(
      `${trace}${signature}From: =?utf-8?B?5byg5LiJ?= <zhang${String(index)}@example.org>\r\nTo: owner@example.com\r\nSubject: =?utf-8?B?5Lmd5pyI6LSm5Y2V?=\r\nDate: Mon, 02 Mar 2026 08:14:05 +0800\r\nMessage-ID: <o${String(index)}@example.org>\r\nMIME-Version: 1.0\r\nContent-Type: ${type}\r\n\r\n--x\r\nContent-Type: text/plain\r\n\r\n${'The quick brown fox jumps over the lazy dog.\r\n'.repeat(150)}--x--\r\n`,
    ),
  );
}

function sisimaiPerSecond(raws: readonly Uint8Array[]): { rate: number; version: string } | null {
  if (spawnSync('perl', ['-MSisimai', '-e', '1']).status !== 0) return null;
  const folder = mkdtempSync(join(tmpdir(), 'sendwell-bench-'));
  try {
    raws.forEach((raw, index) => writeFileSync(join(folder, `${String(index)}.eml`), raw));
    const script = `
      use Sisimai;
      sub spent { my ($user, $system) = times; return $user + $system }
      my $rise = Sisimai->can('rise') ? 'rise' : 'make';
      my @files = glob("$ARGV[0]/*.eml"); Sisimai->$rise($_) for @files[0..20];
      my $best = 0;
      for (1..3) { my $start = spent(); Sisimai->$rise($_) for @files; my $rate = @files / (spent() - $start); $best = $rate if $rate > $best }
      print "$best $Sisimai::VERSION";`;
    const [rate = '0', version = ''] = execFileSync('perl', ['-e', script, folder], {
      encoding: 'utf8',
    }).split(' ');
    return { rate: Number(rate), version };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
