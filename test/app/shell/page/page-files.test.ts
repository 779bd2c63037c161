import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findPageFile, isOwnPage } from '../../../../app/shell/page/page-files.ts';

const root = resolve('/srv/sendwell/window');
const find = (path: string, method = 'GET') => findPageFile(root, method, `sendwell://app${path}`);

describe('findPageFile', () => {
  it('finds the start page, with and without its name', () => {
    const page = { status: 200, path: join(root, 'index.html') };
    expect(find('/')).toMatchObject(page);
    expect(find('/index.html')).toMatchObject(page);
  });

  it('names the type from a fixed table', () => {
    expect(find('/assets/a.js')).toMatchObject({ mimeType: 'text/javascript; charset=utf-8' });
    expect(find('/assets/a.css?x=1#y')).toMatchObject({ mimeType: 'text/css; charset=utf-8' });
  });

  it.each(['/a.exe', '/a', '/a.map', '/.stamp', '/assets'])('serves no file like %s', (path) => {
    expect(find(path)).toEqual({ status: 404 });
  });

  it.each(['POST', 'PUT', 'HEAD', 'OPTIONS', 'get'])('answers no %s', (method) => {
    expect(find('/index.html', method)).toEqual({ status: 405 });
  });

  it.each([
    '/../main.js',
    '/%2e%2e/main.js',
    '/..%2fmain.js',
    '/%2e%2e%2fmain.js',
    '/assets/..%2f..%2fmain.js',
    '/..%2fwindow-old/index.html',
    '/..%2findex.html',
    '/assets/..%2f..%2fsecret.js',
    '/%2fetc/index.html',
    '//etc/index.html',
  ])('never leaves its folder for %s', (path) => {
    const found = find(path);
    // Also of a kind that would be served: what is compared is the place, not the name.
    if (found.status === 200) expect(found.path.startsWith(root + '/')).toBe(true);
    else expect(found.status).toBe(404);
  });

  it.each(['/%', '/%zz', '/%00.html', '/..%5c..%5cmain.js', '/a%5c.js'])(
    'calls %s a bad address',
    (path) => {
      expect(find(path)).toEqual({ status: 400 });
    },
  );

  it('stays in its folder whatever the address', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        ...['..', '.', '/', '%2e', '%2f', '%5c', '%00', '%252f', 'index.html', 'a.js', '..%2f'],
      ),
      fc.string({ maxLength: 5 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const found = find(`/${pieces.join('')}`);
        return found.status !== 200 || found.path.startsWith(`${root}/`);
      }),
    );
  });
});

describe('isOwnPage', () => {
  it('compares scheme and host as parsed', () => {
    expect(isOwnPage('sendwell://app/index.html#notices')).toBe(true);
    expect(isOwnPage('SENDWELL://app/')).toBe(true);
    expect(isOwnPage('sendwell://app.example.com/')).toBe(false);
    expect(isOwnPage('https://app/')).toBe(false);
    expect(isOwnPage('sendwell:app')).toBe(false);
    expect(isOwnPage('not an address')).toBe(false);
  });
});
