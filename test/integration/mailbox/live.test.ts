import { readFileSync } from 'node:fs';
import { ImapFlow } from 'imapflow';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { connectImap } from '../../../app/mailbox/imap/connect.ts';
import type { Mailbox, OpenFolder, SweptMessage } from '../../../app/mailbox/mailbox.ts';
import type { Result } from '../../../app/result.ts';
import { startDovecot, type Dovecot } from '../../servers/dovecot.ts';
import { assertReadOnly, linesOf, startProxy, type Proxy } from '../../servers/proxy.ts';

const user = 'owner@example.com';
const password = 'right Passw0rd';
const day = 86_400_000;
const start = Date.UTC(2026, 0, 10, 12);
const mail = (n: number) => ({
  raw: `From: sender${n}@example.org\r\nSubject: Message ${n}\r\n and more\r\nX-Other: no\r\n\r\nBody ${n}\r\n`,
  date: new Date(start + n * day),
});

let dovecot: Dovecot;
let proxy: Proxy;
const opened: Mailbox[] = [];

beforeAll(async () => {
  dovecot = await startDovecot({ users: { [user]: password } });
  dovecot.deliver(user, 'INBOX', [...Array(40).keys()].map(mail));
  dovecot.deliver(user, '已发送', [mail(1)]);
  proxy = await startProxy({ backend: dovecot });
});

beforeEach(() => {
  proxy.setFaults([]);
  proxy.forget();
});

afterAll(async () => {
  await Promise.all(opened.map((mailbox) => mailbox.close()));
  await proxy.stop();
  await dovecot.stop();
});

async function connect(port = proxy.port): Promise<Mailbox> {
  const ca = readFileSync(dovecot.caFile, 'utf8');
  const mailbox = valueOf(await connectImap({ host: 'localhost', port, user, password, ca }));
  opened.push(mailbox);
  return mailbox;
}

async function inbox(): Promise<OpenFolder> {
  return valueOf(await (await connect()).openFolder('INBOX'));
}

/** UIDs as a plain list, which a test compares. */
const listOf = (result: Result<Uint32Array>): number[] => [...valueOf(result)];

