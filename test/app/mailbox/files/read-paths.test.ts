import { chmod, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readPaths } from '../../../../app/mailbox/files/index.ts';

const mail = 'From: a@example.com\nSubject: a\n\nbody\n';
const separator = 'From a Mon Mar  2 08:14:05 2026\n';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'files-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function put(path: string, content: string | Uint8Array): Promise<string> {
  const whole = join(folder, path);
  await mkdir(dirname(whole), { recursive: true });
  await writeFile(whole, content);
  return whole;
}

async function* piped(...pieces: (string | Uint8Array)[]): AsyncIterable<string | Uint8Array> {
  for (const piece of pieces) yield await Promise.resolve(piece);
}

/** Each item in short: its source below the test's folder, and what it is. */
async function read(
  paths: readonly string[],
  stdin: AsyncIterable<string | Uint8Array> = piped(),
): Promise<string[]> {
  const seen: string[] = [];
  for await (const item of readPaths(paths, stdin)) {
    const source = item.source.replace(`${folder}/`, '');
    if (item.kind === 'message') {
      const text = Buffer.from(item.raw).toString('utf8');
      seen.push(`${source} message ${text === mail ? 'mail' : JSON.stringify(text.slice(0, 40))}`);
    } else if (item.kind === 'log') {
      const lines: string[] = [];
      for await (const line of item.lines) lines.push(line);
      seen.push(`${source} log ${lines.join('|')}`);
    } else seen.push(`${source} ${item.problem.code}`);
  }
  return seen;
}

