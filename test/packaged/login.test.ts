import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { desktopEntry } from '../../app/shell/login/desktop-entry.ts';
import { program, sandbox } from './installed.ts';

it.runIf(process.platform === 'linux')(
  'the installed app finds itself in what starts at login, and corrects where it lies',
  async () => {
    const home = mkdtempSync(join(tmpdir(), 'sendwell-login-'));
    const entry = join(home, 'config', 'autostart', 'sendwell.desktop');
    const data = join(home, 'data');
    mkdirSync(dirname(entry), { recursive: true });
    writeFileSync(
      entry,
      desktopEntry(['/old place/Sendwell.AppImage', '--at-login', '--data', data]),
    );
    const child = spawn(program, [...sandbox, '--data', data], {
      env: { ...process.env, XDG_CONFIG_HOME: join(home, 'config') },
      stdio: 'ignore',
    });
    const ended = new Promise((resolve) => child.once('exit', resolve));
    const settings = () =>
      JSON.parse(readFileSync(join(data, 'settings.json'), 'utf8')) as Record<string, unknown>;
    await vi.waitFor(() => expect(settings()['startAtLogin']).toBe(true), 60_000);
    expect(readFileSync(entry, 'utf8')).toContain(
      `Exec="${program}" "--at-login" "--data" "${data}"`,
    );
    const log = () => readFileSync(join(data, 'logs', 'main.log'), 'utf8');
    await vi.waitFor(() => expect(log()).toContain('started'), 60_000);
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
    expect(log()).not.toMatch(/error/i);
    rmSync(home, { recursive: true, force: true, maxRetries: 3 });
  },
);
