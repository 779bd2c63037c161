import { beforeEach, describe, expect, it } from 'vitest';
import type { ProblemCode } from '../../../app/result.ts';
import { scan } from '../../../app/scan/scan.ts';
import { ordinary, sentMail, throttleNotice } from './mails.ts';
import type { MemoryMailbox } from './memory-mailbox.ts';
import { ago, day, mailbox, minute, newWorld, type World } from './world.ts';

let world: World;

beforeEach(async () => {
  world = await newWorld();
});

/** Fails the answers with these numbers, counted from 1. */
const failAt = (box: MemoryMailbox, code: ProblemCode, ...numbers: readonly number[]): void => {
  let count = 0;
  box.before = () => (numbers.includes((count += 1)) ? code : null);
};

const whole = async () => {
  const undisturbed = await newWorld();
  const box = mailbox();
  const { record } = await undisturbed.run(box);
  const { folders, notScanned } = record.report;
  return { asked: box.asked.length, found: undisturbed.found(), folders, notScanned };
};

describe('a connection that is lost', () => {
  it('at any answer is made again, and the scan equals an undisturbed one', async () => {
    const { asked, found, folders, notScanned } = await whole();
    for (let number = 1; number <= asked; number += 1) {
      world = await newWorld();
      const box = mailbox();
      failAt(box, 'connection-closed', number);
      const outcome = await world.run(box, { reconnect: box.reconnect });
      expect(outcome).toMatchObject({ status: 'complete', problem: null });
      expect(outcome.record.report).toMatchObject({ folders, notScanned });
      expect(world.found()).toEqual(found);
      expect([box.logins, world.pauses]).toEqual([1, [1000]]);
    }
  });

  it('again and again is given up after growing pauses; what was read is kept', async () => {
    const box = mailbox();
    box.cutAfter = 12;
    const outcome = await world.run(box, { reconnect: box.reconnect });
    expect(outcome).toMatchObject({
      status: 'incomplete',
      problem: { code: 'connection-closed' },
    });
    expect(world.pauses).toEqual([1000, 3000, 10_000, 30_000]);
    expect(world.found().totals.notices).toBeGreaterThan(0);
    expect(world.standing().state).toBe('unknown');
    expect(outcome.record.report.notScanned.map(({ code }) => code)).toContain('problem');
  });

  it('every few answers does not stop a scan that gets further', async () => {
    const box = mailbox();
    let answers = 0;
    box.before = () => ((answers += 1) > 8 && answers % 5 === 0 ? 'connection-closed' : null);
    const outcome = await world.run(box, { reconnect: box.reconnect });
    expect(outcome.status).toBe('complete');
    expect(box.logins).toBeGreaterThan(1);
    expect(world.found().totals.throttled).toBe(30);
  });

  it('ends the scan at once when the login is refused, and tries no second time', async () => {
    const box = mailbox();
    failAt(box, 'connection-closed', 10);
    box.refusesLogin = 'login-refused';
    const outcome = await world.run(box, { reconnect: box.reconnect });
    expect(outcome).toMatchObject({ status: 'incomplete', problem: { code: 'login-refused' } });
    expect(box.logins).toBe(1);
  });

  it('is waited for no longer when the person cancels', async () => {
    const abort = new AbortController();
    const box = mailbox();
    failAt(box, 'connection-closed', 12);
    const outcome = await world.run(box, {
      reconnect: box.reconnect,
      signal: abort.signal,
      wait: () => {
        abort.abort();
        return Promise.resolve();
      },
    });
    expect([outcome.status, box.logins]).toEqual(['cancelled', 0]);
    expect(world.found().totals.notices).toBeGreaterThan(0);
  });

  it('before anything was read, and cancelled in the pause, is an interruption', async () => {
    const abort = new AbortController();
    const box = mailbox();
    failAt(box, 'connection-closed', 1);
    const scanned = await scan(
      world.request(box, {
        reconnect: box.reconnect,
        signal: abort.signal,
        wait: () => {
          abort.abort();
          return Promise.resolve();
        },
      }),
    );
    expect(scanned).toMatchObject({ ok: false, problem: { code: 'interrupted' } });
  });
});

