import PostalMime from 'postal-mime';
import { describe, expect, it } from 'vitest';
import type { OpenFolder, SweptMessage } from '../../../../app/mailbox/mailbox.ts';
import { openSample, sampleAddress, sampleTruth } from '../../../../app/mailbox/sample/index.ts';

const now = new Date('2026-03-20T15:00:00Z');

async function folder(path: string, at = now): Promise<OpenFolder> {
  const opened = await openSample(at).openFolder(path);
  if (!opened.ok) throw new Error(opened.problem.code);
  return opened.value;
}

async function headersOf(
  open: OpenFolder,
  uids: readonly number[],
  fields: readonly string[],
): Promise<SweptMessage[]> {
  const swept: SweptMessage[] = [];
  const fetched = await open.fetchHeaders(uids, fields, (message) => void swept.push(message));
  if (!fetched.ok) throw new Error(fetched.problem.code);
  return swept;
}

async function rawMessages(path: string, at = now): Promise<Uint8Array[]> {
  const open = await folder(path, at);
  const uids = await open.findUids({ fromUid: 1, since: null, before: null });
  if (!uids.ok) throw new Error(uids.problem.code);
  const messages = await open.fetchMessages(uids.value, 1_000_000);
  return messages.ok ? [...messages.value.values()] : [];
}

const everything = async (at = now): Promise<Uint8Array[]> =>
  (await Promise.all(['INBOX', '垃圾邮件', '已发送'].map((path) => rawMessages(path, at)))).flat();

/** Strings compare much faster than arrays of bytes. */
const asText = (messages: readonly Uint8Array[]): string[] =>
  messages.map((raw) => Buffer.from(raw).toString('latin1'));

/** Decoded text of every part and status, white space collapsed. */
async function readable(raw: Uint8Array): Promise<string> {
  const mail = await PostalMime.parse(raw);
  return `${mail.text ?? ''} ${(mail.html ?? '').replaceAll(/<[^>]*>/g, ' ')}`.replaceAll(
    /\s+/g,
    ' ',
  );
}

