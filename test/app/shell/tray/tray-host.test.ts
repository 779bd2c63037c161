import { createServer, type Server, type Socket } from 'node:net';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { message, readReply } from '../../../../app/shell/tray/session-bus.ts';
import { busPath, hasTrayHost } from '../../../../app/shell/tray/tray-host.ts';

describe('where the session’s bus listens', () => {
  it.each([
    [{ DBUS_SESSION_BUS_ADDRESS: 'unix:path=/run/user/1000/bus' }, '/run/user/1000/bus'],
    [{ DBUS_SESSION_BUS_ADDRESS: 'unix:path=/a%20b/bus,guid=0123' }, '/a b/bus'],
    [{ DBUS_SESSION_BUS_ADDRESS: 'tcp:host=h;unix:guid=1,abstract=/x/dbus-1' }, '\0/x/dbus-1'],
    [{ XDG_RUNTIME_DIR: '/run/user/1000' }, '/run/user/1000/bus'],
    [{ DBUS_SESSION_BUS_ADDRESS: 'autolaunch:' }, null],
    [{}, null],
  ])('%j', (env, path) => {
    expect(busPath(env)).toBe(path);
  });
});

describe('a bus that is none', () => {
  let folder = '';
  let server: Server;
  let answer: (socket: Socket) => void = () => undefined;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'sendwell-bus-'));
    server = createServer((socket) => {
      socket.on('error', () => undefined);
      answer(socket);
    });
    await new Promise<void>((resolve) => server.listen(join(folder, 'bus'), resolve));
  });
  afterEach(() => {
    server.close();
    rmSync(folder, { recursive: true });
  });
  const ask = () => hasTrayHost({ XDG_RUNTIME_DIR: folder }, 1000);

  it.each([
    ['hangs up', (socket: Socket) => socket.end()],
    ['says nothing', () => undefined],
    ['refuses', (socket: Socket) => socket.write('REJECTED EXTERNAL\r\n')],
    ['talks without end', (socket: Socket) => socket.write('x'.repeat(1_000_000))],
    [
      'answers nonsense',
      (socket: Socket) => socket.write(`OK 1\r\n${'l\x02\x00\x01'.padEnd(64, '\xff')}`),
    ],
    [
      'answers in another order of bytes',
      (socket: Socket) => socket.write(`OK 1\r\n${'B'.repeat(64)}`),
    ],
  ])('%s: there is no tray', async (_what, act) => {
    answer = act;
    expect(await ask()).toBe(false);
  });

  it('is not there', async () => {
    expect(await hasTrayHost({ XDG_RUNTIME_DIR: '/nowhere' }, 0)).toBe(false);
    expect(await hasTrayHost({}, 0)).toBe(false);
  });
});

describe('the wire format', () => {
  it('is that of the specification', () => {
    const bytes = message({
      serial: 2,
      to: 'a.b',
      path: '/p',
      interface: 'i.f',
      member: 'M',
      words: ['x'],
    });
    expect(bytes.subarray(0, 4)).toEqual(Buffer.from([0x6c, 1, 2, 1]));
    expect(bytes.readUInt32LE(4)).toBe(6);
    expect(bytes.subarray(-6)).toEqual(Buffer.from([1, 0, 0, 0, 0x78, 0]));
    expect((bytes.length - 6) % 8).toBe(0);
  });

  it('is read only when it is whole', () => {
    const whole = message({
      serial: 1,
      to: 'a',
      path: '/',
      interface: 'i',
      member: 'M',
      words: ['long'],
    });
    for (let length = 0; length < whole.length; length += 1)
      expect(readReply(whole.subarray(0, length))).toBeNull();
    expect(readReply(Buffer.concat([whole, whole]))).toEqual({
      value: { to: null, truth: null },
      length: whole.length,
    });
  });
});
