import fc from 'fast-check';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { noOriginal, type Action, type Category, type Notice } from '../../../app/bounce/notice.ts';
import { chooseCounted } from '../../../app/store/counting.ts';
import { flag, isRejection } from '../../../app/store/failure-columns.ts';
import { openStore, type Store } from '../../../app/store/store.ts';

const day = 86_400_000;
const start = Date.UTC(2026, 2, 1);

interface Written {
  readonly at: number;
  readonly original: number | null;
  readonly recipients: readonly number[];
  readonly action: Action;
  readonly category: Category;
}

const noticeOf = ({ original, recipients, action, category }: Written): Notice => ({
  ...{ isBounce: true, forwarded: false, bouncedAt: null, unreadable: null, reportingMta: null },
  original: { ...noOriginal, messageId: original === null ? null : `<${original}@example.com>` },
  failures: recipients.map((recipient) => ({
    recipient: `r${recipient}@d${recipient % 3}.example.com`,
    ...{ action, category, confidence: 'certain', replyCode: 454, enhancedStatus: null },
    ...{ remoteMta: null, diagnostic: null },
    throttle:
      category === 'throttle'
        ? {
            ...{ phrase: 'too-frequently', permanent: false, stage: 'rcpt', connectionIp: null },
            ...{ tag: null, node: null, direction: 'own-account' },
          }
        : null,
  })),
});

let folder: string;
let store: Store;
let accountId: number;
let inbox: number;
let uid = 0;

async function open(): Promise<void> {
  const opened = await openStore(join(folder, 'sendwell.db'));
  if (!opened.ok) throw new Error(opened.problem.code);
  store = opened.value;
}

const account = () =>
  store.accounts.save({
    ...{ address: 'owner@example.com', host: `h${uid}`, port: 993, sample: false, ca: null },
  }).id;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sendwell-columns-'));
  await open();
});
afterEach(() => {
  store.close();
  rmSync(folder, { recursive: true });
});

const add = (written: Written): void => {
  uid += 1;
  store.transaction(() =>
    store.notices.add({
      ...{ accountId, folderId: inbox, uid, messageKey: `<n${uid}@example.com>` },
      ...{ receivedAt: written.at, at: written.at, ours: true, notice: noticeOf(written) },
    }),
  );
};
const addSent = (original: number, at: number): void => {
  uid += 1;
  store.transaction(() =>
    store.sent.add({
      ...{ accountId, folderId: inbox, uid, messageId: `<${original}@example.com>` },
      ...{ at, receivedAt: at, recipients: 1 },
    }),
  );
};
const newAccount = (): void => {
  uid += 1;
  accountId = account();
  inbox = store.folders.open({
    ...{ accountId, path: 'INBOX', uidValidity: 2, role: 'inbox', messages: 0 },
  });
};

const written = fc.record({
  at: fc.integer({ min: start, max: start + 3 * day }),
  original: fc.option(fc.integer({ min: 0, max: 4 })),
  recipients: fc.uniqueArray(fc.integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 3 }),
  action: fc.constantFrom<Action>('failed', 'delayed'),
  category: fc.constantFrom<Category>('throttle', 'expired', 'user-unknown'),
});
const step = fc.oneof(
  written.map((notice) => ({ notice, sent: null })),
  fc.integer({ min: 0, max: 4 }).map((sent) => ({ notice: null, sent })),
);

describe('packed columns', () => {
  it('equal a recount after any order of notices, warnings, failures and sent mail', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
        newAccount();
        const reports: { id: number; written: Written; recipient: number }[] = [];
        const sent = new Set<number>();
        for (const { notice, sent: original } of steps) {
          if (notice) {
            add(notice);
            for (const recipient of notice.recipients)
              reports.push({ id: reports.length, written: notice, recipient });
          } else {
            addSent(original, start);
            sent.add(original);
          }
          // Read in between, so that later changes have something to overtake.
          store.rejections.columns(accountId);
        }
        const counted = reports.filter(({ id, written: { original }, recipient }) => {
          if (original === null) return true;
          const same = reports.filter(
            (other) => other.written.original === original && other.recipient === recipient,
          );
          const chosen = chooseCounted(
            same.map((one) => ({ ...one.written, id: one.id, certain: true })),
          );
          return chosen?.id === id;
        });
        const { at, flags, length } = store.rejections.columns(accountId);
        expect(length).toBe(reports.length);
        const rejections = [...at].filter((_, row) => isRejection(flags[row] ?? 0));
        const expected = counted.filter(({ written: { category } }) => category === 'throttle');
        expect(rejections).toEqual(
          expected.map(({ written: one }) => one.at).sort((a, b) => a - b),
        );
        expect([...flags].filter((bits) => (bits & flag.inSent) !== 0)).toHaveLength(
          reports.filter(({ written: { original } }) => original !== null && sent.has(original))
            .length,
        );
        expect(store.sent.columns(accountId).length).toBe(sent.size);
      }),
      { numRuns: 60 },
    );
  });

  it('are the same after a restart, and after another program wrote', async () => {
    newAccount();
    add({ at: start, original: 1, recipients: [1, 2], action: 'failed', category: 'throttle' });
    const before = store.rejections.columns(accountId);
    store.close();
    await open();
    expect(store.rejections.columns(accountId)).toEqual(before);
    const other = await openStore(join(folder, 'sendwell.db'));
    if (!other.ok) throw new Error(other.problem.code);
    other.value.transaction(() =>
      other.value.notices.add({
        ...{ accountId, folderId: inbox, uid: 99, messageKey: '<other@example.com>' },
        ...{ receivedAt: start + day, at: start + day, ours: true },
        notice: noticeOf({
          ...{ at: 0, original: 2, recipients: [1], action: 'failed', category: 'throttle' },
        }),
      }),
    );
    other.value.close();
    expect([...store.rejections.columns(accountId).at]).toEqual([start, start, start + day]);
  });

  it('forget numbers that a rollback took back', () => {
    newAccount();
    const notice = { at: start, original: 7, recipients: [9], action: 'failed' } as const;
    expect(() =>
      store.transaction(() => {
        store.notices.add({
          ...{ accountId, folderId: inbox, uid: 500, messageKey: '<gone@example.com>' },
          ...{ receivedAt: start, at: start, ours: true },
          notice: noticeOf({ ...notice, category: 'throttle' }),
        });
        throw new Error('stop');
      }),
    ).toThrow('stop');
    add({ ...notice, category: 'throttle' });
    const { recipient, domain } = store.rejections.columns(accountId);
    expect(store.names.text(recipient[0]!)).toBe('r9@d0.example.com');
    expect(store.names.text(domain[0]!)).toBe('d0.example.com');
  });
});

it('are read also while another program holds the file', async () => {
  newAccount();
  add({ at: start, original: 1, recipients: [1], action: 'failed', category: 'throttle' });
  const { openDatabase } = await import('../../../app/store/sqlite.ts');
  const other = await openDatabase(join(folder, 'sendwell.db'));
  other.exec('BEGIN IMMEDIATE');
  try {
    expect([...store.rejections.columns(accountId).at]).toEqual([start]);
  } finally {
    other.exec('ROLLBACK');
    other.close();
  }
  add({ at: start + 1, original: 2, recipients: [1], action: 'failed', category: 'throttle' });
  expect([...store.rejections.columns(accountId).at]).toEqual([start, start + 1]);
}, 20_000);