describe('the sample mailbox', () => {
  it('holds about 400 messages in the folders of a Chinese mailbox', async () => {
    const listed = await openSample(now).listFolders();
    expect(listed.ok && listed.value.map(({ role }) => role)).toEqual([
      'inbox',
      'sent',
      'junk',
      'drafts',
      'trash',
    ]);
    const { messages } = sampleTruth(now);
    const total = messages.INBOX + messages.垃圾邮件 + messages.已发送;
    expect(total).toBeGreaterThan(370);
    expect(total).toBeLessThan(430);
    expect((await folder('INBOX')).messages).toBe(messages.INBOX);
    expect((await folder('草稿')).messages).toBe(0);
  });

  it('is the same for the same moment, byte for byte', async () => {
    expect(asText(await everything())).toEqual(asText(await everything()));
  });

  it('only grows within a day, and is dated anew the day after', async () => {
    const morning = await rawMessages('INBOX', new Date('2026-03-20T00:30:00Z'));
    const evening = await rawMessages('INBOX', new Date('2026-03-20T15:30:00Z'));
    expect(asText(evening.slice(0, morning.length))).toEqual(asText(morning));
    expect(evening.length).toBeGreaterThan(morning.length);
    const tomorrow = await folder('INBOX', new Date('2026-03-20T16:30:00Z'));
    expect(tomorrow.uidValidity).toBe((await folder('INBOX')).uidValidity + 1);
  });

  it('lies within 80 days, nothing in the future, UIDs in order of arrival', async () => {
    const open = await folder('INBOX');
    const uids = Array.from({ length: open.messages }, (_, index) => index + 1);
    const swept = await headersOf(open, uids, ['Date']);
    const times = swept.map(({ receivedAt }) => receivedAt.getTime());
    expect(times).toHaveLength(open.messages);
    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect(times.at(-1)!).toBeLessThanOrEqual(now.getTime());
    expect(times[0]!).toBeGreaterThan(now.getTime() - 81 * 86_400_000);
  });

  it('writes messages that a MIME parser reads, with subject, date and Message-ID', async () => {
    for (const raw of await everything()) {
      const mail = await PostalMime.parse(raw);
      expect(mail.subject).toBeTruthy();
      expect(mail.subject).not.toMatch(/[?\ufffd]=|=\?/);
      expect(mail.messageId).toMatch(/^<\S+@\S+>$/);
      expect(Number.isNaN(Date.parse(mail.date ?? ''))).toBe(false);
      expect(await readable(raw)).not.toContain('\ufffd');
    }
  });

  it('keeps every line within the 998 bytes of RFC 5322 and in CRLF', async () => {
    for (const raw of await everything()) {
      const text = Buffer.from(raw).toString('latin1');
      expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
      expect(Math.max(...text.split('\r\n').map((line) => line.length))).toBeLessThan(998);
    }
  });

  it('shows all four documented forms and both sister phrases', async () => {
    const text = (await Promise.all((await rawMessages('INBOX')).map(readable))).join('\n');
    expect(text).toMatch(/454 Transient reject by behaviour spamANTISPAM_BAT\[[^\]]+\]: too freq/);
    expect(text).toMatch(
      /454 Transient reject by behaviour spam at Rcpt State\(Connection IP address:198\.51\.100\.\d+\)ANTISPAM_BAT\[[^\]]+\]: too freq/,
    );
    expect(text).toMatch(/554 Reject by behaviour spamANTISPAM_BAT\[[^\]]+\]: too freq/);
    expect(text).toMatch(
      /554 Reject by behaviour spam at Rcpt State\(Connection IP address:198\.51\.100\.\d+\)ANTISPAM_BAT\[[^\]]+\]: too freq/,
    );
    expect(text).toContain(': much too frequently sendingCONTINUE');
    expect(text).toContain(': currently unexpected sending');
  });

  it('keeps most bounced originals in Sent, but not all', async () => {
    const sent = new Set<string>();
    for (const raw of await rawMessages('已发送')) {
      const id = (await PostalMime.parse(raw)).messageId;
      if (id !== undefined) sent.add(id);
    }
    const returned = (await rawMessages('INBOX')).flatMap((raw) => {
      const text = Buffer.from(raw).toString('latin1');
      return /Message-ID: (<ep\d\.n\d+@oj\.example\.cn>)/.exec(text)?.[1] ?? [];
    });
    const found = returned.filter((id) => sent.has(id)).length;
    expect(returned.length).toBeGreaterThan(20);
    expect(found).toBeGreaterThan(returned.length * 0.7);
    expect(found).toBeLessThan(returned.length);
  });

  it('lets one notice lie in two folders', async () => {
    const ids = async (path: string) =>
      (await Promise.all((await rawMessages(path)).map((raw) => PostalMime.parse(raw)))).map(
        ({ messageId }) => messageId,
      );
    const inbox = new Set(await ids('INBOX'));
    expect((await ids('垃圾邮件')).filter((id) => inbox.has(id))).toHaveLength(1);
  });

  it('answers a folder that is not there with a problem', async () => {
    const answer = await openSample(now).openFolder('Archive');
    expect(answer).toMatchObject({ ok: false, problem: { code: 'folder-missing' } });
  });

  it('tells three episodes: short, long and permanent, recent', () => {
    const { episodes, throttled, notices, failures } = sampleTruth(now);
    const minutes = episodes.map(
      ({ startedAt, endedAt }) => (endedAt.getTime() - startedAt.getTime()) / 60_000,
    );
    expect(episodes).toHaveLength(3);
    expect(minutes[0]).toBeLessThan(25);
    expect(minutes[1]).toBeGreaterThan(180);
    expect(minutes[2]).toBeLessThan(60);
    expect(episodes[1]!.permanent).toBeGreaterThan(episodes[1]!.transient);
    expect(throttled).toBeLessThan(failures);
    expect(notices).toBeLessThan(failures + 1);
    expect(sampleAddress).toBe('owner@example.cn');
  });
});

describe('reading the sample', () => {
  it('finds UIDs by time with a day of margin, and by number', async () => {
    const open = await folder('INBOX');
    const since = new Date(now.getTime() - 10 * 86_400_000);
    const recent = await open.findUids({ fromUid: 1, since, before: null });
    const older = await open.findUids({ fromUid: 1, since: null, before: since });
    expect(recent.ok && older.ok).toBe(true);
    if (!recent.ok || !older.ok) return;
    expect(recent.value.length + older.value.length).toBeGreaterThan(open.messages);
    expect(recent.value.length).toBeLessThan(open.messages / 2);
    const last = await open.findUids({ fromUid: open.uidNext - 1, since: null, before: null });
    expect(last.ok && [...last.value]).toEqual([open.uidNext - 1]);
  });

  it('gives the header fields asked for, folded lines included, and nothing else', async () => {
    const open = await folder('INBOX');
    const uids = Array.from({ length: open.messages }, (_, index) => index + 1);
    const swept = await headersOf(open, [...uids, 99_999], ['content-type', 'FROM']);
    expect(swept).toHaveLength(open.messages);
    const reports = swept
      .map(({ headers }) => Buffer.from(headers).toString('latin1'))
      .filter((text) => text.includes('multipart/report'));
    expect(reports.length).toBeGreaterThan(10);
    for (const text of reports) {
      expect(text).toMatch(/^(From|Content-Type): /);
      expect(text).toMatch(/\r\n\tboundary="/);
      expect(text).not.toContain('Subject');
      expect(text.endsWith('\r\n\r\n')).toBe(true);
    }
  });

  it('cuts a message where asked, and leaves out one that is gone', async () => {
    const open = await folder('INBOX');
    const cut = await open.fetchMessages([1, 99_999], 100);
    expect(cut.ok && [...cut.value].map(([uid, raw]) => [uid, raw.byteLength])).toEqual([[1, 100]]);
  });
});
