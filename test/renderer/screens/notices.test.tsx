import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, test } from 'vitest';
import type { Bridge } from '../../../app/api/contract.ts';
import { failed, ok } from '../../../app/result.ts';
import { notice, noticeRows } from '../fake-bridge.ts';
import { findings, show } from '../show.tsx';

afterEach(cleanup);

async function open(override: Partial<Bridge> = {}) {
  const shown = show(override);
  await userEvent.click(await screen.findByRole('button', { name: 'Notices' }));
  return shown;
}
const questions = (calls: readonly (readonly [string, unknown])[]) =>
  calls.filter(([name]) => name === 'listNotices').map(([, question]) => question);

describe('notices', () => {
  test('a row opens a drawer with the deciding line marked and every field', async () => {
    await open();
    await userEvent.click(await screen.findByRole('button', { name: /user0@example.org/ }));
    const drawer = await screen.findByRole('dialog');
    await within(drawer).findByText('The deciding line');
    const marked = [...drawer.querySelectorAll('mark')].map((each) => each.textContent);
    expect(marked).toEqual([
      '454',
      'reject by behaviour spam',
      'ANTISPAM_BAT',
      'too frequently sending',
    ]);
    for (const field of [
      'Reply code',
      'Enhanced status',
      'Answering server',
      'Phrase',
      'Stage',
      'Tag',
      'Node',
      'Reporting server',
      'Message-ID',
      'Program',
    ]) {
      expect(within(drawer).getByText(field)).toBeTruthy();
    }
    expect(within(drawer).getByText(/^Certain: both signs/)).toBeTruthy();
    expect(await findings()).toEqual([]);
  });

  test('copies the notice for support in words', async () => {
    const user = userEvent.setup();
    await open();
    await user.click(await screen.findByRole('button', { name: /user0@example.org/ }));
    await user.click(await screen.findByRole('button', { name: 'Copy for support' }));
    const copied = await navigator.clipboard.readText();
    expect(copied).toContain('Connecting IP: 203.0.113.9');
    expect(copied).toContain('too frequently sendingCONTINUE');
  });

  test('saves one as a mail file, or says in place why not', async () => {
    const answers = [
      ok('2026-03-02 user@example.org.eml'),
      failed('password-needed', 'owner@example.com'),
    ];
    const { bridge } = await open({
      saveNotice: () => Promise.resolve(answers.shift() ?? failed('internal')),
    });
    await userEvent.click(await screen.findByRole('button', { name: /user0@example.org/ }));
    const save = await screen.findByRole('button', { name: 'Save as .eml' });
    await userEvent.click(save);
    expect(bridge.calls).toContainEqual(['saveNotice', { noticeId: 1 }]);
    expect(await screen.findByText(/Saved as .*\.eml/)).toBeTruthy();
    await userEvent.click(save);
    expect((await screen.findByRole('alert')).textContent).toContain(
      'The password of owner@example.com is needed.',
    );
  });

  test('offers no mail file of what came from a file or is gone', async () => {
    await open({
      getNotice: () => Promise.resolve(ok(notice({ importedFrom: 'smtp.log:12' }))),
    });
    await userEvent.click(await screen.findByRole('button', { name: /user0@example.org/ }));
    await screen.findByRole('button', { name: 'Copy for support' });
    expect(screen.queryByRole('button', { name: 'Save as .eml' })).toBeNull();
  });

  test('saves all that fit as a table, page by page, with formulas defused', async () => {
    const rows = noticeRows(1203).map((row) => ({ ...row, subject: '=cmd()' }));
    const { bridge } = await open({
      listNotices: ({ offset, limit }) =>
        Promise.resolve(
          ok({
            total: rows.length,
            rows: rows.slice(offset, offset + (limit === 500 ? limit : 24)),
          }),
        ),
    });
    await userEvent.click(await screen.findByRole('button', { name: /^Save these notices/ }));
    await screen.findByText('Saved as “Notices.csv”.');
    const [, saved] = bridge.calls.find(([name]) => name === 'saveExport') ?? [];
    const lines = new TextDecoder().decode((saved as { bytes: Uint8Array }).bytes).split('\r\n');
    expect(lines).toHaveLength(1 + 1203 + 1);
    expect(lines[1]).toContain("'=cmd()");
    expect(lines[1]).toMatch(/^\d{4}-\d\d-\d\dT/);
  });

  test('are narrowed to the limited side, in words', async () => {
    const { bridge } = await open();
    await userEvent.click(await screen.findByRole('combobox', { name: 'Limited side' }));
    await userEvent.click(await screen.findByRole('option', { name: 'This account was limited' }));
    await waitFor(() => {
      expect(questions(bridge.calls).at(-1)).toMatchObject({
        filter: { direction: 'own-account' },
      });
    });
    expect(screen.getByRole('button', { name: 'Remove: This account was limited' })).toBeTruthy();
  });

  test('pages, sorts and filters by asking main', async () => {
    const { bridge } = await open();
    expect(await screen.findByText('1–100 of 251')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Later rows' }));
    expect(await screen.findByText('101–200 of 251')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Code' }));
    await waitFor(() => {
      expect(questions(bridge.calls).at(-1)).toMatchObject({ sort: 'replyCode', offset: 0 });
    });
    await userEvent.type(screen.getByRole('searchbox'), 'user7');
    await waitFor(() => {
      expect(questions(bridge.calls).at(-1)).toMatchObject({ filter: { text: 'user7' } });
    });
    expect(await findings()).toEqual([]);
  });

  test('an empty list says why; an empty filter offers the way out', async () => {
    await open({ listNotices: () => Promise.resolve(ok({ total: 0, rows: [] })) });
    expect(await screen.findByText('No bounce notice was found.')).toBeTruthy();
    await userEvent.type(screen.getByRole('searchbox'), 'x');
    await screen.findByText('No notice fits these filters.');
    expect(screen.getAllByRole('button', { name: 'Clear filters' }).length).toBeGreaterThan(0);
  });
});
