import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { evidenceName, mostNotices, writeEvidence } from '../../../app/audit/evidence.ts';
import { readNotice } from '../../../app/bounce/index.ts';
import { throttleNotice } from '../scan/mails.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sendwell-evidence-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const date = new Date('2026-03-02T08:00:00Z');
const rawOf = (index: number): Buffer =>
  Buffer.from(throttleNotice(index, date, { code: 554 }).raw);
const candidate = (raw: Buffer, judged = raw) => ({
  source: 'INBOX 1',
  notice: readNotice(judged),
  raw: () => Promise.resolve(raw),
});

describe('evidence', () => {
  it('of a deluge is bounded, and says how many notices there were', async () => {
    const path = join(folder, 'a.zip');
    const many = Array.from({ length: mostNotices + 20 }, (_, index) => candidate(rawOf(index)));
    let fetched = 0;
    const counted = many.map((each) => ({
      ...each,
      raw: () => {
        fetched += 1;
        return each.raw();
      },
    }));
    const kept = await writeEvidence(path, 'evidence/a.zip', counted);
    expect(kept).toMatchObject({ notices: mostNotices, of: mostNotices + 20 });
    expect(fetched).toBe(mostNotices);
    // Each notice, the list of hashes and the manifest.
    expect(Object.keys(unzipSync(readFileSync(path)))).toHaveLength(mostNotices + 2);
  });

  it('is for its owner alone', async () => {
    const path = join(folder, 'below', 'a.zip');
    await writeEvidence(path, 'evidence/a.zip', [candidate(rawOf(1))]);
    expect(statSync(path).mode & 0o077).toBe(0);
    expect(statSync(join(folder, 'below')).mode & 0o077).toBe(0);
  });

  it('takes no other message that has come to stand under the number: another message is left out', async () => {
    const path = join(folder, 'a.zip');
    const other = Buffer.from('From: a@example.com\r\nSubject: private\r\n\r\nnot a notice\r\n');
    const kept = await writeEvidence(path, 'a.zip', [
      candidate(other, rawOf(1)),
      candidate(rawOf(2)),
    ]);
    expect(kept).toMatchObject({ notices: 1, of: 2 });
    expect(readFileSync(path).includes('private')).toBe(false);
  });

  it.each([
    ...['../../x@example.com', '/etc/passwd', '..', '.', '.hidden', 'a/b', 'a\\b', 'C:x', 'a\0b'],
    ...['名字@example.cn', 'x'.repeat(500)],
  ])('for %j has a plain name, never a path', (account) => {
    const name = evidenceName(account);
    expect(basename(name)).toBe(name);
    expect(name).toMatch(/^[A-Za-z0-9@_-][A-Za-z0-9@._-]*-[0-9a-f]{8}\.zip$/);
    expect(resolve(folder, name).startsWith(folder)).toBe(true);
  });
});
