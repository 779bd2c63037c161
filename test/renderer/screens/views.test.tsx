import { notifications } from '@mantine/notifications';
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, test } from 'vitest';
import { failed, ok } from '../../../app/result.ts';
import { overview } from '../fake-bridge.ts';
import { findings, show } from '../show.tsx';

afterEach(() => {
  cleanup();
  notifications.clean();
});

/** By its words: asking for roles walks every cell of the heat map, which takes seconds here. */
const button = async (text: string | RegExp, nth = 0) =>
  (await screen.findAllByText(text))[nth]!.closest('button')!;

type Calls = readonly (readonly [string, unknown])[];
const asked = (calls: Calls, name: string) =>
  calls.filter(([each]) => each === name).map(([, question]) => question);
const scope = () => screen.getByLabelText('What the views show');

describe('the filters of all views', () => {
  test('a bar narrows the charts and the notices, and is there when one comes back', async () => {
    const { bridge } = show();
    await userEvent.click(await button('203.0.113.9'));
    await waitFor(() => {
      expect(asked(bridge.calls, 'chart').at(-1)).toMatchObject({
        filter: { connectionIp: '203.0.113.9' },
      });
    });
    await userEvent.click(await button('Notices'));
    await waitFor(() => {
      expect(asked(bridge.calls, 'listNotices').at(-1)).toMatchObject({
        filter: { connectionIp: '203.0.113.9' },
      });
    });
    await userEvent.click(await button('Overview'));
    await userEvent.click(await screen.findByLabelText('Remove: Connecting IP: 203.0.113.9'));
    expect(within(scope()).getByText('All rejections, whole time')).toBeTruthy();
  });

  test('a name that is not known is a filter of its own', async () => {
    const { bridge } = show();
    await userEvent.click(await button('not known'));
    await waitFor(() => {
      expect(asked(bridge.calls, 'chart').at(-1)).toMatchObject({ filter: { connectionIp: '' } });
    });
    expect(screen.getByText('Connecting IP: not known')).toBeTruthy();
  });

  test('a span of time, one step back, and everything again', async () => {
    const { bridge } = show();
    await screen.findByRole('slider');
    await userEvent.click(within(scope()).getByRole('radio', { name: '7 d' }));
    await userEvent.click(within(scope()).getByRole('radio', { name: '24 h' }));
    expect(within(scope()).getByText('Last 24 hours')).toBeTruthy();
    await userEvent.click(within(scope()).getByRole('button', { name: 'One step back' }));
    expect(within(scope()).getByText('Last 7 days')).toBeTruthy();
    await waitFor(() => {
      const { filter } = asked(bridge.calls, 'chart').at(-1) as {
        filter: { from: number; to: number };
      };
      expect(filter.to - filter.from).toBe(7 * 86_400_000);
    });
    await userEvent.click(within(scope()).getByRole('radio', { name: 'All' }));
    expect(within(scope()).getByText('All rejections, whole time')).toBeTruthy();
  });
});

describe('below the first screen', () => {
  test('causes stand by likelihood, and a sentence leads to what it rests on', async () => {
    show();
    const why = await screen.findByLabelText('Why');
    const names = [...why.querySelectorAll('.sw-why-name')].map(({ textContent }) => textContent);
    expect(names[0]).toBe('Sending pace');
    await userEvent.click(within(why).getByText(/212 messages stood in Sent/));
    expect(document.activeElement?.id).toBe('pace');
  });

  test('an episode opens with its pace beside the highest observed, its lines and a copy', async () => {
    const user = userEvent.setup();
    show();
    await user.click(await button('Open the episode of'));
    const drawer = (await screen.findByText(/^Episode of /)).closest<HTMLElement>('[role=dialog]')!;
    expect(await within(drawer).findByText('14 mails, 22 recipients')).toBeTruthy();
    expect(within(drawer).getByText('9 mails, 12 recipients')).toBeTruthy();
    expect(within(drawer).getAllByText(/too frequently sending/).length).toBeGreaterThan(5);
    expect(await findings(drawer)).toEqual([]);
    await user.click(within(drawer).getByText('Copy for support'));
    expect(await navigator.clipboard.readText()).toContain('Throttle episode');
  });

  test('the gap of episodes is asked with, and remembered', async () => {
    const { bridge } = show();
    const gap = await screen.findByLabelText('Rejections of one episode lie at most');
    await userEvent.clear(gap);
    await userEvent.type(gap, '15');
    await waitFor(() => {
      expect(asked(bridge.calls, 'overview').at(-1)).toMatchObject({ gapMinutes: 15 });
    });
    expect(asked(bridge.calls, 'changeSettings').at(-1)).toEqual({ gapMinutes: 15 });
  });

  test('a plan spreads from what was observed, and says so', async () => {
    show();
    expect(await screen.findByText(/^Spread over .+: one every/)).toBeTruthy();
    expect(screen.getByText(/Alibaba’s limits are not known/)).toBeTruthy();
    const messages = screen.getByLabelText('Messages to send');
    await userEvent.clear(messages);
    await userEvent.type(messages, '5');
    expect(await screen.findByText(/So many went through at once/)).toBeTruthy();
  });

  test('no pace without a Sent folder', async () => {
    show({ overview: () => Promise.resolve(ok(overview({ pace: null }))) });
    expect(await screen.findByText(/No Sent folder was read/)).toBeTruthy();
    expect(screen.queryByText('Pace planner')).toBeNull();
  });

  test('every chart has its table', async () => {
    show();
    await screen.findByLabelText('Where');
    for (const name of [
      'Throttle rejections over time',
      'Connecting IP',
      'Recipient domain',
      'Program',
      'When',
    ]) {
      const chart = screen.getByLabelText(`Show as table: ${name}`).closest('section')!;
      fireEvent.click(screen.getByLabelText(`Show as table: ${name}`));
      expect(chart.querySelectorAll('table tbody tr').length).toBeGreaterThan(2);
      expect(await findings(chart)).toEqual([]);
    }
  });

  test('the heat map is walked with the arrow keys and speaks its numbers', async () => {
    show();
    await screen.findByLabelText('Where');
    document.querySelector<HTMLElement>('[data-place="0:0"]')?.focus();
    await userEvent.keyboard('{ArrowDown}{ArrowRight}');
    expect(document.activeElement?.getAttribute('aria-label')).toMatch(
      /^Tue, 01:00 to 02:00: \d+ rejection/,
    );
    await userEvent.keyboard('{End}');
    expect(document.activeElement?.getAttribute('aria-label')).toMatch(/^Tue, 23:00 to 24:00/);
  });

  test('a table is saved with a name, and a failure is said', async () => {
    const { bridge } = show({
      saveExport: () => Promise.resolve(failed('file-unwritable', 'When.csv')),
    });
    await userEvent.click(await screen.findByLabelText('Save: When'));
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Table (CSV)' }));
    expect((await screen.findByRole('alert')).textContent).toContain('could not be saved');
    expect(asked(bridge.calls, 'saveExport').at(-1)).toMatchObject({ name: 'When', kind: 'csv' });
  });

  test('charts that cannot be read say why, and the headline stays', async () => {
    show({ chart: () => Promise.resolve(failed('store-locked')) });
    expect((await screen.findByRole('alert')).textContent).toContain('in use by another program');
    expect(screen.getByText(/^Sending is limited since/)).toBeTruthy();
  });
});
