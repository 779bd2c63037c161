import { readFileSync } from 'node:fs';
import { createServer as createTcpServer, type AddressInfo, type Server } from 'node:net';
import { createServer as createTlsServer, type TLSSocket } from 'node:tls';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { connectImap, type ConnectOptions } from '../../../app/mailbox/imap/connect.ts';
import type { ProblemCode } from '../../../app/result.ts';
import type { Certificate } from '../../servers/ca.ts';
import { startDovecot, type Dovecot } from '../../servers/dovecot.ts';
import {
  busy,
  linesOf,
  refuseLogin,
  startProxy,
  type Fault,
  type Proxy,
} from '../../servers/proxy.ts';

const user = 'owner@example.com';
const password = 'right Passw0rd';
/** Generous, for a busy machine; a test that waits for one of them makes it short. */
const timeouts = {
  connect: 20_000,
  greeting: 20_000,
  silence: 20_000,
  command: 40_000,
  close: 300,
};
const impatient = { ...timeouts, greeting: 1_500 };

let dovecot: Dovecot;
let proxy: Proxy;
let base: ConnectOptions;
const closing: (() => Promise<unknown>)[] = [];

beforeAll(async () => {
  dovecot = await startDovecot({ users: { [user]: password } });
  proxy = await startProxy({ backend: dovecot });
  const ca = readFileSync(dovecot.caFile, 'utf8');
  base = { host: 'localhost', port: proxy.port, user, password, ca, timeouts };
});

beforeEach(() => {
  proxy.setFaults([]);
  proxy.forget();
});

afterEach(async () => {
  await Promise.all(closing.splice(0).map((close) => close()));
});

afterAll(async () => {
  await proxy.stop();
  await dovecot.stop();
});

async function attempt(options: Partial<ConnectOptions>) {
  const result = await connectImap({ ...base, ...options });
  if (result.ok) {
    await result.value.close();
    return null;
  }
  return result.problem;
}

async function expectProblem(options: Partial<ConnectOptions>, code: ProblemCode) {
  const problem = await attempt(options);
  expect(problem?.code).toBe(code);
  return problem;
}

const listen = async (server: Server): Promise<number> => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(() => new Promise((resolve) => server.close(resolve)));
  return (server.address() as AddressInfo).port;
};

/** A TLS server that is no Dovecot: it does what `talk` says with each connection. */
const tlsServer = (talk: (socket: TLSSocket) => void, certificate?: Certificate) => {
  const { certFile, keyFile } = certificate ?? dovecot.certificates.localhost;
  const sockets = new Set<TLSSocket>();
  closing.unshift(
    () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        resolve(null);
      }),
  );
  const options = { cert: readFileSync(certFile), key: readFileSync(keyFile) };
  const server = createTlsServer(options, (socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    talk(socket);
  });
  server.on('tlsClientError', () => undefined);
  return listen(server);
};

const logins = () => [...linesOf(proxy.record, 'LOGIN'), ...linesOf(proxy.record, 'AUTHENTICATE')];

