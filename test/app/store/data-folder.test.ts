import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dataFolder } from '../../../app/store/data-folder.ts';

describe('the data folder', () => {
  const portable = { PORTABLE_EXECUTABLE_DIR: '/media/stick', APPDATA: '/home/a/AppData' };

  it('of the portable program lies beside it, so that nothing stays on a borrowed computer', () => {
    expect(dataFolder(undefined, portable, 'win32')).toBe(join('/media/stick', 'Sendwell data'));
  });

  it('is the one that was asked for, whatever else there is', () => {
    expect(dataFolder('/d', { ...portable, SENDWELL_DATA: '/e' }, 'win32')).toBe(resolve('/d'));
    expect(dataFolder(undefined, { ...portable, SENDWELL_DATA: '/e' }, 'win32')).toBe(
      resolve('/e'),
    );
  });

  it('is the system’s usual one elsewhere', () => {
    expect(dataFolder(undefined, { APPDATA: '/a' }, 'win32')).toBe(join('/a', 'Sendwell'));
    expect(dataFolder(undefined, { XDG_CONFIG_HOME: '/x' }, 'linux')).toBe(join('/x', 'Sendwell'));
    expect(dataFolder(undefined, {}, 'linux')).toBe(join(homedir(), '.config', 'Sendwell'));
    expect(dataFolder(undefined, {}, 'darwin')).toContain('Application Support');
  });
});
