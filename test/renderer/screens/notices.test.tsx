import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, test } from 'vitest';
import type { Bridge } from '../../../app/api/contract.ts';
import { ok } from '../../../app/result.ts';
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
