import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ordinary, throttleNotice } from '../../app/scan/mails.ts';
import { sendwell } from './sendwell.ts';

const at = new Date('2026-03-02T00:14:05Z');
const throttle =
  '554 Reject by behaviour spam at Rcpt State(Connection IP address:203.0.113.9)ANTISPAM_BAT[01201311R1568S4530114229, ay29a033002195077]: too frequently sendingCONTINUE';

interface Line {
  source: string;
  isBounce: boolean;
  bouncedAt: string | null;
  unreadable: string | null;
  failures: {
    recipient: string | null;
    category: string;
    throttle: Record<string, unknown> | null;
  }[];
}

const linesOf = (stdout: string): Line[] =>
  stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'sendwell-explain-'));
  mkdirSync(join(folder, 'mail'));
  writeFileSync(join(folder, 'mail', '1.eml'), throttleNotice(1, at).raw);
  writeFileSync(join(folder, 'mail', '2.eml'), ordinary(2, at).raw);
  writeFileSync(join(folder, 'mail', '3.eml'), Buffer.from([0, 1, 2, 255, 254]));
  const unix = (raw: string) =>
    `From sender Mon Mar  2 00:14:05 2026\n${raw.replaceAll('\r\n', '\n')}\n\n`;
  writeFileSync(
    join(folder, 'box.mbox'),
    unix(ordinary(4, at).raw) + unix(throttleNotice(5, at).raw),
  );
  writeFileSync(join(folder, 'mail.log'), `nothing here\n${throttle}\n`);
});

afterAll(() => rmSync(folder, { recursive: true }));

describe('explain --json', () => {
  it('prints one line for each message of a folder, in order, whatever it is', async () => {
    const { status, stdout, stderr } = await sendwell(['explain', '--json', join(folder, 'mail')]);
    expect([status, stderr]).toEqual([0, '']);
    const lines = linesOf(stdout);
    expect(lines.map(({ source }) => source)).toEqual(
      ['1.eml', '2.eml', '3.eml'].map((name) => join(folder, 'mail', name)),
    );
    expect(lines.map(({ isBounce }) => isBounce)).toEqual([true, false, false]);
    expect(lines[0]?.failures[0]).toMatchObject({
      recipient: 'user@dest.example.com',
      category: 'throttle',
      throttle: {
        phrase: 'too-frequently',
        permanent: true,
        stage: 'rcpt',
        connectionIp: '203.0.113.9',
        tag: '01201311R1568S4530114229',
        node: 'ay29a033002195077',
        direction: 'own-account',
      },
    });
  });

  it('numbers the messages of an mbox and the lines of a log', async () => {
    const box = join(folder, 'box.mbox');
    const log = join(folder, 'mail.log');
    const lines = linesOf((await sendwell(['explain', '--json', box, log])).stdout);
    expect(lines.map(({ source, isBounce }) => [source, isBounce])).toEqual([
      [`${box}:1`, false],
      [`${box}:2`, true],
      [`${log}:2`, true],
    ]);
  });

  it('gives the reason for what is there and cannot be read, and goes on', async () => {
    // Permissions do not stop root; a link to itself stops everybody.
    const loop = join(folder, 'loop.eml');
    symlinkSync(loop, loop);
    const good = join(folder, 'mail', '1.eml');
    const { status, stdout, stderr } = await sendwell(['explain', '--json', loop, good]);
    expect(status).toBe(0);
    expect(stderr).toContain('could not be read');
    const [unreadable, read] = linesOf(stdout);
    expect(unreadable).toMatchObject({ source: loop, isBounce: false, failures: [] });
    expect(unreadable?.unreadable).toContain('permission');
    expect(read).toMatchObject({ source: good, isBounce: true, unreadable: null });
    expect((await sendwell(['explain', loop, good])).status).toBe(0);
  });

  it('reads standard input, a message as well as a pasted line', async () => {
    for (const input of [readFileSync(join(folder, 'mail', '1.eml'), 'utf8'), throttle]) {
      const { status, stdout } = await sendwell(['explain', '--json'], { input });
      expect(status).toBe(0);
      expect(linesOf(stdout)[0]?.failures[0]?.category).toBe('throttle');
    }
  });

  it('keeps a notice’s own offset, or takes the zone asked for', async () => {
    const file = join(folder, 'mail', '1.eml');
    const asked = await sendwell(['explain', '--json', '--timezone', 'Asia/Shanghai', file]);
    expect(linesOf(asked.stdout)[0]?.bouncedAt).toBe('2026-03-02T08:14:05+08:00');
  });

  it('takes a log’s times for the zone asked for, and its year for the last one', async () => {
    const line = `Mar  2 08:14:05 mail postfix/smtp[12]: 4F2A: to=<user@dest.example.com>, relay=smtp.qiye.aliyun.com[203.0.113.1]:25, status=bounced (host smtp.qiye.aliyun.com[203.0.113.1] said: ${throttle} (in reply to RCPT TO command))`;
    const { stdout } = await sendwell(['explain', '--json', '--timezone', 'Asia/Shanghai'], {
      input: line,
    });
    expect(linesOf(stdout)[0]?.bouncedAt).toMatch(/^20\d\d-03-02T08:14:05\+08:00$/);
  });

  it('names a file that is not there, explains the others, and ends with 2', async () => {
    const missing = join(folder, 'nowhere.eml');
    const ended = await sendwell(['explain', '--json', missing, join(folder, 'mail', '1.eml')]);
    expect(ended.status).toBe(2);
    expect(ended.stderr).toContain(missing);
    expect(linesOf(ended.stdout)).toHaveLength(1);
  });
});

describe('what people see', () => {
  it('is the verdict first, in their language', async () => {
    const file = join(folder, 'mail', '1.eml');
    const english = await sendwell(['explain', '--lang', 'en', file]);
    expect(english.stdout).toContain('Alibaba Mail refused mail to user@dest.example.com');
    const chinese = await sendwell(['explain', '--lang', 'zh-CN', file]);
    expect(chinese.stdout).toContain('发信过于频繁');
  });

  it('never drives the terminal', async () => {
    const raw = throttleNotice(1, at).raw.replace('An offer', 'An \u001b]0;offer\u0007');
    const { stdout } = await sendwell(['explain'], { input: raw });
    expect(stdout.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
  });
});

describe('check', () => {
  it('answers unknown for an account that was never scanned', async () => {
    const ended = await sendwell(['check', '--user', 'owner@example.com', '--data', folder]);
    expect(ended.status).toBe(11);
    expect(ended.stdout).toMatch(/^owner@example\.com unknown /);
  });
});
