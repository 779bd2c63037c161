import { createServer } from 'node:net';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { startDovecot } from '../servers/dovecot.ts';
import { throttleNotice } from '../app/scan/mails.ts';
import { installedCommand } from './installed.ts';

const data = mkdtempSync(join(tmpdir(), 'sendwell-packaged-data-'));
afterAll(() => rmSync(data, { recursive: true, force: true }));

describe('the command line inside the installed app, without a screen', () => {
  it('says its version', async () => {
    expect(await installedCommand(['--version'])).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(/^sendwell \d+\.\d+\.\d+\n$/) as string,
    });
  });

  it('reads standard input and writes nothing but its document', async () => {
    const input =
      'host said: 554 Reject by behaviour spam at Rcpt State ANTISPAM_BAT[01201311R1, ay1]: too frequently sending';
    const { status, stdout } = await installedCommand(['explain', '--json', '-'], { input });
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      isBounce: true,
      failures: [{ category: 'throttle' }],
    });
  });

  it('scans the sample into a database and checks it again', async () => {
    const { status, stdout } = await installedCommand([
      'scan',
      '--sample',
      '--data',
      data,
      '--json',
    ]);
    expect(status).toBe(0);
    const { account, totals } = JSON.parse(stdout) as {
      account: string;
      totals: { throttled: number };
    };
    expect(totals.throttled).toBeGreaterThan(50);
    expect(account).toBe('owner@example.cn');
  });

  it('takes the password from the environment and scans a real server', async () => {
    const address = 'owner@example.com';
    const password = 'Correct-Horse-7';
    const dovecot = await startDovecot({ users: { [address]: password } });
    try {
      const date = new Date(Date.now() - 3_600_000);
      dovecot.deliver(address, 'INBOX', [
        { raw: throttleNotice(1, date, { code: 554 }).raw, date },
      ]);
      const port = String(dovecot.port);
      const args = ['scan', '--user', address, '--host', 'localhost', '--port', port];
      const { status, stdout } = await installedCommand(
        [...args, '--ca', dovecot.caFile, '--data', data, '--json'],
        { env: { SENDWELL_PASSWORD: password } },
      );
      expect(status).toBe(0);
      expect(JSON.parse(stdout)).toMatchObject({ totals: { throttled: 1 } });
    } finally {
      await dovecot.stop();
    }
  });

  it('ends with the promised status for a mistake', async () => {
    expect((await installedCommand(['nonsense'])).status).toBe(2);
    expect((await installedCommand([])).status).toBe(2);
  });

  it('hears Ctrl+C although its main thread sleeps', async () => {
    // A server that accepts and says nothing.
    const silent = createServer(() => undefined);
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const address = silent.address();
    const port = String(typeof address === 'object' ? address?.port : 0);
    const args = [
      'scan',
      '--user',
      'a@example.com',
      '--host',
      '127.0.0.1',
      '--port',
      port,
      '--data',
      data,
    ];
    const { status } = await installedCommand(args, {
      env: { SENDWELL_PASSWORD: 'x' },
      interruptAfter: 3000,
      limit: 60_000,
    });
    silent.close();
    expect(status).toBe(130);
  });
});
