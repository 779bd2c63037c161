import { describe, expect, it } from 'vitest';
import { fetchHeaders, fetchMessages, findEnclosing } from '../../../../app/mailbox/imap/fetch.ts';
import type { SweptMessage } from '../../../../app/mailbox/mailbox.ts';
import { listFolders } from '../../../../app/mailbox/imap/folders.ts';
import { examine } from '../../../../app/mailbox/imap/open-folder.ts';
import { searchUids } from '../../../../app/mailbox/imap/search.ts';
import type { Untagged } from '../../../../app/mailbox/imap/wire.ts';
import { fetchLine, leaf, refuse, ScriptedSession, type Reply } from './scripted.ts';

const section = [leaf('HEADER.FIELDS'), [leaf('Subject')]];
const whole = (uid: unknown, headers: unknown, date: unknown = '1-Jan-2026 08:00:00 +0800') => [
  ...[leaf('UID'), leaf(uid), leaf('INTERNALDATE'), leaf(date), leaf('RFC822.SIZE'), leaf('123')],
  ...[leaf('BODY', section), leaf(headers)],
];
const bytes = (text: string) => Buffer.from(text);

const headersOf = async (uids: readonly number[], reply: Reply) => {
  const session = new ScriptedSession(() => reply);
  const swept: SweptMessage[] = [];
  const result = await fetchHeaders(session, 'INBOX', uids, ['Subject'], (each) => {
    swept.push(each);
  });
  return result.ok ? swept : result.problem;
};

describe('header rows', () => {
  it('that nobody asked for, come twice, or make no sense are ignored', async () => {
    const swept = await headersOf([1, 2], {
      lines: [
        fetchLine(...whole('1', bytes('a'))),
        fetchLine(...whole('1', bytes('b'))),
        fetchLine(...whole('7', bytes('c'))),
        fetchLine(...whole('-1', bytes('d'))),
        fetchLine(...whole('99999999999', bytes('e'))),
        fetchLine(leaf('FLAGS'), [leaf('\\Seen')]),
        ['FETCH', { command: '3' }],
        ['FETCH', { command: '3', attributes: [leaf('FETCH'), null] }],
        fetchLine(null, null, 7, [], leaf('UID')),
      ],
    });
    expect(swept).toEqual([
      { uid: 1, receivedAt: new Date('2026-01-01T00:00:00Z'), size: 123, headers: bytes('a') },
    ]);
  });

  it('may come in pieces', async () => {
    const [uid, one, ...rest] = whole('5', bytes('x'));
    const swept = await headersOf([5], {
      lines: [fetchLine(uid, one, ...rest.slice(0, 2)), fetchLine(uid, one, ...rest.slice(2))],
    });
    expect(swept).toMatchObject([{ uid: 5, size: 123, headers: bytes('x') }]);
  });

  it('without a readable date count as new, not as old', async () => {
    const started = Date.now();
    const swept = await headersOf([5], {
      lines: [fetchLine(...whole('5', bytes('x'), 'yesterday'))],
    });
    expect(swept).toMatchObject([{ uid: 5, size: 123 }]);
    const at = (swept as readonly { receivedAt: Date }[])[0]?.receivedAt.getTime();
    expect(at).toBeGreaterThanOrEqual(started);
  });

  it('may announce any size', async () => {
    const [uid, one, dateKey, date, sizeKey, , ...rest] = whole('5', bytes('x'));
    const row = fetchLine(uid, one, dateKey, date, sizeKey, leaf('10737418240'), ...rest);
    expect(await headersOf([5], { lines: [row] })).toMatchObject([{ size: 10 * 1024 ** 3 }]);
  });

  it('hold at most 64 KiB, and nothing for NIL', async () => {
    const swept = await headersOf([1, 2], {
      lines: [
        fetchLine(...whole('1', Buffer.alloc(1_000_000, 'a'))),
        fetchLine(...whole('2', null).slice(0, -1), null),
      ],
    });
    const sizes = (swept as readonly { headers: Uint8Array }[]).map(
      ({ headers }) => headers.length,
    );
    expect(sizes).toEqual([65_536, 0]);
  });
});

