import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { findProgram, removeFolder, run, startDaemon, temporaryFolder, until } from './machine.ts';

export interface Keyring {
  /** For the environment of a program that shall find this session and its keyring. */
  readonly env: Readonly<Record<string, string>>;
  stop(): Promise<void>;
}

/** A session bus with a GNOME Keyring of its own, unlocked; nothing of the system's session is touched. */
export async function startKeyring(): Promise<Keyring> {
  const folder = temporaryFolder('keyring');
  const home = join(folder, 'home');
  const runtime = join(folder, 'run');
  for (const each of [home, runtime]) mkdirSync(each, { mode: 0o700 });
  const own = { HOME: home, XDG_RUNTIME_DIR: runtime, XDG_DATA_HOME: join(home, 'data') };
  const bus = startDaemon(
    findProgram('dbus-daemon', 'dbus'),
    ['--session', '--nofork', '--print-address=1', `--address=unix:dir=${runtime}`],
    own,
  );
  const address = await until(() => /^unix:.*/m.exec(bus.output())?.[0], 'the session bus');
  const env = { ...own, DBUS_SESSION_BUS_ADDRESS: address };
  const daemon = startDaemon(
    findProgram('gnome-keyring-daemon', 'gnome-keyring'),
    ['--foreground', '--unlock', '--components=secrets'],
    env,
    'made-up login password',
  );
  await until(() => hasSecrets(address), 'the keyring');
  return {
    env,
    stop: async () => {
      await daemon.stop();
      await bus.stop();
      removeFolder(folder);
    },
  };
}

/** Whether somebody on this bus keeps secrets; it says nothing itself when it is ready. */
function hasSecrets(address: string): true | null {
  const answer = run(findProgram('dbus-send', 'dbus'), [
    `--bus=${address}`,
    '--dest=org.freedesktop.DBus',
    '--print-reply=literal',
    '/org/freedesktop/DBus',
    'org.freedesktop.DBus.NameHasOwner',
    'string:org.freedesktop.secrets',
  ]);
  return answer.includes('true') ? true : null;
}
