import { describe, expect, it } from 'vitest';
import { openStore } from '../../../app/store/store.ts';

const account = {
  address: 'owner@example.com',
  host: 'imap.example.com',
  port: 993,
  sample: false,
};

async function open() {
  const opened = await openStore(':memory:');
  if (!opened.ok) throw new Error(opened.problem.code);
  const store = opened.value;
  return { store, id: store.accounts.save({ ...account, ca: null }).id };
}

describe('the settings of an account', () => {
  it('are 90 days, Inbox and Junk and the system’s proxy until something else is chosen', async () => {
    const { store, id } = await open();
    expect(store.settings.of(id)).toEqual({ proxy: 'system', days: 90, folders: null });
    store.settings.change(id, { days: null });
    store.settings.change(id, { folders: ['INBOX', '归档'] });
    store.settings.change(id, { proxy: 'socks5://office@10.0.0.1:1080' });
    expect(store.settings.of(id)).toEqual({
      proxy: 'socks5://office@10.0.0.1:1080',
      days: null,
      folders: ['INBOX', '归档'],
    });
  });

  it('keep what the server listed, and go with the account', async () => {
    const { store, id } = await open();
    expect(store.settings.listed(id)).toEqual([]);
    const folders = [
      { path: 'INBOX', role: 'inbox' as const },
      { path: '已发送', role: 'sent' as const },
    ];
    store.settings.saveListed(id, folders);
    store.settings.change(id, { days: 365 });
    store.settings.saveListed(id, folders);
    expect(store.settings.listed(id)).toEqual(folders);
    expect(store.settings.of(id)).toMatchObject({ proxy: 'system', days: 365 });
    store.accounts.remove(id);
    expect(store.settings.listed(id)).toEqual([]);
    expect(store.settings.of(id).days).toBe(90);
  });

  it('do not lose a private authority to a scan that names none', async () => {
    const { store, id } = await open();
    store.accounts.save({ ...account, ca: 'PEM' });
    store.accounts.save({ ...account, ca: null });
    expect(store.accounts.get(id)?.ca).toBe('PEM');
  });
});

describe('finished scans', () => {
  it('are kept in a number that a watched mailbox cannot fill the disk with', async () => {
    const { store, id } = await open();
    const report = {
      folders: [],
      notScanned: [],
      traffic: { bytesIn: 0, bytesOut: 0, roundTrips: 0 },
      problem: null,
    };
    for (let at = 1; at <= 510; at += 1)
      store.scans.add({
        ...{ accountId: id, startedAt: at, finishedAt: at, since: null, complete: true, report },
      });
    expect(store.scans.last(id)?.finishedAt).toBe(510);
  });
});
