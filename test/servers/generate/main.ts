import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { startFakeSmtp, type FakeSmtp } from '../fake-smtp.ts';
import { temporaryFolder } from '../machine.ts';
import { drivers, type Driver } from './drivers.ts';
import { expectedOf } from './expected.ts';
import { answerOf, routes, scenarios, type Refusal, type Scenario } from './scenarios.ts';

/**
 * Writes test/corpus/servers/<server>/: genuine notices of real mail servers about replies that a fake server gave.
 *
 *     npx tsx test/servers/generate/main.ts postfix
 *
 * As root on Linux. It runs in a network, mount and host name namespace of its own, where Alibaba's names lead to
 * documentation addresses on the loopback interface: nothing leaves the machine, nothing of it is changed.
 */
const corpus = fileURLToPath(new URL('../../corpus/servers/', import.meta.url));
const addresses = { 'mx1.qiye.aliyun.com': '203.0.113.25', 'smtp.qiye.aliyun.com': '203.0.113.26' };
const inside = 'SENDWELL_GENERATE_INSIDE';

const [name = ''] = process.argv.slice(2);
const driver = drivers[name];
if (!driver) {
  console.error(`usage: main.ts ${Object.keys(drivers).join(' | ')}`);
  process.exitCode = 2;
} else if (process.env[inside] === undefined) enterNamespaces(name);
else void generate(driver);

function enterNamespaces(server: string): void {
  const hosts = join(temporaryFolder('generate'), 'hosts');
  const lines = ['127.0.0.1 localhost', '127.0.0.1 mail.example.com mail'];
  for (const [host, address] of Object.entries(addresses)) lines.push(`${address} ${host}`);
  writeFileSync(hosts, `${lines.join('\n')}\n`);
  const script = [
    'set -e',
    'mount --make-rprivate /',
    `mount --bind ${hosts} /etc/hosts`,
    'hostname mail.example.com',
    'ip link set lo up',
    ...Object.values(addresses).map((address) => `ip addr add ${address}/32 dev lo`),
    'exec "$@"',
  ].join('\n');
  const self = [process.execPath, ...process.execArgv, fileURLToPath(import.meta.url), server];
  const result = spawnSync(
    'unshare',
    ['--mount', '--net', '--uts', 'sh', '-c', script, 'sh', ...self],
    { stdio: 'inherit', env: { ...process.env, [inside]: '1' } },
  );
  process.exitCode = result.status ?? 1;
}

async function generate(driver: Driver): Promise<void> {
  const folder = join(corpus, driver.server);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const smtp = await startFakeSmtp({
    host: '0.0.0.0',
    port: 25,
    name: 'mx1.qiye.aliyun.com',
    ...(driver.extensions ? { extensions: driver.extensions } : {}),
  });
  const wanted = scenarios.filter((one) => one.international !== true || driver.international);
  let number = 0;
  for (const delayed of [false, true])
    for (const scenario of wanted.filter((one) => (one.delayed === true) === delayed)) {
      if (driver.skip?.includes(scenario.name) === true) continue;
      const notices = await noticesAbout(driver, smtp, scenario);
      if (notices.length === 0) console.log(`${driver.server}: no notice about ${scenario.name}`);
      for (const notice of notices) {
        number += 1;
        const file = join(folder, `${String(number).padStart(2, '0')}-${scenario.name}`);
        writeFileSync(`${file}.eml`, notice);
        const about = { ...scenario, refusals: mentioned(scenario, notice) };
        const expected = expectedOf(about, driver.candour);
        writeFileSync(`${file}.expected.json`, `${JSON.stringify(expected, null, 2)}\n`);
      }
    }
  await stopRunning();
  await smtp.stop();
  console.log(`${driver.server} ${driver.version()}: ${number} notices`);
}

let running: {
  readonly delayed: boolean;
  readonly server: Awaited<ReturnType<Driver['start']>>;
} | null = null;

async function stopRunning(): Promise<void> {
  await running?.server.stop();
  running = null;
}

/** A queue that holds a delayed mail would try it again under the next scenario's answers: then it starts anew. */
async function noticesAbout(
  driver: Driver,
  smtp: FakeSmtp,
  scenario: Scenario,
): Promise<readonly Buffer[]> {
  const delayed = scenario.delayed === true;
  if (running === null || delayed || running.delayed !== delayed) {
    await stopRunning();
    const hosts = routes.map(({ domain, host }) => ({
      domain,
      host,
      address: addresses[host],
      port: 25,
    }));
    running = { delayed, server: await driver.start({ routes: hosts, delayed }) };
  }
  const { server } = running;
  smtp.setAnswer(answerOf(scenario));
  const before = server.notices().length;
  await server.send({
    from: 'owner@example.com',
    to: [...scenario.refusals.map(({ recipient }) => recipient), ...(scenario.accepted ?? [])],
    raw: message(scenario),
  });
  try {
    await server.waitForNotices(before + 1);
    // Some servers send one notice for the permanent refusals and another for the transient ones.
    if (scenario.refusals.length > 1) await new Promise((resolve) => setTimeout(resolve, 3000));
    return server.notices().slice(before);
  } catch (error) {
    console.error(String(error).slice(0, 3000));
    await stopRunning();
    return [];
  }
}

/** The recipients that this notice is about; the mail's own header names none when there are several. */
function mentioned(scenario: Scenario, notice: Buffer): readonly Refusal[] {
  if (scenario.refusals.length === 1) return scenario.refusals;
  const whole = notice.toString('latin1');
  // Sendmail's transcript also tells of recipients that this notice is not about.
  const reported = whole.match(/^Final-Recipient:.*$/gim);
  const text = reported ? reported.join('\n') : whole;
  return scenario.refusals.filter(({ recipient }) => new RegExp(`\\b${recipient}`).test(text));
}

const subject = Buffer.from('九月账单').toString('base64');

const message = (scenario: Scenario) => `From: =?UTF-8?B?6LSm5Y2V?= <owner@example.com>
To: ${scenario.refusals.length === 1 ? (scenario.refusals[0]?.recipient ?? '') : 'undisclosed-recipients:;'}
Subject: =?UTF-8?B?${subject}?=
Message-ID: <${scenario.name}@app.example.com>
Date: Tue, 15 Sep 2026 09:30:00 +0800
X-Mailer: BillSender 2.1
MIME-Version: 1.0
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: base64

${Buffer.from('您好，附上本月账单。\n').toString('base64')}
`;
