import { connect, type Socket } from 'node:net';
import { findProgram, removeFolder, run, startDaemon, temporaryFolder, until } from './machine.ts';

export interface TrayPanel {
  /** For the environment of a program that shall find this session. */
  readonly env: Readonly<Record<string, string>>;
  /** The bus names of the tray icons that programs have registered. */
  readonly items: readonly string[];
  /** The labels of an icon's menu as the panel would draw them, with their numbers. */
  menu(item: string): { readonly id: number; readonly label: string }[];
  /** A person chooses an entry of the menu. */
  choose(item: string, id: number): void;
  /** A person clicks the icon. */
  click(item: string): void;
  /** What the icon says when the pointer rests on it. */
  tooltip(item: string): string;
  stop(): Promise<void>;
}

/**
 * A session bus with a panel of its own that shows StatusNotifier items, as KDE's does: enough of one for a program to
 * find it, register its icon and be clicked. Without `panel` the bus has none, as a bare window manager's.
 */
export async function startTrayPanel({ panel = true } = {}): Promise<TrayPanel> {
  const folder = temporaryFolder('panel');
  const bus = startDaemon(findProgram('dbus-daemon', 'dbus'), [
    ...['--session', '--nofork', '--print-address=1', `--address=unix:dir=${folder}`],
  ]);
  const address = await until(() => /^unix:.*/m.exec(bus.output())?.[0], 'the session bus');
  const path = /path=([^,]+)/.exec(address)?.[1] ?? '';
  const watcher = panel ? await Watcher.start(path) : null;
  const ask = (item: string, object: string, method: string, ...given: string[]): string =>
    run(findProgram('dbus-send', 'dbus'), [
      ...[`--bus=${address}`, '--print-reply', `--dest=${item}`, object, method, ...given],
    ]);
  /** Whoever is told to quit does not answer any more. */
  const tell = (item: string, object: string, method: string, ...given: string[]): void =>
    void run(findProgram('dbus-send', 'dbus'), [
      ...[`--bus=${address}`, '--type=method_call', `--dest=${item}`, object, method, ...given],
    ]);
  const menuOf = '/com/canonical/dbusmenu';
  const itemOf = '/StatusNotifierItem';
  return {
    env: { DBUS_SESSION_BUS_ADDRESS: address, XDG_RUNTIME_DIR: folder },
    get items() {
      return watcher?.items ?? [];
    },
    menu(item) {
      const layout = ask(
        ...([item, menuOf, 'com.canonical.dbusmenu.GetLayout'] as const),
        ...['int32:0', 'int32:-1', 'array:string:'],
      );
      const entries = layout.split(/struct \{\s+int32 /).slice(1);
      return entries.flatMap((entry) => {
        const label = /string "label"\s+variant\s+string "([^"]*)"/.exec(entry)?.[1];
        return label === undefined ? [] : [{ id: Number.parseInt(entry, 10), label }];
      });
    },
    choose: (item, id) =>
      tell(
        ...([item, menuOf, 'com.canonical.dbusmenu.Event'] as const),
        ...[`int32:${String(id)}`, 'string:clicked', 'variant:string:', 'uint32:0'],
      ),
    click: (item) =>
      tell(item, itemOf, 'org.kde.StatusNotifierItem.Activate', 'int32:0', 'int32:0'),
    tooltip: (item) =>
      ask(
        ...([item, itemOf, 'org.freedesktop.DBus.Properties.Get'] as const),
        ...['string:org.kde.StatusNotifierItem', 'string:ToolTip'],
      ),
    async stop() {
      watcher?.stop();
      await bus.stop();
      removeFolder(folder);
    },
  };
}

type Value = readonly [type: 's' | 'o' | 'g' | 'u', value: string | number];

/** Bytes in D-Bus's order; alignment counts from the start of the message. */
class Bytes {
  data: number[] = [];
  align(size: number): this {
    while (this.data.length % size !== 0) this.data.push(0);
    return this;
  }
  add([type, value]: Value): this {
    if (type === 'u') {
      this.align(4);
      const number = Buffer.alloc(4);
      number.writeUInt32LE(Number(value));
      this.data.push(...number);
      return this;
    }
    const text = Buffer.from(String(value));
    if (type === 'g') this.data.push(text.length);
    else this.add(['u', text.length]);
    this.data.push(...text, 0);
    return this;
  }
}

interface Heard {
  readonly kind: number;
  readonly serial: number;
  readonly fields: ReadonlyMap<number, string | number>;
  readonly body: Buffer;
}