describe('reading paths', () => {
  it('tells eml, mbox and log by their names', async () => {
    const paths = [
      await put('a.eml', mail),
      await put('b.mbox', `${separator}${mail}\n${separator}${mail}\n`),
      await put('c.log', mail),
      await put('d.TXT', 'one\ntwo'),
    ];
    expect(await read(paths)).toEqual([
      'a.eml message mail',
      'b.mbox:1 message mail',
      'b.mbox:2 message mail',
      'c.log log From: a@example.com|Subject: a||body',
      'd.TXT log one|two',
    ]);
  });

  it('looks into a file whose name says nothing', async () => {
    const paths = [
      await put('mail', mail),
      await put('Inbox', `${separator}${mail}`),
      await put('out', 'ERROR: 554 refused\nsecond line\n'),
      await put('picture.png', Uint8Array.of(0x89, 0x50, 0, 0)),
      await put('windows', Buffer.from('\ufeff554 退信\r\n', 'utf16le')),
    ];
    expect(await read(paths)).toEqual([
      'mail message mail',
      'Inbox:1 message mail',
      'out log ERROR: 554 refused|second line',
      'picture.png message "\ufffdP\\u0000\\u0000"',
      'windows log 554 退信',
    ]);
  });

  it('reads a folder by name, folders below it too, and passes over what is no mail', async () => {
    await put('mail/b.eml', mail);
    await put('mail/a/deep/x.eml', mail);
    await put('mail/c.mbox', `${separator}${mail}`);
    await put('mail/picture.png', Uint8Array.of(0x89, 0x50, 0, 0));
    await put('mail/.hidden/x.eml', mail);
    await put('mail/.DS_Store', mail);
    expect(await read([join(folder, 'mail')])).toEqual([
      'mail/a/deep/x.eml message mail',
      'mail/b.eml message mail',
      'mail/c.mbox:1 message mail',
    ]);
  });

  it('names what lies below a folder after the argument as given', async () => {
    await put('mail/b.eml', mail);
    expect(await read([`${folder}/mail/`])).toEqual(['mail/b.eml message mail']);
    expect(await read([`${folder}/./mail`])).toEqual(['./mail/b.eml message mail']);
  });

  it('reads cur and new of a Maildir and of its subfolders, and nothing else in it', async () => {
    await put('Maildir/cur/1.M1.host.log:2,S', mail);
    await put('Maildir/new/2.M2.host', mail);
    await put('Maildir/tmp/3.M3.host', mail);
    await put('Maildir/dovecot.index.log', 'binary');
    await put('Maildir/.Sent/cur/4.M4.host:2,', mail);
    await put('Maildir/.Sent/new/5.M5.host', mail);
    expect(await read([join(folder, 'Maildir')])).toEqual([
      'Maildir/.Sent/cur/4.M4.host:2, message mail',
      'Maildir/.Sent/new/5.M5.host message mail',
      'Maildir/cur/1.M1.host.log:2,S message mail',
      'Maildir/new/2.M2.host message mail',
    ]);
  });

  it('follows no symbolic link inside a folder', async () => {
    const outside = await put('outside.eml', mail);
    await put('mail/a.eml', mail);
    await symlink(outside, join(folder, 'mail/link.eml'));
    await symlink(join(folder, 'mail'), join(folder, 'mail/again'));
    expect(await read([join(folder, 'mail')])).toEqual(['mail/a.eml message mail']);
  });

  it('stops at a tree without a bottom', async () => {
    await put(`${'d/'.repeat(40)}a.eml`, mail);
    const seen = await read([folder]);
    expect(seen).toHaveLength(1);
    expect(seen[0]).toMatch(/file-unreadable$/);
  });

  it('shows a name in GBK and opens it', async () => {
    const name = Buffer.concat([Buffer.from(`${folder}/`), Buffer.from([0xcd, 0xcb, 0xd0, 0xc5])]);
    await writeFile(name, mail);
    expect(await read([folder])).toEqual([`${folder}/退信 message mail`.replace(`${folder}/`, '')]);
  });

  it('names a path that is not there, or cannot be read, and goes on', async () => {
    const secret = await put('secret.eml', mail);
    const last = await put('z.eml', mail);
    await chmod(secret, 0);
    const seen = await read([join(folder, 'gone.eml'), secret, last]);
    // Root reads everything, so the second answer depends on who runs this.
    expect([seen[0], seen[2]]).toEqual(['gone.eml file-not-found', 'z.eml message mail']);
    expect(seen[1]).toMatch(process.getuid?.() === 0 ? /mail$/ : /file-unreadable$/);
  });

  it('turns an error in the middle of a log into a problem after its lines', async () => {
    async function* broken(): AsyncIterable<Uint8Array> {
      yield await Promise.resolve(Buffer.from(`${'first line\n'.repeat(500)}half`));
      throw Object.assign(new Error('EIO: i/o error, read'), { code: 'EIO' });
    }
    const seen = await read(['-'], broken());
    expect(seen[0]).toMatch(/^- log first line\|/);
    expect(seen[1]).toBe('- file-unreadable');
  });

  it('lets a bug through', async () => {
    async function* wrong(): AsyncIterable<Uint8Array> {
      yield await Promise.resolve(Buffer.from('a'));
      throw new TypeError('a bug');
    }
    await expect(read(['-'], wrong())).rejects.toThrow('a bug');
  });

  it('marks a message beyond the limit', async () => {
    const path = await put('large.eml', Buffer.alloc(26 * 1024 * 1024, 'x'));
    for await (const item of readPaths([path], piped())) {
      expect(item.kind === 'message' && item.truncated).toBe(true);
      expect(item.kind === 'message' && item.raw.byteLength).toBe(25 * 1024 * 1024);
    }
  });
});

describe('standard input', () => {
  it('holds a mail, an mbox or a log', async () => {
    expect(await read(['-'], piped('From: a@exa', 'mple.com\nSubject: a\n\nbody\n'))).toEqual([
      '- message mail',
    ]);
    expect(await read(['-'], piped(`${separator}${mail}\n`, `${separator}${mail}`))).toEqual([
      '-:1 message mail',
      '-:2 message mail',
    ]);
    expect(await read(['-'], piped('554 refused\n', 'next'))).toEqual(['- log 554 refused|next']);
    expect(await read(['-'])).toEqual(['- log ']);
  });

  it('strips the separator of a single saved message', async () => {
    expect(await read([await put('a.eml', separator + mail)])).toEqual(['a.eml message mail']);
  });
});