describe('the login', () => {
  it('succeeds with the right password, in one attempt', async () => {
    expect(await attempt({})).toBeNull();
    expect(logins()).toHaveLength(1);
  });

  it('is tried once when the password is wrong, and hands on what the server said', async () => {
    const problem = await expectProblem({ password: 'wrong' }, 'login-refused');
    expect(problem?.subject).toBe('localhost');
    expect(problem?.detail).toBe('[AUTHENTICATIONFAILED] Authentication failed.');
    expect(logins()).toHaveLength(1);
    expect(proxy.record.connections).toBe(1);
  });

  it('is tried once through SASL too, where a server prefers that', async () => {
    const plain = await startProxy({ backend: dovecot, capabilities: null });
    closing.push(() => plain.stop());
    await expectProblem({ port: plain.port, password: 'wrong' }, 'login-refused');
    expect(linesOf(plain.record, 'AUTHENTICATE')).toHaveLength(1);
    expect(linesOf(plain.record, 'LOGIN')).toEqual([]);
    expect(await attempt({ port: plain.port })).toBeNull();
  });

  it.each(['LOGIN failed', '登录失败', 'invalid command or parameters'])(
    'refused with "%s" keeps these words',
    async (words) => {
      proxy.setFaults([refuseLogin(words)]);
      const problem = await expectProblem({}, 'login-refused');
      expect(problem?.detail).toBe(words);
      expect(logins()).toHaveLength(1);
    },
  );

  const busyServers: [string, Fault][] = [
    ['NO system busy', busy()],
    ['NO with a code', { kind: 'reply', at: 'LOGIN', status: 'NO', text: '[UNAVAILABLE] down' }],
    [
      'BAD too many connections',
      { kind: 'reply', at: 'LOGIN', status: 'BAD', text: 'too many connections' },
    ],
    ['BYE', { kind: 'reply', at: 'LOGIN', status: 'BYE', text: 'server busy, try later' }],
    [
      'BYE as greeting',
      { kind: 'reply', at: 'greeting', status: 'BYE', text: 'Too many connections' },
    ],
  ];
  it.each(busyServers)(
    'that meets a busy server is no wrong password: %s',
    async (_name, fault) => {
      proxy.setFaults([fault]);
      const problem = await expectProblem({}, 'server-busy');
      expect(problem?.detail).toMatch(/busy|down|too many/i);
      expect(logins().length).toBeLessThanOrEqual(1);
    },
  );

  it('sends nothing that a command could not carry', async () => {
    await expectProblem({ password: 'a\r\nx DELETE INBOX' }, 'usage');
    await expectProblem({ password: '' }, 'usage');
    await expectProblem({ port: 70_000 }, 'usage');
    expect(proxy.record.connections).toBe(0);
  });
});

