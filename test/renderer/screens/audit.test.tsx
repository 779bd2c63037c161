import { act, cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, test } from 'vitest';
import type { Bridge } from '../../../app/api/contract.ts';
import { failed, ok } from '../../../app/result.ts';
import { auditRows } from '../audit-rows.ts';
import { findings, show } from '../show.tsx';

afterEach(cleanup);

async function open(override: Partial<Bridge> = {}) {
  const shown = show(override);
  await userEvent.click(await screen.findByRole('button', { name: 'Audit' }));
  await screen.findByRole('heading', { name: /^Audit/ });
  return shown;
}
const addresses = () =>
  screen.getAllByRole('button', { name: /^Open .*@/ }).map((each) => each.textContent);

describe('the audit', () => {
  test('shows accounts side by side; a failed one says why in its row', async () => {
    await open();
    expect(await screen.findByText('24 accounts')).toBeTruthy();
    const rows = auditRows(24, Date.now());
    expect(addresses()).toHaveLength(24);
    const failedRow = rows.find(({ problem }) => problem !== null);
    const row = screen
      .getByRole('button', { name: `Open ${failedRow?.account.address ?? ''}` })
      .closest('tr');
    expect(within(row!).getByText('imap.qiye.aliyun.com refused the login.')).toBeTruthy();
    expect(await findings()).toEqual([]);
  });

  test('sorts, filters by words and state, and groups by domain', async () => {
    await open();
    await userEvent.click(screen.getByRole('button', { name: 'Account' }));
    expect(addresses()).toEqual([...addresses()].sort());
    await userEvent.click(screen.getByRole('checkbox', { name: 'Group by domain' }));
    expect(screen.getByText(/^example\.cn: \d+ of 8 throttled$/)).toBeTruthy();
    const domains = addresses().map((address) => address.split('@')[1]);
    expect(domains).toEqual([...domains].sort());
    await userEvent.type(screen.getByRole('searchbox'), 'example.cn');
    expect(addresses()).toHaveLength(8);
    await userEvent.clear(screen.getByRole('searchbox'));
    await userEvent.type(screen.getByRole('searchbox'), 'nobody');
    await userEvent.click(screen.getByRole('button', { name: 'Clear filters' }));
    expect(addresses()).toHaveLength(24);
  });

  test('scans all accounts whose password is held, and shows how far it is', async () => {
    const { bridge } = await open();
    await userEvent.click(screen.getByRole('button', { name: 'Scan all' }));
    const held = auditRows(24, 0).filter(({ account }) => account.canScan);
    expect(bridge.calls.find(([name]) => name === 'scanAll')?.[1]).toEqual({
      accountIds: held.map(({ account }) => account.id),
      atOnce: 4,
    });
    act(() => bridge.auditProgress({ running: true, done: 7, total: 21, failed: 2 }));
    expect(screen.getByText('7 of 21 scanned, 2 failed')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(bridge.calls.some(([name]) => name === 'cancelAudit')).toBe(true);
  });

  test('makes the report on the accounts shown, as asked', async () => {
    const { bridge } = await open();
    await userEvent.type(screen.getByRole('searchbox'), 'example.cn');
    await userEvent.click(screen.getByRole('button', { name: 'Make report' }));
    const dialog = await screen.findByRole('dialog');
    await userEvent.click(within(dialog).getByRole('checkbox', { name: 'PDF for print' }));
    await userEvent.click(
      within(dialog).getByRole('checkbox', { name: /^Replace addresses and subjects/ }),
    );
    await userEvent.click(within(dialog).getByRole('button', { name: 'Choose folder and write' }));
    await within(dialog).findByText('Report written to /home/user/audit');
    expect(bridge.calls.find(([name]) => name === 'auditReport')?.[1]).toMatchObject({
      formats: ['html', 'csv'],
      redact: true,
      language: 'en',
    });
    expect(await findings()).toEqual([]);
  });

  test('adds the raw notices, and says whose could not be fetched', async () => {
    const value = { folder: '/home/user/audit', files: ['audit.html'] };
    const withoutEvidence = ['sales1@example.cn', 'sales2@example.cn'];
    const { bridge } = await open({
      auditReport: () => Promise.resolve(ok({ ...value, withoutEvidence })),
    });
    await userEvent.click(screen.getByRole('button', { name: 'Make report' }));
    const evidence = await screen.findByRole('checkbox', {
      name: 'Add the raw notices as evidence',
    });
    await userEvent.click(evidence);
    await userEvent.click(await screen.findByRole('button', { name: 'Choose folder and write' }));
    expect(await screen.findByText(/^The raw notices of 2 accounts could not/)).toBeTruthy();
    expect(bridge.calls.find(([name]) => name === 'auditReport')?.[1]).toMatchObject({
      evidence: true,
    });
    await userEvent.click(screen.getByRole('checkbox', { name: /^Replace addresses/ }));
    expect((evidence as HTMLInputElement).disabled).toBe(true);
    expect((evidence as HTMLInputElement).checked).toBe(false);
  });

  test('a report that cannot be written says so', async () => {
    await open({ auditReport: () => Promise.resolve(failed('disk-full', '/home/user')) });
    await userEvent.click(screen.getByRole('button', { name: 'Make report' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Choose folder and write' }));
    expect(await screen.findByRole('alert')).toBeTruthy();
  });

  test('draws a page of many accounts', async () => {
    await open({ listAudit: () => Promise.resolve(ok(auditRows(1200, Date.now()))) });
    expect(addresses()).toHaveLength(100);
    await userEvent.click(screen.getByRole('button', { name: 'Later rows' }));
    expect(screen.getByText('101–200 of 1,200')).toBeTruthy();
  });

  test('opens an account', async () => {
    await open({ listAudit: () => Promise.resolve(ok(auditRows(1, Date.now()))) });
    await userEvent.click(screen.getByRole('button', { name: /^Open owner@/ }));
    await waitFor(() => {
      expect(screen.queryByRole('heading', { name: /^Audit/ })).toBeNull();
    });
  });
});
