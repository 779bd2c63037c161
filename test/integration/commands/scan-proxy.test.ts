import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startDovecot, type Dovecot } from '../../servers/dovecot.ts';
import { assertReadOnly, startProxy, type Proxy } from '../../servers/proxy.ts';
import { startHttpProxy, startSocksProxy, type TunnelProxy } from '../../servers/tunnel-proxy.ts';
import { sendwell } from './sendwell.ts';

const owner = 'owner@example.com';
const password = 'Correct-Horse-7';
const secret = 'Proxy-Horse-9';

let dovecot: Dovecot;
let server: Proxy;
let http: TunnelProxy;
let socks: TunnelProxy;
let data: string;

beforeAll(async () => {
  dovecot = await startDovecot({ users: { [owner]: password } });
  server = await startProxy({ backend: dovecot });
  const names = { 'imap.example.com': server.port };
  http = await startHttpProxy({ names });
  socks = await startSocksProxy({ names, login: { user: 'office', password: secret } });
  data = mkdtempSync(join(tmpdir(), 'sendwell-proxy-'));
});

afterAll(async () => {
  await Promise.all([http.stop(), socks.stop()]);
  await server.stop();
  await dovecot.stop();
  rmSync(data, { recursive: true });
});

const scan = (more: readonly string[], env: Record<string, string> = {}) =>
  sendwell(
    ['scan', '--user', owner, '--host', 'imap.example.com', '--data', data, '--json'].concat(
      ['--ca', server.caFile],
      more,
    ),
    { env: { SENDWELL_PASSWORD: password, ...env } },
  );

describe('scan --proxy', () => {
  it('reads a mailbox that only the proxy can reach', async () => {
    const ended = await scan(['--proxy', `http://127.0.0.1:${http.port}`]);
    expect([ended.status, ended.stderr]).toEqual([0, '']);
    expect(http.asked).toEqual(['imap.example.com:993']);
    assertReadOnly(server.record);
  });

  it('takes what the environment says, unless it is told to go directly', async () => {
    const env = { ALL_PROXY: `socks5h://office:${secret}@127.0.0.1:${socks.port}` };
    expect((await scan([], env)).status).toBe(0);
    for (const [more, said] of [
      [['--proxy', 'direct'], env],
      [[], { ...env, NO_PROXY: 'example.com' }],
    ] as const) {
      const asked = socks.asked.length;
      expect((await scan(more, said)).status).toBe(3);
      expect(socks.asked.length).toBe(asked);
    }
  });

  it('takes the proxy’s password from the environment, and refuses it in the argument', async () => {
    const url = `socks5://office@127.0.0.1:${socks.port}`;
    expect((await scan(['--proxy', url], { SENDWELL_PROXY_PASSWORD: secret })).status).toBe(0);
    const refused = await scan(['--proxy', `socks5://office:${secret}@127.0.0.1:${socks.port}`]);
    expect(refused.status).toBe(2);
    expect(refused.stderr).toContain('SENDWELL_PROXY_PASSWORD');
    expect(refused.stderr).not.toContain(secret);
    expect((await scan(['--proxy', 'ftp://x'])).status).toBe(2);
  });

  it('names a proxy’s refusal as such, with the step and what it may mean', async () => {
    const wrong = await scan(['--proxy', `socks5://office@127.0.0.1:${socks.port}`], {
      SENDWELL_PROXY_PASSWORD: 'wrong',
    });
    expect(wrong.status).toBe(3);
    expect(wrong.stdout).toBe('');
    expect(wrong.stderr).toContain('failed at this step: Go through the proxy');
    expect(wrong.stderr).toContain('wants a login of its own');
    expect(wrong.stderr).toContain('most likely first');
    const nowhere = await scan(['--proxy', `http://127.0.0.1:${http.port}`, '--host', 'x.invalid']);
    expect(nowhere.status).toBe(3);
    expect(nowhere.stderr).toContain('found no way to x.invalid');
  });
});

describe('a connection that fails', () => {
  const direct = (more: readonly string[]) =>
    scan(['--host', 'localhost', '--port', String(server.port), ...more]);

  it('shows the certificate that is not trusted', async () => {
    const ended = await sendwell(
      ['scan', '--user', owner, '--host', 'localhost', '--port', String(server.port)].concat([
        '--data',
        data,
      ]),
      { env: { SENDWELL_PASSWORD: password } },
    );
    expect(ended.status).toBe(3);
    expect(ended.stderr).toContain('[done] Reach the server (TCP): 127.0.0.1');
    expect(ended.stderr).toMatch(/SHA-256: ([0-9A-F]{2}:){31}[0-9A-F]{2}/);
    expect(ended.stderr).toContain('its authority is not known to this computer');
  });

  it('lists the reasons of a refused login below the server’s words', async () => {
    const ended = await sendwell(
      ['scan', '--user', owner, '--host', 'localhost', '--port', String(server.port)].concat([
        ...['--ca', server.caFile, '--data', data, '--lang', 'zh-CN'],
      ]),
      { env: { SENDWELL_PASSWORD: 'Wrong-Horse-8' } },
    );
    expect(ended.status).toBe(4);
    const [words, list, path] = ['AUTHENTICATIONFAILED', '可能的原因', '访问策略'].map((part) =>
      ended.stderr.indexOf(part),
    );
    expect(words).toBeGreaterThan(0);
    expect(list).toBeGreaterThan(words ?? 0);
    expect(path).toBeGreaterThan(list ?? 0);
  });

  it('says nothing of steps where all goes well', async () => {
    expect((await direct([])).stderr).toBe('');
  });
});