describe('the host', () => {
  it('that does not exist', async () => {
    const problem = await expectProblem({ host: 'imap.invalid' }, 'host-not-found');
    expect(problem?.subject).toBe('imap.invalid');
  });

  it('where nothing listens', async () => {
    const server = createTcpServer();
    const port = await listen(server);
    await closing.pop()?.();
    await expectProblem({ host: '127.0.0.1', port }, 'connection-refused');
  });

  it('that accepts and says nothing: before TLS and after it', async () => {
    const silent = createTcpServer((socket) => {
      closing.unshift(() => Promise.resolve(socket.destroy()));
    });
    const port = await listen(silent);
    await expectProblem({ port, timeouts: { ...timeouts, connect: 500 } }, 'connection-timeout');
    const mute = await tlsServer(() => undefined);
    await expectProblem({ port: mute, timeouts: impatient }, 'connection-timeout');
  });

  it('that is no IMAP server', async () => {
    const smtp = await tlsServer((socket) => socket.write('220 mail.example.com ESMTP ready\r\n'));
    await expectProblem({ port: smtp, timeouts: impatient }, 'not-imap');
    const web = await tlsServer((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'));
    await expectProblem({ port: web }, 'not-imap');
  });

  it('that speaks no TLS gets no password', async () => {
    let heard = '';
    const clear = createTcpServer((socket) => {
      socket.write('* OK AliYun IMAP Server Ready\r\n');
      socket.on('data', (data) => (heard += data.toString('latin1')));
      socket.on('error', () => undefined);
    });
    await expectProblem({ port: await listen(clear) }, 'tls-failed');
    expect(heard).not.toContain('LOGIN');
  });

  it('that is another machine, where only this one is allowed', async () => {
    for (const host of ['192.0.2.1', '2001:db8::1', '::ffff:192.0.2.1'])
      await expectProblem({ host, loopbackOnly: true }, 'remote-not-allowed');
    for (const host of ['localhost', '127.0.0.1'])
      expect(await attempt({ host, loopbackOnly: true })).toBeNull();
  });
});

describe('the certificate', () => {
  const withCertificate = (certificate: Certificate) => tlsServer(() => undefined, certificate);

  it('of an unknown authority is not trusted, and no private one is taken without being named', async () => {
    const port = await withCertificate(dovecot.certificates.untrusted);
    await expectProblem({ port }, 'certificate-untrusted');
    await expectProblem({ ca: undefined }, 'certificate-untrusted');
    expect(proxy.record.commands).toEqual([]);
  });

  it('for another host', async () => {
    const port = await withCertificate(dovecot.certificates.wrongHost);
    const problem = await expectProblem({ port }, 'certificate-wrong-host');
    expect(problem?.detail).toContain('mail.example.org');
  });

  it('that has expired', async () => {
    const port = await withCertificate(dovecot.certificates.expired);
    await expectProblem({ port }, 'certificate-expired');
  });

  it('is checked whatever the environment says', async () => {
    process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = '0';
    try {
      const port = await withCertificate(dovecot.certificates.untrusted);
      await expectProblem({ port }, 'certificate-untrusted');
    } finally {
      delete process.env['NODE_TLS_REJECT_UNAUTHORIZED'];
    }
  });

  it('of an old TLS is refused', async () => {
    const { certFile, keyFile } = dovecot.certificates.localhost;
    const server = createTlsServer({
      cert: readFileSync(certFile),
      key: readFileSync(keyFile),
      minVersion: 'TLSv1',
      maxVersion: 'TLSv1.1',
      ciphers: 'DEFAULT@SECLEVEL=0',
    });
    server.on('tlsClientError', () => undefined);
    await expectProblem({ port: await listen(server) }, 'tls-failed');
  });

  it('of a private authority must be one', async () => {
    await expectProblem({ ca: 'no certificate' }, 'file-unreadable');
  });
});

describe('a connection that breaks', () => {
  const folder = async (options: Partial<ConnectOptions> = {}) => {
    const result = await connectImap({ ...base, ...options });
    if (!result.ok) throw new Error(result.problem.code);
    closing.push(() => result.value.close());
    const opened = await result.value.openFolder('INBOX');
    if (!opened.ok) throw new Error(opened.problem.code);
    return { mailbox: result.value, folder: opened.value };
  };

  it('while logging in', async () => {
    proxy.setFaults([{ kind: 'close', at: 'LOGIN' }]);
    await expectProblem({}, 'connection-closed');
    expect(logins()).toHaveLength(1);
  });

  it('between commands fails this one and the next, and closes quietly', async () => {
    const { mailbox, folder: open } = await folder();
    proxy.dropConnections();
    for (const uid of [1, 2]) {
      const result = await open.fetchMessages([uid], 10);
      expect(result).toMatchObject({ ok: false, problem: { code: 'connection-closed' } });
    }
    await mailbox.close();
    await mailbox.close();
  });

  it('with a BYE tells why', async () => {
    const { folder: open } = await folder();
    const text = 'Autologout; idle for too long';
    proxy.setFaults([{ kind: 'reply', at: 'UID FETCH', status: 'BYE', text }]);
    const result = await open.fetchMessages([1], 10);
    expect(result).toMatchObject({
      ok: false,
      problem: { code: 'connection-closed', detail: text },
    });
  });

  it('by silence ends in time', async () => {
    const { folder: open } = await folder({ timeouts: { ...timeouts, command: 2_000 } });
    proxy.setFaults([{ kind: 'stall', at: 'UID FETCH' }]);
    const result = await open.fetchMessages([1], 10);
    expect(result).toMatchObject({ ok: false, problem: { code: 'connection-timeout' } });
  });

  it('by its signal is an interruption, before and after', async () => {
    const controller = new AbortController();
    const { folder: open } = await folder({ signal: controller.signal });
    proxy.setFaults([{ kind: 'stall', at: 'UID FETCH' }]);
    const pending = open.fetchMessages([1], 10);
    controller.abort();
    expect(await pending).toMatchObject({ ok: false, problem: { code: 'interrupted' } });
    await expectProblem({ signal: controller.signal }, 'interrupted');
  });

  it('by an announced gigabyte, or a line without end, is cut off', async () => {
    dovecot.deliver(user, 'INBOX', [{ raw: 'Subject: x\r\n\r\nbody\r\n' }]);
    const faults: Fault[] = [
      { kind: 'literal', at: 'UID FETCH', announce: () => 10 * 1024 ** 3 },
      { kind: 'endless-line', at: 'UID FETCH' },
    ];
    for (const fault of faults) {
      const { folder: open } = await folder();
      proxy.setFaults([fault]);
      const result = await open.fetchMessages([1], 10);
      expect(result).toMatchObject({ ok: false, problem: { code: 'server-refused' } });
      proxy.setFaults([]);
    }
  });
});
