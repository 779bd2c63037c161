import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  autostartFile,
  followMove,
  isAutostarted,
  setAutostart,
} from '../../../../app/shell/login/autostart.ts';
import { execValue } from '../../../../app/shell/login/desktop-entry.ts';
import { ownCommand } from '../../../../app/shell/login/login-item.ts';

let folder = '';
let file = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sendwell-login-'));
  file = autostartFile({ XDG_CONFIG_HOME: folder });
});
afterEach(() => rmSync(folder, { recursive: true }));

const command = ['/opt/Sendwell/sendwell', '--at-login'];
const read = () => readFileSync(file, 'utf8');
const edit = (change: (text: string) => string) => writeFileSync(file, change(read()));

/** As the specification reads it: escapes of the string, then quotes with their escapes, then field codes. */
function readExec(value: string): string[] {
  const text = value.replace(/\\(.)/g, (_all, sign: string) => (sign === 's' ? ' ' : sign));
  const words = text.match(/"(?:\\.|[^"\\])*"|[^\s"]+/g) ?? [];
  return words.map((word) =>
    word
      .replace(/^"|"$/g, '')
      .replace(/\\(["`$\\])/g, '$1')
      .replaceAll('%%', '%'),
  );
}

describe('the autostart file', () => {
  it.each([
    '/opt/Sendwell/sendwell',
    '/home/王 小明/应用/Sendwell.AppImage',
    '/home/a "b" c/100% $HOME `id`/back\\slash/sendwell',
    "/it's/here",
  ])('starts exactly the program at %s', (program) => {
    setAutostart(file, true, [program, '--at-login', '--data', '/d %f']);
    const value = /^Exec=(.*)$/m.exec(read())?.[1] ?? '';
    expect(readExec(value)).toEqual([program, '--at-login', '--data', '/d %f']);
  });

  it('quotes as the specification shows it', () => {
    expect(execValue(['/a b', '$x', '50%', 'a\\b'])).toBe('"/a b" "\\\\$x" "50%%" "a\\\\\\\\b"');
  });

  it('passes the desktops’ own check, where this machine has it', () => {
    setAutostart(file, true, ['/a "b"/100%/sendwell', '--at-login']);
    const { error, status, stdout } = spawnSync('desktop-file-validate', [file], {
      encoding: 'utf8',
    });
    if (error === undefined) expect([status, stdout]).toEqual([0, '']);
  });

  it('is there when it is switched on, alone, and gone when it is switched off', () => {
    expect(isAutostarted(file, command)).toBe(false);
    setAutostart(file, true, command);
    expect(isAutostarted(file, command)).toBe(true);
    expect(readdirSync(dirname(file))).toEqual(['sendwell.desktop']);
    setAutostart(file, false, command);
    expect(readdirSync(dirname(file))).toEqual([]);
    setAutostart(file, false, command);
  });

  it.each(['Hidden=true', 'X-GNOME-Autostart-enabled=false'])(
    'is off where the desktop switched it off by %s, and on when the person wants it again',
    (line) => {
      setAutostart(file, true, command);
      edit((text) => text.replace('X-GNOME-Autostart-enabled=true', line));
      expect(isAutostarted(file, command)).toBe(false);
      followMove(file, ['/new/sendwell', '--at-login']);
      expect(isAutostarted(file, command)).toBe(false);
      setAutostart(file, true, command);
      expect(isAutostarted(file, command)).toBe(true);
      expect(read()).not.toContain(line);
    },
  );

  it('keeps what a person wrote into it', () => {
    setAutostart(file, true, command);
    edit(
      (text) =>
        text.replace(/^Exec=.*$/m, 'Exec=nice /opt/Sendwell/sendwell --at-login') +
        'X-KDE-autostart-after=panel\n',
    );
    setAutostart(file, false, command);
    expect(isAutostarted(file, command)).toBe(false);
    expect(read()).toContain('X-KDE-autostart-after=panel');
    setAutostart(file, false, command);
    expect(read().match(/Hidden/g)).toHaveLength(1);
    setAutostart(file, true, ['/other/sendwell']);
    expect(isAutostarted(file, command)).toBe(true);
    expect(read()).toContain('Exec=nice /opt/Sendwell/sendwell --at-login');
    followMove(file, ['/other/sendwell']);
    expect(read()).toContain('Exec=nice');
  });

  it('follows a program that was moved, and comes back from nothing only when asked', () => {
    followMove(file, command);
    expect(isAutostarted(file, command)).toBe(false);
    setAutostart(file, true, ['/old/Sendwell-0.1.AppImage', '--at-login']);
    followMove(file, ['/new/Sendwell-0.2.AppImage', '--at-login']);
    expect(read()).toContain('Exec="/new/Sendwell-0.2.AppImage" "--at-login"');
  });

  it('is left to another data folder', () => {
    const other = [...command, '--data', '/elsewhere'];
    setAutostart(file, true, other);
    expect([isAutostarted(file, command), isAutostarted(file, other)]).toEqual([false, true]);
    followMove(file, ['/new/sendwell', '--at-login']);
    expect(read()).toContain(execValue(other));
    followMove(file, ['/new "x"/sendwell', '--at-login', '--data', '/elsewhere']);
    expect(isAutostarted(file, ['/any/where', '--at-login', '--data', '/elsewhere'])).toBe(true);
  });

  it('is written anew over what is no entry', () => {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, 'x'.repeat(200_000));
    setAutostart(file, true, command);
    expect(read()).toContain('[Desktop Entry]');
  });

  it('lies where the desktop looks', () => {
    expect(autostartFile({}, '/home/u')).toBe('/home/u/.config/autostart/sendwell.desktop');
    expect(autostartFile({ XDG_CONFIG_HOME: 'relative' }, '/home/u')).toContain('/home/u/.config/');
  });
});

it('an AppImage or a portable program is started where it lies, with the data folder in use', () => {
  expect(ownCommand({}, '/opt/sendwell')).toEqual(['/opt/sendwell', '--at-login']);
  expect(ownCommand({ APPIMAGE: '/a.AppImage' }, '/tmp/.mount/sendwell', '/d')).toEqual([
    ...['/a.AppImage', '--at-login', '--data', '/d'],
  ]);
  expect(ownCommand({ PORTABLE_EXECUTABLE_FILE: 'C:\\S.exe' }, 'x')[0]).toBe('C:\\S.exe');
});
