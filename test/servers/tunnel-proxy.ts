import { connect, createServer, type Server, type Socket } from 'node:net';

/** How a tunnel proxy answers. */
export interface TunnelOptions {
  /** Names that this proxy alone knows, and the port behind each: no DNS can have told the client. */
  readonly names: Readonly<Record<string, number>>;
  /** Demanded when given. */
  readonly login?: { readonly user: string; readonly password: string };
  /** Ports that it opens; all by default. */
  readonly ports?: readonly number[];
}

export interface TunnelProxy {
  readonly port: number;
  /** What was asked for, as the client wrote it: "host:port". */
  readonly asked: string[];
  stop(): Promise<void>;
}

type Answer = 'open' | 'login' | 'forbidden' | 'unreachable';

/** HTTP CONNECT (RFC 9110 section 9.3.6) with Basic authentication. */
export function startHttpProxy(options: TunnelOptions): Promise<TunnelProxy> {
  const wanted =
    options.login &&
    `Basic ${Buffer.from(`${options.login.user}:${options.login.password}`).toString('base64')}`;
  return start(options, async (client, open) => {
    const head = (await readUntil(client, (seen) => seen.includes('\r\n\r\n'))).toString('latin1');
    const [, host = '', port = ''] = /^CONNECT (\S+):(\d+) HTTP/.exec(head) ?? [];
    const given = /^proxy-authorization: (.*)$/im.exec(head)?.[1];
    const answer = wanted !== undefined && given !== wanted ? 'login' : open.judge(host, +port);
    const status = {
      open: '200 Connection established',
      login: '407 Proxy Authentication Required',
      forbidden: '403 Forbidden',
      unreachable: '502 Bad Gateway',
    }[answer];
    client.write(`HTTP/1.1 ${status}\r\n\r\n`);
    if (answer === 'open') open.join(host);
    else client.end();
  });
}

/** SOCKS 5 (RFC 1928) with user name and password (RFC 1929). */
export function startSocksProxy(options: TunnelOptions): Promise<TunnelProxy> {
  const { login } = options;
  return start(options, async (client, open) => {
    const hello = await readUntil(client, (seen) => seen.length >= 2 + (seen[1] ?? 0));
    const method = login ? 2 : 0;
    if (!hello.subarray(2).includes(method)) {
      client.end(Buffer.from([5, 0xff]));
      return;
    }
    client.write(Buffer.from([5, method]));
    if (login) {
      const given = await readUntil(client, (seen) => {
        const user = seen[1] ?? 0;
        return seen.length > 2 + user && seen.length >= 3 + user + (seen[2 + user] ?? 0);
      });
      const user = given.subarray(2, 2 + (given[1] ?? 0)).toString();
      const password = given.subarray(3 + (given[1] ?? 0)).toString();
      const right = user === login.user && password === login.password;
      client.write(Buffer.from([1, right ? 0 : 1]));
      if (!right) {
        client.end();
        return;
      }
    }
    const request = await readUntil(client, (seen) => {
      const length = seen[3] === 3 ? 7 + (seen[4] ?? 0) : seen[3] === 4 ? 22 : 10;
      return seen.length > 4 && seen.length >= length;
    });
    const isName = request[3] === 3;
    const host = isName
      ? request.subarray(5, 5 + (request[4] ?? 0)).toString()
      : [...request.subarray(4, 8)].join('.');
    const answer = open.judge(host, request.readUInt16BE(request.length - 2));
    const code = { open: 0, login: 1, forbidden: 2, unreachable: 4 }[answer];
    client.write(Buffer.from([5, code, 0, 1, 0, 0, 0, 0, 0, 0]));
    if (answer === 'open') open.join(host);
    else client.end();
  });
}

interface Opening {
  judge(host: string, port: number): Answer;
  /** From now on the bytes of client and server pass. */
  join(host: string): void;
}

type Talk = (client: Socket, open: Opening) => Promise<void>;

async function start({ names, ports }: TunnelOptions, talk: Talk): Promise<TunnelProxy> {
  const asked: string[] = [];
  const sockets = new Set<Socket>();
  const keep = (socket: Socket): Socket => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => undefined);
    return socket;
  };
  const server: Server = createServer((client) => {
    keep(client);
    const opening: Opening = {
      judge(host, port) {
        asked.push(`${host}:${port}`);
        if (ports && !ports.includes(port)) return 'forbidden';
        return host in names ? 'open' : 'unreachable';
      },
      join(host) {
        const upstream = keep(connect(names[host] ?? 0, '127.0.0.1'));
        upstream.on('close', () => client.destroy());
        client.on('close', () => upstream.destroy());
        client.pipe(upstream).pipe(client);
      },
    };
    talk(client, opening).catch(() => client.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port was given');
  return {
    port: address.port,
    asked,
    stop: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Reads until it is enough; what follows stays for the tunnel, since a client waits for each answer here. */
function readUntil(client: Socket, enough: (seen: Buffer) => boolean): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    let seen = Buffer.alloc(0);
    const take = (chunk: Buffer) => {
      seen = Buffer.concat([seen, chunk]);
      if (!enough(seen)) return;
      client.off('data', take);
      client.pause();
      resolve(seen);
    };
    client.on('data', take);
    client.resume();
    client.once('close', () => reject(new Error('closed')));
  });
}
