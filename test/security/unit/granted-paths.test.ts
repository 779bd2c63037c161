import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { grantedPaths } from '../../../app/api/granted-paths.ts';

/** A File as the browser has it, whose path only the browser knows. */
class BrowserFile {
  readonly #path: string;
  constructor(path: string) {
    this.#path = path;
  }
  static pathOf(file: unknown): string {
    return (file as BrowserFile).#path;
  }
}

beforeEach(() => void vi.stubGlobal('File', BrowserFile));
afterEach(() => void vi.unstubAllGlobals());

const fresh = () =>
  grantedPaths({ webUtils: { getPathForFile: (file: File) => BrowserFile.pathOf(file) } });
const file = (path: string): File => new BrowserFile(path) as unknown as File;

describe('a page that was taken over', () => {
  it('has a dropped or chosen file read', () => {
    const granted = fresh();
    expect(granted.pathsOf([file('/home/a/bounce.eml')])).toEqual(['/home/a/bounce.eml']);
    granted.grant(['/home/a/mail.log']);
    const argument = { paths: ['/home/a/bounce.eml', '/home/a/mail.log'] };
    expect(granted.only(argument)).toBe(argument);
  });

  it.each([
    [['/etc/passwd']],
    [['/home/a/bounce.eml', '/etc/passwd']],
    [['/home/a/./bounce.eml']],
    [[7]],
    ['/home/a/bounce.eml'],
    [undefined],
  ])('has no path read that nobody dropped or chose: %j', (paths) => {
    const granted = fresh();
    granted.pathsOf([file('/home/a/bounce.eml')]);
    expect(() => granted.only({ paths } as { paths: string[] })).toThrow('refused');
    expect(() => granted.only(undefined as unknown as { paths: string[] })).toThrow('refused');
  });

  it('gets no path for what only looks like a file, or was made in the page', () => {
    const granted = fresh();
    const forged = { path: '/etc/passwd', name: 'passwd' } as unknown as File;
    expect(granted.pathsOf([forged, file('')])).toEqual([]);
    expect(() => granted.only({ paths: ['/etc/passwd'] })).toThrow('refused');
  });

  it('cannot make the preload keep paths without end', () => {
    const granted = fresh();
    const many = Array.from({ length: 1200 }, (_, at) => file(`/many/${at}`));
    expect(granted.pathsOf(many)).toHaveLength(1000);
    for (let round = 0; round < 120; round += 1)
      granted.grant(Array.from({ length: 1000 }, (_, at) => `/${round}/${at}`));
    expect(() => granted.only({ paths: ['/119/999'] })).toThrow('refused');
  });
});