/** org.kde.StatusNotifierWatcher, with a host that is always there. */
class Watcher {
  readonly items: string[] = [];
  readonly #socket: Socket;
  #serial = 0;
  #held = Buffer.alloc(0);

  private constructor(socket: Socket) {
    this.#socket = socket;
  }

  static async start(path: string): Promise<Watcher> {
    const socket = connect({ path });
    socket.on('error', () => undefined);
    const watcher = new Watcher(socket);
    const uid = Buffer.from(String(process.getuid?.() ?? 0)).toString('hex');
    socket.write(`\0AUTH EXTERNAL ${uid}\r\n`);
    await new Promise((resolve) => socket.once('data', resolve));
    socket.write('BEGIN\r\n');
    const owned = new Promise<void>((resolve) => {
      socket.on('data', (more: Buffer) => {
        watcher.#hear(more, resolve);
      });
    });
    watcher.#callBus('Hello', []);
    watcher.#callBus('RequestName', [
      ['s', 'org.kde.StatusNotifierWatcher'],
      ['u', 0],
    ]);
    await owned;
    return watcher;
  }

  stop(): void {
    this.#socket.destroy();
  }

  #callBus(member: string, values: readonly Value[]): void {
    const bus = 'org.freedesktop.DBus';
    const body = new Bytes();
    for (const value of values) body.add(value);
    const types = values.map(([type]) => type).join('');
    this.#send(
      1,
      [
        [1, ['o', '/org/freedesktop/DBus']],
        [2, ['s', bus]],
        [3, ['s', member]],
        [6, ['s', bus]],
        ...(types === '' ? [] : [[8, ['g', types]] as const]),
      ],
      body.data,
    );
  }

  #send(kind: number, fields: readonly (readonly [number, Value])[], body: number[]): void {
    this.#serial += 1;
    const head = new Bytes();
    head.data.push(0x6c, kind, 0, 1);
    head.add(['u', body.length]).add(['u', this.#serial]).add(['u', 0]);
    for (const [code, value] of fields) {
      head.align(8).data.push(code);
      head.add(['g', value[0]]).add(value);
    }
    const bytes = Buffer.from(head.data);
    bytes.writeUInt32LE(bytes.length - 16, 12);
    this.#socket.write(
      Buffer.concat([bytes, Buffer.alloc((8 - (bytes.length % 8)) % 8), Buffer.from(body)]),
    );
  }

  #hear(more: Buffer, onName: () => void): void {
    this.#held = Buffer.concat([this.#held, more]);
    for (;;) {
      const heard = this.#next();
      if (!heard) return;
      // The answer to the second call: the name is ours.
      if (heard.kind === 2 && heard.fields.get(5) === 2) onName();
      if (heard.kind === 1) this.#answer(heard);
    }
  }

  #answer({ serial, fields, body }: Heard): void {
    const member = fields.get(3);
    if (member === 'RegisterStatusNotifierItem')
      this.items.push(body.toString('utf8', 4, 4 + body.readUInt32LE(0)));
    // Every property that is asked for is the boolean true.
    const isGet = member === 'Get';
    this.#send(
      2,
      [
        [5, ['u', serial]],
        [6, ['s', String(fields.get(7))]],
        ...(isGet ? [[8, ['g', 'v']] as const] : []),
      ],
      isGet ? [1, 0x62, 0, 0, 1, 0, 0, 0] : [],
    );
  }

  #next(): Heard | null {
    const held = this.#held;
    if (held.length < 16) return null;
    const end = 16 + held.readUInt32LE(12);
    const start = Math.ceil(end / 8) * 8;
    const length = start + held.readUInt32LE(4);
    if (held.length < length) return null;
    const fields = new Map<number, string | number>();
    let at = 16;
    while (at < end) {
      at = Math.ceil(at / 8) * 8;
      const code = held.readUInt8(at);
      const type = String.fromCharCode(held.readUInt8(at + 2));
      at += 4;
      if (type === 'g') {
        at += held.readUInt8(at) + 2;
        continue;
      }
      const number = held.readUInt32LE(at);
      at += 4;
      if (type === 'u') fields.set(code, number);
      else {
        fields.set(code, held.toString('utf8', at, at + number));
        at += number + 1;
      }
    }
    this.#held = held.subarray(length);
    return {
      ...{ kind: held.readUInt8(1), serial: held.readUInt32LE(8), fields },
      body: held.subarray(start, length),
    };
  }
}