describe('a message', () => {
  it('is cut to what was asked for, and never another one', async () => {
    const body = (uid: string) =>
      fetchLine(leaf('UID'), leaf(uid), leaf('BODY', []), leaf(bytes('0123456789')));
    const session = new ScriptedSession(() => ({ lines: [body('8'), body('9')] }));
    expect(await fetchMessages(session, 'INBOX', [9], 4)).toEqual({
      ok: true,
      value: new Map([[9, bytes('0123')]]),
    });
    expect(await fetchMessages(session, 'INBOX', [5], 4)).toEqual({ ok: true, value: new Map() });
    expect(session.commands[0]).toBe('UID FETCH 9 (UID BODY.PEEK[]<0.4>)');
  });
});

describe('many messages', () => {
  const body = (uid: string, text: string) =>
    fetchLine(leaf('UID'), leaf(uid), leaf('BODY', []), leaf(bytes(text)));

  it('may come in any order, vanish, or come twice', async () => {
    const session = new ScriptedSession(() => ({
      lines: [body('12', 'c'), body('3', 'a'), body('3', 'b'), body('4', 'never asked for')],
    }));
    const fetched = await fetchMessages(session, 'INBOX', [3, 7, 12], 10);
    expect(session.commands).toEqual(['UID FETCH 3,7,12 (UID BODY.PEEK[]<0.10>)']);
    expect(fetched).toEqual({
      ok: true,
      value: new Map([
        [12, bytes('c')],
        [3, bytes('a')],
      ]),
    });
  });
});

describe('a structure', () => {
  const text = [leaf('TEXT'), leaf('PLAIN'), [leaf('CHARSET'), leaf('utf-8')], null, null];
  const file = (name: string) => [
    ...[leaf('APPLICATION'), leaf('OCTET-STREAM'), [leaf('NAME'), leaf(name)], null, null],
    ...[leaf('BASE64'), leaf('99'), null, [leaf('attachment'), [leaf('FILENAME'), leaf(name)]]],
  ];
  const row = (uid: string, ...parts: readonly unknown[]) =>
    fetchLine(leaf('UID'), leaf(uid), leaf('BODYSTRUCTURE'), [...parts, leaf('MIXED')]);
  const enclosing = async (...lines: ReturnType<typeof fetchLine>[]) => {
    const session = new ScriptedSession(() => ({ lines }));
    const found = await findEnclosing(session, 'INBOX', [1, 2, 3, 4]);
    return found.ok ? [...found.value] : found.problem;
  };

  it('shows a message, a delivery report or an .eml file inside', async () => {
    const found = await enclosing(
      row('1', text, [leaf('message'), leaf('rfc822'), null, null]),
      row('2', text, [text, [leaf('MESSAGE'), leaf('DELIVERY-STATUS'), null], leaf('REPORT')]),
      row('3', text, file('Undelivered Mail.EML')),
      row('4', text, file('invoice.pdf')),
      row('9', text, file('not asked for.eml')),
    );
    expect(found).toEqual([1, 2, 3]);
  });

  it('that makes no sense, or is a bomb, shows nothing and costs nothing', async () => {
    let deep: unknown = [leaf('MESSAGE'), leaf('RFC822')];
    for (let level = 0; level < 100_000; level += 1) deep = [deep];
    const wide = Array.from({ length: 100_000 }, () => text);
    const found = await enclosing(
      fetchLine(leaf('UID'), leaf('1'), leaf('BODYSTRUCTURE'), null),
      fetchLine(leaf('UID'), leaf('2'), leaf('BODYSTRUCTURE'), leaf('x')),
      fetchLine(leaf('UID'), leaf('3'), leaf('BODYSTRUCTURE'), deep),
      row('4', ...wide, [leaf('MESSAGE'), leaf('RFC822')]),
    );
    expect(found).toEqual([]);
  });
});