describe('a busy server', () => {
  it('is waited for over the same connection, and asked for less', async () => {
    const box = mailbox();
    let busy = 2;
    box.before = (asked) =>
      asked.startsWith('headers') && busy > 0 && box.asked.length > 9
        ? ((busy -= 1), 'server-busy')
        : null;
    const outcome = await world.run(box, { reconnect: box.reconnect });
    expect(outcome.status).toBe('complete');
    expect([box.logins, world.pauses]).toEqual([0, [5000, 15_000]]);
    expect(world.found().totals.throttled).toBe(30);
  });

  it('that stays busy is left alone, never called a wrong password', async () => {
    const box = mailbox();
    box.before = (asked) => (asked.startsWith('headers') ? 'server-busy' : null);
    const outcome = await world.run(box, { reconnect: box.reconnect });
    expect(outcome).toMatchObject({ status: 'incomplete', problem: { code: 'server-busy' } });
    expect(world.pauses).toEqual([5000, 15_000, 45_000, 120_000]);
  });
});

describe('one message that breaks every answer', () => {
  it('is found by smaller and smaller chunks, passed over, and told', async () => {
    const box = mailbox();
    const fetchable = box.openFolder;
    box.openFolder = async (path) => {
      const opened = await fetchable(path);
      if (!opened.ok || path !== 'INBOX') return opened;
      const folder = opened.value;
      const fetchHeaders: typeof folder.fetchHeaders = (uids, fields, take) =>
        Array.from(uids).includes(150)
          ? Promise.resolve({
              ok: false,
              problem: { code: 'server-refused', subject: null, detail: null },
            })
          : folder.fetchHeaders(uids, fields, take);
      return { ok: true, value: { ...folder, fetchHeaders } };
    };
    const outcome = await world.run(box, { reconnect: box.reconnect });
    expect(outcome).toMatchObject({ status: 'incomplete', problem: null });
    expect(outcome.record.report.notScanned).toContainEqual({
      code: 'unreadable',
      subject: null,
      count: 1,
    });
    expect(outcome.record.report.folders[0]).toMatchObject({ swept: 299, notices: 29 });
    // What was found is certain; only what lies unread must not be called healthy.
    expect(world.standing().state).toBe('limited');
  });
});

describe('a folder that changes while it is read', () => {
  const atChunk = (box: MemoryMailbox, change: () => void): void => {
    let chunk = 0;
    box.before = (asked) => {
      if (asked.startsWith('headers') && (chunk += 1) === 2) change();
      return null;
    };
  };

  it('by expunging misses nothing that is there', async () => {
    const box = mailbox();
    atChunk(box, () => {
      const inbox = box.folders['INBOX']!;
      inbox.uidNext = 301;
      inbox.messages = inbox.messages.filter(({ uid }) => uid > 50);
    });
    const outcome = await world.run(box);
    expect(outcome.status).toBe('complete');
    expect(world.found().totals.throttled).toBe(25);
  });

  it('by a candidate that vanishes before it is fetched goes on with the others', async () => {
    const box = mailbox();
    box.before = (asked) => {
      const inbox = box.folders['INBOX']!;
      if (asked.startsWith('messages') && asked.includes('290'))
        inbox.messages = inbox.messages.filter(({ uid }) => uid !== 290);
      return null;
    };
    expect((await world.run(box)).status).toBe('complete');
    expect(world.found().totals.throttled).toBe(29);
  });

  it('by moving a notice to another folder counts it once and marks nothing', async () => {
    const box = mailbox();
    await world.run(box);
    const inbox = box.folders['INBOX']!;
    const [moved] = inbox.messages.splice(9, 1);
    box.folders['垃圾邮件']!.messages = [{ ...moved!, uid: 1 }];
    inbox.uidNext = 301;
    await world.run(box);
    expect(world.found().totals.notices).toBe(30);
    expect(world.expunged()).toEqual([]);
  });

  it('by another UIDVALIDITY at the reconnect is read anew, and nothing counts twice', async () => {
    const box = mailbox();
    const { found } = await whole();
    failAt(box, 'connection-closed', 11);
    const outcome = await world.run(box, {
      reconnect: () => {
        const inbox = box.folders['INBOX']!;
        inbox.uidValidity = 9;
        inbox.messages = inbox.messages.map((message) => ({ ...message, uid: message.uid + 500 }));
        return box.reconnect();
      },
    });
    expect(outcome.status).toBe('complete');
    expect(outcome.record.report.folders[0]).toMatchObject({ swept: 300, candidates: 30 });
    expect(world.found()).toEqual(found);
    expect(world.expunged()).toEqual([]);
  });

  it('by another UIDVALIDITY each time it is opened is not read for ever', async () => {
    const box = mailbox();
    box.before = (asked) => {
      if (asked === 'open INBOX') box.folders['INBOX']!.uidValidity += 1;
      return null;
    };
    const outcome = await world.run(box);
    expect(outcome).toMatchObject({ status: 'incomplete', problem: null });
    expect(outcome.record.report.notScanned).toContainEqual({
      code: 'folder',
      subject: 'INBOX',
      count: null,
    });
  });

  it('counts what was sent once when Sent is numbered anew', async () => {
    const box = mailbox();
    await world.run(box);
    const sent = box.folders['已发送']!;
    sent.uidValidity = 3;
    sent.messages = [sentMail(71, ago(day), 3), sentMail(72, ago(minute), 1)];
    await world.run(box);
    expect(world.sent()).toBe(2);
  });
});

