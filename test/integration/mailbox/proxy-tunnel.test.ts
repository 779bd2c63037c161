import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connectImap, type ConnectOptions } from '../../../app/mailbox/imap/connect.ts';
import type { ConnectStep } from '../../../app/mailbox/imap/steps.ts';
import { parseProxy } from '../../../app/mailbox/proxy.ts';
import type { ProblemCode } from '../../../app/result.ts';
import { startDovecot, type Dovecot } from '../../servers/dovecot.ts';
import { linesOf, startProxy, type Proxy } from '../../servers/proxy.ts';
import { startHttpProxy, startSocksProxy, type TunnelProxy } from '../../servers/tunnel-proxy.ts';

const user = 'owner@example.com';
const password = 'Correct-Horse-7';
const login = { user: 'office@lan', password: 'a/b:c @d%' };
/** In the certificate, and in no DNS. */
const host = 'imap.example.com';

let dovecot: Dovecot;
let server: Proxy;
const proxies: Record<'http' | 'socks5', { open: TunnelProxy; closed: TunnelProxy }> = {} as never;

beforeAll(async () => {
  dovecot = await startDovecot({ users: { [user]: password } });
  server = await startProxy({ backend: dovecot });
  const names = { [host]: server.port };
  for (const [kind, start] of [
    ['http', startHttpProxy],
    ['socks5', startSocksProxy],
  ] as const)
    proxies[kind] = {
      open: await start({ names }),
      closed: await start({ names, login, ports: [993] }),
    };
});

afterAll(async () => {
  await Promise.all(
    Object.values(proxies).flatMap(({ open, closed }) => [open.stop(), closed.stop()]),
  );
  await server.stop();
  await dovecot.stop();
});

const proxyOf = (url: string) => {
  const parsed = parseProxy(url);
  if (!parsed.ok) throw new Error(url);
  return parsed.value;
};

async function attempt(url: string, options: Partial<ConnectOptions> = {}) {
  let steps: readonly ConnectStep[] = [];
  const ca = readFileSync(dovecot.caFile, 'utf8');
  const result = await connectImap({
    ...{ host, port: 993, user, password, ca, proxy: proxyOf(url) },
    onStep: (now) => (steps = now),
    checkInbox: true,
    ...options,
  });
  if (result.ok) await result.value.close();
  return { problem: result.ok ? null : result.problem, steps };
}

const codeOf = async (url: string, options: Partial<ConnectOptions> = {}) =>
  (await attempt(url, options)).problem?.code ?? null;

describe.each(['http', 'socks5'] as const)('a %s proxy', (kind) => {
  it('carries the connection, and gets the name as it is', async () => {
    const { open } = proxies[kind];
    const { problem, steps } = await attempt(`${kind}://127.0.0.1:${open.port}`);
    expect(problem).toBeNull();
    expect(steps.map(({ name, state }) => `${name} ${state}`)).toEqual([
      'proxy done',
      'tls done',
      'greeting done',
      'login done',
      'inbox done',
    ]);
    expect(open.asked).toEqual([`${host}:993`]);
  });

  it('that wants a login of its own gets it, and nothing of the mailbox’s', async () => {
    const { closed } = proxies[kind];
    const { user: name, password: secret } = login;
    const url = (pass: string) =>
      `${kind}://${encodeURIComponent(name)}:${encodeURIComponent(pass)}@127.0.0.1:${closed.port}`;
    expect(await codeOf(url(secret))).toBeNull();
    server.forget();
    const { problem, steps } = await attempt(url('wrong'));
    expect(problem?.code).toBe('proxy-login');
    expect(JSON.stringify(steps)).not.toContain('wrong');
    expect(await codeOf(`${kind}://127.0.0.1:${closed.port}`)).toBe('proxy-login');
    expect(server.record.connections).toBe(0);
  });

  it('that forbids the port, knows no way, or is not there: each is said', async () => {
    const { open, closed } = proxies[kind];
    const { user: name, password: secret } = login;
    const mine = `${encodeURIComponent(name)}:${encodeURIComponent(secret)}@`;
    const cases: [string, Partial<ConnectOptions>, ProblemCode][] = [
      [`${kind}://${mine}127.0.0.1:${closed.port}`, { port: 143 }, 'proxy-refused'],
      [`${kind}://127.0.0.1:${open.port}`, { host: 'imap.example.org' }, 'proxy-no-way'],
      [`${kind}://127.0.0.1:1`, {}, 'proxy-unreachable'],
      [`${kind}://proxy.invalid:3128`, {}, 'proxy-unreachable'],
    ];
    for (const [url, options, code] of cases) {
      const { problem, steps } = await attempt(url, options);
      expect([url, problem?.code]).toEqual([url, code]);
      expect(steps[0]).toMatchObject({ name: 'proxy', state: 'failed', problem: { code } });
    }
  });

  it('does not weaken the look at the certificate', async () => {
    const { open } = proxies[kind];
    const { problem, steps } = await attempt(`${kind}://127.0.0.1:${open.port}`, { ca: undefined });
    expect(problem?.code).toBe('certificate-untrusted');
    expect(steps[1]?.certificate?.fingerprint).toMatch(/^([0-9A-F]{2}:){31}[0-9A-F]{2}$/);
  });

  it('is not asked for another machine where only this one is allowed', async () => {
    const { open } = proxies[kind];
    const before = open.asked.length;
    const url = `${kind}://127.0.0.1:${open.port}`;
    expect(await codeOf(url, { loopbackOnly: true })).toBe('remote-not-allowed');
    expect(open.asked.length).toBe(before);
  });
});

