import { connect, type Socket } from 'node:net';
import { message, mostBytes, readReply, type Reply } from './session-bus.ts';

const watcher = 'org.kde.StatusNotifierWatcher';
/** A bus is on this machine and answers within milliseconds. */
const patience = 1500;

/** Where this session's bus listens; null where there is none, or it is of a kind that only old systems have. */
export function busPath(env: NodeJS.ProcessEnv): string | null {
  const address = env['DBUS_SESSION_BUS_ADDRESS'];
  const runtime = env['XDG_RUNTIME_DIR'];
  if (!address) return runtime ? `${runtime}/bus` : null;
  for (const each of address.split(';')) {
    const [, kind, path] = /^unix:(?:.*,)?(path|abstract)=([^,]+)/.exec(each) ?? [];
    if (path !== undefined) return `${kind === 'abstract' ? '\0' : ''}${decodeURIComponent(path)}`;
  }
  return null;
}

/**
 * Whether this desktop shows tray icons: whether somebody displays StatusNotifier items, which is what Electron's tray
 * is on Linux. Asked over the session's bus, as Chromium itself does; silence, or anything odd, is a no.
 */
export async function hasTrayHost(env: NodeJS.ProcessEnv, uid: number): Promise<boolean> {
  const path = busPath(env);
  if (path === null) return false;
  const socket = connect({ path });
  const late = setTimeout(() => socket.destroy(), patience);
  try {
    return await ask(socket, uid);
  } catch {
    return false;
  } finally {
    clearTimeout(late);
    socket.destroy();
  }
}

async function ask(socket: Socket, uid: number): Promise<boolean> {
  const bytes = new Received(socket);
  socket.write(`\0AUTH EXTERNAL ${Buffer.from(String(uid)).toString('hex')}\r\n`);
  const line = await bytes.until((held) => {
    const end = held.indexOf('\r\n');
    return end < 0 ? null : { value: held.toString('latin1', 0, end), length: end + 2 };
  });
  if (!line.startsWith('OK ')) return false;
  const bus = 'org.freedesktop.DBus';
  socket.write('BEGIN\r\n');
  socket.write(
    message({ serial: 1, to: bus, path: '/org/freedesktop/DBus', interface: bus, member: 'Hello' }),
  );
  socket.write(
    message({
      ...{ serial: 2, to: watcher, path: '/StatusNotifierWatcher' },
      ...{ interface: `${bus}.Properties`, member: 'Get' },
      words: [watcher, 'IsStatusNotifierHostRegistered'],
    }),
  );
  for (;;) {
    const reply: Reply = await bytes.until(readReply);
    if (reply.to === 2) return reply.truth === true;
  }
}

/** What has come in and was not understood yet. */
class Received {
  #held = Buffer.alloc(0);
  #wake: () => void = () => undefined;
  #over = false;

  constructor(socket: Socket) {
    socket.on('data', (more: Buffer) => {
      this.#held = Buffer.concat([this.#held, more]);
      if (this.#held.length > mostBytes) socket.destroy();
      this.#wake();
    });
    const end = (): void => {
      this.#over = true;
      this.#wake();
    };
    socket.on('error', end);
    socket.on('close', end);
  }

  /** @throws where the other end hangs up before `read` has found something */
  async until<T>(read: (held: Buffer) => { value: T; length: number } | null): Promise<T> {
    for (;;) {
      const found = read(this.#held);
      if (found) {
        this.#held = this.#held.subarray(found.length);
        return found.value;
      }
      if (this.#over) throw new Error('the bus hung up');
      await new Promise<void>((resolve) => (this.#wake = resolve));
    }
  }
}