describe('what was expunged between two scans', () => {
  const expunge = (box: MemoryMailbox, ...uids: readonly number[]): void => {
    const inbox = box.folders['INBOX']!;
    inbox.uidNext = 1 + Math.max(...inbox.messages.map(({ uid }) => uid));
    inbox.messages = inbox.messages.filter(({ uid }) => !uids.includes(uid));
  };

  it('stays in the history, marked, and is asked for only when the folder changed', async () => {
    const box = mailbox();
    await world.run(box);
    expunge(box, 100, 101, 200);
    box.asked.length = 0;
    const { record } = await world.run(box);
    expect(box.asked).toContain('present 30');
    expect(world.found().totals.throttled).toBe(30);
    expect(world.expunged()).toEqual([100, 200]);
    expect(record.report.folders[0]).toMatchObject({ notices: 30 });

    box.asked.length = 0;
    await world.run(box);
    expect(box.asked).toEqual(['list', 'open INBOX', 'open 垃圾邮件', 'open 已发送']);
  });

  it('is noticed although as many messages came in', async () => {
    const box = mailbox();
    await world.run(box);
    expunge(box, 100);
    box.folders['INBOX']!.uidNext = 302;
    box.folders['INBOX']!.messages.push(ordinary(301, ago(minute)));
    await world.run(box);
    expect(world.expunged()).toEqual([100]);
  });

  it('is not marked as long as a copy lies elsewhere', async () => {
    const box = mailbox();
    const copy = throttleNotice(1, ago(2 * day), { key: 'notice-100' });
    box.folders['垃圾邮件']!.messages = [copy];
    await world.run(box);
    expunge(box, 100);
    await world.run(box);
    expect(world.expunged()).toEqual([]);
    box.folders['垃圾邮件'] = { role: 'junk', uidValidity: 2, messages: [], uidNext: 2 };
    await world.run(box);
    expect(world.expunged()).toEqual([1]);
  });

  it('and came back is no longer marked', async () => {
    const box = mailbox();
    await world.run(box);
    const back = box.folders['INBOX']!.messages.find(({ uid }) => uid === 100)!;
    expunge(box, 100);
    await world.run(box);
    box.folders['INBOX']!.uidNext = 400;
    box.folders['INBOX']!.messages.push({ ...back, uid: 399 });
    await world.run(box);
    expect(world.expunged()).toEqual([]);
    expect(world.found().totals.notices).toBe(30);
  });

  it('is marked too where the folder was numbered anew at the same time', async () => {
    const box = mailbox();
    await world.run(box);
    expunge(box, 100);
    box.folders['INBOX']!.uidValidity = 3;
    await world.run(box);
    expect(world.expunged()).toEqual([100]);
  });
});

describe('a notice inside a mail whose header tells nothing', () => {
  it('is found by the mail’s structure, and no other mail is fetched for it', async () => {
    const box = mailbox();
    const inside = throttleNotice(7, ago(day)).raw;
    const carrier = (uid: number, encloses: boolean) => ({
      uid,
      encloses,
      receivedAt: ago(minute),
      raw: [
        'From: Colleague <colleague@example.com>',
        'To: owner@example.com',
        'Subject: please look',
        `Message-ID: <carrier-${uid}@example.com>`,
        'Content-Type: multipart/mixed; boundary="c"',
        '',
        '--c',
        'Content-Type: text/plain',
        '',
        'What does this mean?',
        '--c',
        encloses ? 'Content-Type: message/rfc822' : 'Content-Type: application/pdf',
        '',
        encloses ? inside : 'JVBERi0=',
        '--c--',
        '',
      ].join('\r\n'),
    });
    box.folders['INBOX']!.messages.push(carrier(301, true), carrier(302, false));
    await world.run(box);
    expect(world.found().totals.notices).toBe(31);
    expect(box.asked).toContain('structures 2');
    expect(box.fetched()).toContain(301);
    expect(box.fetched()).not.toContain(302);
  });
});