describe('a proxy that never answers', () => {
  it('ends in time', async () => {
    const { createServer } = await import('node:net');
    const silent = createServer(() => undefined);
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const { port } = silent.address() as { port: number };
    const started = Date.now();
    for (const kind of ['http', 'socks5'])
      expect(await codeOf(`${kind}://127.0.0.1:${port}`, { timeouts: { connect: 700 } })).toBe(
        'proxy-unreachable',
      );
    expect(Date.now() - started).toBeLessThan(20_000);
    silent.close();
  });
});

describe('the steps of a direct connection', () => {
  const steps = async (options: Partial<ConnectOptions>) =>
    (await attempt('http://127.0.0.1:1', { proxy: null, host: 'localhost', ...options })).steps;

  it('tell what was seen', async () => {
    const all = await steps({ port: server.port });
    expect(all.map(({ name }) => name)).toEqual([
      ...['name', 'tcp', 'tls', 'greeting', 'login', 'inbox'],
    ]);
    const seen = Object.fromEntries(all.map((step) => [step.name, step.seen]));
    expect(JSON.stringify(seen['name'])).toContain('127.0.0.1');
    expect(seen['tcp']).toMatchObject({ address: '127.0.0.1', port: server.port });
    expect(seen['tls']).toMatchObject({ version: 'TLSv1.3', issuer: 'Sendwell test root' });
    expect(seen['greeting']).toMatchObject({ words: 'AliYun IMAP Server Ready' });
    expect(seen['login']).toMatchObject({ capabilities: ['IDLE', 'XLIST', 'ID', 'UIDPLUS'] });
    expect(seen['inbox']).toMatchObject({ folders: 5, messages: 0 });
  });

  it('stop at the one that failed, whatever it is', async () => {
    const failedAt = (all: readonly ConnectStep[]) =>
      all
        .filter(({ state }) => state === 'failed')
        .map(({ name, problem }) => [name, problem?.code]);
    expect(failedAt(await steps({ host: 'imap.invalid' }))).toEqual([['name', 'host-not-found']]);
    expect(failedAt(await steps({ port: 1 }))).toEqual([['tcp', 'connection-refused']]);
    expect(failedAt(await steps({ port: server.port, ca: undefined }))).toEqual([
      ['tls', 'certificate-untrusted'],
    ]);
    server.setFaults([
      { kind: 'reply', at: 'greeting', status: 'BYE', text: 'too many connections' },
    ]);
    expect(failedAt(await steps({ port: server.port }))).toEqual([['greeting', 'server-busy']]);
    server.setFaults([{ kind: 'reply', at: 'EXAMINE', status: 'NO', text: 'not today' }]);
    expect(failedAt(await steps({ port: server.port }))).toEqual([['inbox', 'folder-refused']]);
    server.setFaults([]);
    server.forget();
    expect(failedAt(await steps({ port: server.port, password: 'wrong' }))).toEqual([
      ['login', 'login-refused'],
    ]);
    expect(linesOf(server.record, 'LOGIN')).toHaveLength(1);
  });

  it('show a certificate that is not trusted, and why', async () => {
    const { certificates } = dovecot;
    for (const [certificate, faults] of [
      [certificates.expired, ['expired']],
      [certificates.wrongHost, ['wrong-host']],
      [certificates.untrusted, ['unknown-authority']],
    ] as const) {
      const other = await startProxy({ backend: dovecot, certificate: () => certificate });
      const all = await steps({ port: other.port });
      await other.stop();
      const shown = all.find(({ name }) => name === 'tls')?.certificate;
      expect(shown?.faults).toEqual(faults);
      expect(shown?.issuer).toContain('root');
      expect(shown?.validTo).toBeGreaterThan(0);
      expect(other.record.commands).toEqual([]);
    }
  });
});