describe('a search', () => {
  const search = (untagged: Untagged): Reply => ({ lines: [['SEARCH', untagged]] });
  const everything = { fromUid: 1, since: null, before: null };

  it('gives only UIDs that can be, in order and once', async () => {
    const numbers = [9, 2, 2, 0, -1, 1.5, 10, 11, 4e9, Number.NaN, 3];
    const session = new ScriptedSession(() => search({ command: 'SEARCH', numbers }));
    const found = await searchUids(session, 'INBOX', 11, everything, new Set());
    expect(found).toEqual({ ok: true, value: Uint32Array.of(2, 3, 9, 10) });
  });

  it('is read token by token too', async () => {
    const attributes = [leaf('5'), null, leaf('x'), [leaf('MODSEQ'), leaf('9')], leaf('4')];
    const session = new ScriptedSession(() => search({ command: 'SEARCH', attributes }));
    const found = await searchUids(session, 'INBOX', 11, everything, new Set());
    expect(found).toEqual({ ok: true, value: Uint32Array.of(4, 5) });
  });

  it('with an OK but no answer is no empty result', async () => {
    const session = new ScriptedSession((command) =>
      command.startsWith('UID FETCH') ? { lines: [fetchLine(leaf('UID'), leaf('3'))] } : {},
    );
    expect(await searchUids(session, 'INBOX', 11, everything, new Set())).toEqual({
      ok: true,
      value: Uint32Array.of(3),
    });
  });

  it('falls to plainer forms, then to ranges, and remembers', async () => {
    const session = new ScriptedSession((command) =>
      command.startsWith('UID SEARCH') ? refuse() : { lines: [fetchLine(leaf('UID'), leaf('7'))] },
    );
    const refused = new Set<string>();
    const query = {
      fromUid: 5,
      since: new Date('2026-02-10T00:00:00Z'),
      before: new Date('2026-02-20T00:00:00Z'),
    };
    expect(await searchUids(session, 'INBOX', 11, query, refused)).toEqual({
      ok: true,
      value: Uint32Array.of(7),
    });
    expect(session.commands).toEqual([
      'UID SEARCH UID 5:* SINCE 9-Feb-2026 BEFORE 22-Feb-2026',
      'UID SEARCH SINCE 9-Feb-2026 BEFORE 22-Feb-2026',
      'UID SEARCH SINCE 9-Feb-2026',
      'UID SEARCH BEFORE 22-Feb-2026',
      'UID SEARCH UID 5:*',
      'UID SEARCH ALL',
      'UID FETCH 5:10 (UID INTERNALDATE)',
    ]);
    await searchUids(session, 'INBOX', 11, query, refused);
    expect(session.commands.slice(7)).toEqual(['UID FETCH 5:10 (UID INTERNALDATE)']);
  });

  it('that is refused lets INTERNALDATE decide, and keeps what has none', async () => {
    const dated = (uid: string, date: string) =>
      fetchLine(leaf('UID'), leaf(uid), leaf('INTERNALDATE'), leaf(date));
    const session = new ScriptedSession((command) =>
      command.startsWith('UID SEARCH')
        ? refuse()
        : {
            lines: [
              dated('1', ' 9-Feb-2026 23:59:59 +0000'),
              dated('2', '10-Feb-2026 00:00:00 +0000'),
              dated('3', 'no date'),
              dated('4', '20-Feb-2026 00:00:00 +0000'),
            ],
          },
    );
    const query = {
      fromUid: 1,
      since: new Date('2026-02-10T00:00:00Z'),
      before: new Date('2026-02-20T00:00:00Z'),
    };
    expect(await searchUids(session, 'INBOX', 11, query, new Set())).toEqual({
      ok: true,
      value: Uint32Array.of(2, 3),
    });
  });

  it('over the widest range of UIDs takes some hundred commands, not hundred thousands', async () => {
    const session = new ScriptedSession((command) =>
      command.startsWith('UID SEARCH') ? refuse() : {},
    );
    await searchUids(session, 'INBOX', 4_294_967_295, everything, new Set());
    expect(session.commands.length).toBeLessThan(210);
  });
});