function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.problem.code}: ${result.problem.detail ?? ''}`);
  return result.value;
}

const everything = { fromUid: 1, since: null, before: null };
const all = [...Array(40).keys()].map((n) => n + 1);

describe('a mailbox on a server like Alibaba’s', () => {
  it('tells the roles that XLIST tells, with Chinese names', async () => {
    const folders = valueOf(await (await connect()).listFolders());
    expect(folders).toEqual(
      expect.arrayContaining([
        { path: 'INBOX', role: 'inbox' },
        { path: '已发送', role: 'sent' },
        { path: '垃圾邮件', role: 'junk' },
        { path: '草稿', role: 'drafts' },
        { path: '已删除邮件', role: 'trash' },
      ]),
    );
    expect(folders).toHaveLength(5);
    expect(folders[0]?.path).toBe('INBOX');
    expect(linesOf(proxy.record, 'LSUB')).toEqual([]);
  });

  it('finds junk and sent by their roles, whatever they are called', async () => {
    const odd = await startDovecot({
      users: { [user]: password },
      folders: [
        { name: 'Werbung & mehr', use: '\\Junk' },
        { name: '发出的', use: '\\Sent' },
        { name: 'Spam', use: null },
      ],
    });
    const ca = readFileSync(odd.caFile, 'utf8');
    for (const capabilities of [undefined, null]) {
      // Alibaba's XLIST with \Spam, then Dovecot's own list with SPECIAL-USE.
      const front = await startProxy(
        capabilities === null ? { backend: odd, capabilities } : { backend: odd },
      );
      const mailbox = valueOf(
        await connectImap({ host: 'localhost', port: front.port, user, password, ca }),
      );
      const folders = valueOf(await mailbox.listFolders());
      expect(folders).toContainEqual({ path: 'Werbung & mehr', role: 'junk' });
      expect(folders).toContainEqual({ path: '发出的', role: 'sent' });
      expect(folders).toContainEqual({ path: 'Spam', role: 'other' });
      await mailbox.close();
      await front.stop();
    }
    await odd.stop();
  });

  it('tells which messages carry another one, and which are still there', async () => {
    const part = (type: string, more = '') =>
      `--x\r\nContent-Type: ${type}\r\n${more}\r\nSubject: inner\r\n\r\ntext\r\n`;
    const carrier = (...parts: readonly string[]) => ({
      raw: `Subject: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="x"\r\n\r\n${parts.join('')}--x--\r\n`,
      date: new Date(start),
    });
    dovecot.deliver(user, '草稿', [
      carrier(part('text/plain'), part('message/rfc822')),
      carrier(part('text/plain'), part('application/pdf; name="a.pdf"')),
      carrier(
        part('text/plain'),
        part(
          'application/octet-stream',
          'Content-Disposition: attachment; filename="bounce.eml"\r\n',
        ),
      ),
      carrier(part('text/plain'), part('message/delivery-status')),
    ]);
    const drafts = valueOf(await (await connect()).openFolder('草稿'));
    expect([...valueOf(await drafts.findEnclosing([1, 2, 3, 4, 99]))].sort()).toEqual([1, 3, 4]);
    expect([...valueOf(await drafts.findPresent([2, 4, 77]))]).toEqual([2, 4]);
  });

  it('lists with LIST where XLIST is refused, and goes by the names', async () => {
    proxy.setFaults([{ kind: 'reply', at: 'XLIST', status: 'BAD', text: 'unknown command' }]);
    const folders = valueOf(await (await connect()).listFolders());
    expect(folders).toContainEqual({ path: '垃圾邮件', role: 'junk' });
    expect(folders).toContainEqual({ path: '已发送', role: 'sent' });
  });

  it('examines a folder', async () => {
    const folder = await inbox();
    expect(folder).toMatchObject({
      path: 'INBOX',
      role: 'inbox',
      messages: 40,
      uidNext: 41,
      uidValidity: 2,
    });
  });

  it('opens a folder with a Chinese name, listed or not', async () => {
    const mailbox = await connect();
    expect(valueOf(await mailbox.openFolder('已发送'))).toMatchObject({
      role: 'sent',
      messages: 1,
    });
    await mailbox.listFolders();
    expect(valueOf(await mailbox.openFolder('已发送'))).toMatchObject({
      role: 'sent',
      messages: 1,
    });
  });

  it('finds UIDs by date with a day of margin', async () => {
    const folder = await inbox();
    const since = new Date(start + 30 * day);
    const uids = listOf(await folder.findUids({ ...everything, since }));
    expect(uids).toEqual(all.slice(29));
    const before = new Date(start + 32 * day);
    const within = listOf(await folder.findUids({ ...everything, since, before }));
    expect(within[0]).toBe(30);
    expect(within).toContain(32);
    expect(within.length).toBeLessThan(7);
  });

  it('finds UIDs from a number on, without a search when there is nothing new', async () => {
    const folder = await inbox();
    expect(listOf(await folder.findUids({ ...everything, fromUid: 38 }))).toEqual([38, 39, 40]);
    proxy.forget();
    expect(listOf(await folder.findUids({ ...everything, fromUid: 41 }))).toEqual([]);
    expect(proxy.record.commands).toEqual([]);
  });

  it('fetches the asked header fields, raw and still folded, in one command', async () => {
    const folder = await inbox();
    proxy.forget();
    const swept: SweptMessage[] = [];
    valueOf(
      await folder.fetchHeaders(
        [3, 1, 2, 99],
        ['Subject', 'From'],
        (each) => void swept.push(each),
      ),
    );
    expect(swept.map((message) => message.uid)).toEqual([1, 2, 3]);
    expect(swept[2]?.receivedAt).toEqual(new Date(start + 2 * day));
    expect(swept[2]?.size).toBe(Buffer.byteLength(mail(2).raw));
    expect(Buffer.from(swept[2]!.headers).toString()).toBe(
      'From: sender2@example.org\r\nSubject: Message 2\r\n and more\r\n\r\n',
    );
    const lines = proxy.record.commands.map(({ tag, line }) => line.slice(tag.length + 1));
    const items = 'UID INTERNALDATE RFC822.SIZE BODY.PEEK[HEADER.FIELDS (Subject From)]';
    expect(lines).toEqual([`UID FETCH 1:3,99 (${items})`]);
  });

  it('fetches messages whole or their beginnings; those that are gone are left out', async () => {
    const folder = await inbox();
    const texts = async (uids: readonly number[], most: number) =>
      [...valueOf(await folder.fetchMessages(uids, most))].map(([uid, raw]) => [
        uid,
        Buffer.from(raw).toString(),
      ]);
    proxy.forget();
    expect(await texts([8, 7, 99], 100_000)).toEqual([
      [7, mail(6).raw],
      [8, mail(7).raw],
    ]);
    expect(linesOf(proxy.record, 'UID FETCH')).toHaveLength(1);
    expect(await texts([7], 10)).toEqual([[7, 'From: send']]);
  });

  it('counts bytes and round trips as the wire has them', async () => {
    const mailbox = await connect();
    await mailbox.openFolder('INBOX');
    const { bytesIn, bytesOut, roundTrips } = mailbox.traffic();
    expect(bytesIn).toBe(proxy.record.bytesToClient);
    expect(bytesOut).toBe(proxy.record.bytesToServer);
    expect(roundTrips).toBe(proxy.record.commands.length);
  });

  it('finds nothing in an empty folder, and says so', async () => {
    const folder = valueOf(await (await connect()).openFolder('已删除邮件'));
    expect(folder).toMatchObject({ messages: 0, uidNext: 1 });
    expect(listOf(await folder.findUids(everything))).toEqual([]);
  });

  it('names a folder that does not exist, and goes on with others', async () => {
    const mailbox = await connect();
    const missing = await mailbox.openFolder('没有这个');
    expect(missing).toMatchObject({
      ok: false,
      problem: { code: 'folder-missing', subject: '没有这个' },
    });
    expect(missing.ok ? null : missing.problem.detail).toMatch(/exist/i);
    expect(valueOf(await mailbox.openFolder('INBOX')).messages).toBe(40);
  });

  it('never reads through a folder that another one replaced', async () => {
    const mailbox = await connect();
    const first = valueOf(await mailbox.openFolder('INBOX'));
    await mailbox.openFolder('已发送');
    await expect(first.findUids(everything)).rejects.toThrow('closed by opening another');
  });
});

describe('a search that the server refuses', () => {
  it('is asked in a plainer form', async () => {
    proxy.setFaults([{ kind: 'reply', at: /UID SEARCH .*BEFORE/, status: 'BAD', text: 'no' }]);
    const folder = await inbox();
    const since = new Date(start + 30 * day);
    const before = new Date(start + 32 * day);
    expect(listOf(await folder.findUids({ ...everything, since, before }))).toEqual(all.slice(29));
  });

  it('is no empty mailbox: without SINCE, and without any search, ranges are read', async () => {
    proxy.setFaults([{ kind: 'reply', at: /SINCE/, status: 'BAD', text: 'invalid command' }]);
    const since = new Date(start + 30 * day);
    expect(listOf(await (await inbox()).findUids({ ...everything, since }))).toEqual(all);

    proxy.setFaults([{ kind: 'reply', at: 'UID SEARCH', status: 'NO', text: 'invalid command' }]);
    const folder = await inbox();
    proxy.forget();
    // INTERNALDATE comes along with the ranges, so that only the window is left.
    expect(listOf(await folder.findUids({ ...everything, since, fromUid: 5 }))).toEqual(
      all.slice(30),
    );
    expect(linesOf(proxy.record, 'UID FETCH')).toHaveLength(1);
    const asked = linesOf(proxy.record, 'UID SEARCH').length;
    expect(listOf(await folder.findUids({ ...everything, since, fromUid: 5 }))).toEqual(
      all.slice(30),
    );
    expect(linesOf(proxy.record, 'UID SEARCH')).toHaveLength(asked);
  });

  it('is a refusal also when numbers came before it', async () => {
    proxy.setFaults([{ kind: 'late-reply', at: 'UID SEARCH', status: 'NO', text: 'not now' }]);
    expect(listOf(await (await inbox()).findUids(everything))).toEqual(all);
  });

  it('is a busy server when it says so', async () => {
    const text = 'system busy, please try again later';
    proxy.setFaults([{ kind: 'reply', at: 'UID SEARCH', status: 'NO', text }]);
    expect(await (await inbox()).findUids(everything)).toEqual({
      ok: false,
      problem: { code: 'server-busy', subject: 'INBOX', detail: text },
    });
  });

  it('costs nothing against a server that knows no search at all', async () => {
    const bare = await startProxy({ backend: dovecot, search: 'refused' });
    const mailbox = await connect(bare.port);
    const folder = valueOf(await mailbox.openFolder('INBOX'));
    expect(listOf(await folder.findUids(everything))).toEqual(all);
    await mailbox.close();
    await bare.stop();
  });
});

describe('what is left behind', () => {
  const look = async () => {
    const client = new ImapFlow({
      host: 'localhost',
      port: dovecot.port,
      secure: true,
      auth: { user, pass: password },
      tls: { ca: readFileSync(dovecot.caFile) },
      logger: false,
    });
    await client.connect();
    const status = await client.status('INBOX', { messages: true, recent: true, unseen: true });
    await client.mailboxOpen('INBOX', { readOnly: true });
    const rows = await client.fetchAll('1:*', { uid: true, flags: true });
    await client.logout();
    const flags = rows.map((row) => ({ uid: row.uid, flags: [...(row.flags ?? [])].sort() }));
    return { status, flags };
  };

  it('is nothing: flags, \\Recent and counts stay, and no command could have changed them', async () => {
    const before = await look();
    expect(before.status).toMatchObject({ messages: 40, recent: 40, unseen: 40 });
    expect(before.flags.flatMap(({ flags }) => flags)).not.toContain('\\Seen');

    const mailbox = await connect();
    await mailbox.listFolders();
    for (const path of ['已发送', 'INBOX']) {
      const folder = valueOf(await mailbox.openFolder(path));
      const since = new Date(start);
      const uids = listOf(await folder.findUids({ ...everything, since }));
      valueOf(await folder.fetchHeaders(uids, ['From', 'Subject'], () => undefined));
      valueOf(await folder.fetchMessages(uids, 50_000));
      valueOf(await folder.findEnclosing(uids));
      valueOf(await folder.findPresent(uids));
    }
    await mailbox.close();

    expect(await look()).toEqual(before);
    assertReadOnly(proxy.record);
    const verbs = new Set(proxy.record.commands.map((command) => command.verb));
    expect(verbs).toContain('EXAMINE');
    expect(verbs).toContain('UID FETCH');
    expect(verbs).not.toContain('SELECT');
    expect(proxy.record.commands.at(-1)?.verb).toBe('LOGOUT');
  });
});