describe('a list of folders', () => {
  const line = (name: unknown, flags: readonly string[] = []): readonly [string, Untagged] => [
    'LIST',
    { command: 'LIST', attributes: [flags.map((flag) => leaf(flag)), leaf('/'), leaf(name)] },
  ];
  const list = async (lines: Reply['lines'], capabilities: readonly string[] = []) => {
    const session = new ScriptedSession(() => ({ lines: lines ?? [] }), capabilities);
    const result = await listFolders(session);
    return { session, folders: result.ok ? result.value : [] };
  };

  it('always has INBOX, and first', async () => {
    expect((await list([line('Sent')])).folders.map(({ path }) => path)).toEqual(['INBOX', 'Sent']);
    expect((await list([line('Sent'), line('inbox')])).folders[0]).toMatchObject({
      path: 'INBOX',
      role: 'inbox',
    });
  });

  it('leaves out what cannot be opened or shown', async () => {
    const { folders } = await list([
      line('parent', ['\\Noselect']),
      line('ghost', ['\\NonExistent']),
      line('line\r\nend'),
      line('bell\u0007'),
      line('x'.repeat(2_000)),
      line(null),
      ['LIST', { command: 'LIST' }],
      line('R&D'),
      line('&AAo-'),
    ]);
    expect(folders.map(({ path }) => path)).toEqual(['INBOX', 'R&D', '&AAo-']);
    expect(folders[1]?.wireName).toBe('R&D');
  });

  it('believes the server’s roles before names', async () => {
    const { folders } = await list([line('Sent'), line('Outgoing', ['\\Sent']), line('Spam')]);
    expect(folders.map(({ path, role }) => [path, role])).toEqual([
      ['INBOX', 'inbox'],
      ['Sent', 'other'],
      ['Outgoing', 'sent'],
      ['Spam', 'junk'],
    ]);
  });

  it('ends at 10,000', async () => {
    const lines = Array.from({ length: 12_000 }, (_, index) => line(`f${index}`));
    expect((await list(lines)).folders).toHaveLength(10_001);
  });

  it('asks for roles as the server can tell them', async () => {
    const commands = async (...capabilities: string[]) =>
      (await list([line('INBOX')], capabilities)).session.commands;
    expect(await commands('XLIST')).toEqual(['XLIST "" "*"']);
    expect(await commands('XLIST', 'SPECIAL-USE')).toEqual(['LIST "" "*"']);
    expect(await commands('SPECIAL-USE', 'LIST-EXTENDED')).toEqual([
      'LIST "" "*" RETURN (SPECIAL-USE)',
    ]);
    expect(await commands()).toEqual(['LIST "" "*"']);
  });
});

describe('an opened folder', () => {
  const status = (name: string, value: string): readonly [string, Untagged] => [
    'OK',
    {
      command: 'OK',
      attributes: [{ type: 'ATOM', value: '', section: [leaf(name), leaf(value)] }],
    },
  ];
  const exists = (count: string): readonly [string, Untagged] => ['EXISTS', { command: count }];
  const open = (lines: NonNullable<Reply['lines']>) => {
    const session = new ScriptedSession((command) =>
      command.startsWith('EXAMINE') ? { lines } : { lines: [fetchLine(leaf('UID'), leaf('41'))] },
    );
    const folder = { path: 'INBOX', wireName: 'INBOX', role: 'inbox' as const };
    return examine(session, folder, new Set(), () => true);
  };

  it('asks for the last UID where the server keeps UIDNEXT to itself', async () => {
    const opened = await open([exists('3'), status('UIDVALIDITY', '2')]);
    expect(opened).toMatchObject({ ok: true, value: { messages: 3, uidNext: 42, uidValidity: 2 } });
  });

  it('is no empty folder when the server does not say how much it holds', async () => {
    for (const lines of [
      [status('UIDVALIDITY', '2'), status('UIDNEXT', '9')],
      [exists('99999999999'), status('UIDVALIDITY', '2')],
      [exists('3'), status('UIDNEXT', '9')],
    ])
      expect(await open(lines)).toMatchObject({ ok: false, problem: { code: 'server-refused' } });
  });
});
