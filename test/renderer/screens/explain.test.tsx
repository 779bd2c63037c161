import { act, cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, test } from 'vitest';
import type { Bridge, Explanation } from '../../../app/api/contract.ts';
import { failed, ok } from '../../../app/result.ts';
import { explanation } from '../fake-bridge.ts';
import { findings, show } from '../show.tsx';

afterEach(cleanup);

async function open(override: Partial<Bridge> = {}) {
  const shown = show(override);
  await userEvent.click(await screen.findByRole('button', { name: 'Explain' }));
  await screen.findByRole('heading', { name: 'Explain an error' });
  return shown;
}
const explaining = (change: Partial<Explanation>) =>
  open({ explainText: () => Promise.resolve(ok(explanation(change))) });
const field = () => screen.getByRole('textbox', { name: 'Error text or log' });
async function paste(text = '454 Transient reject by behaviour spam') {
  await userEvent.click(field());
  await userEvent.paste(text);
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
}
const verdict = async () =>
  (await screen.findByRole('heading', { level: 2, name: /\.$/ })).textContent;

describe('a verdict', () => {
  test('is the sentence, the action and the wait of the overview, with the deciding line', async () => {
    await explaining({});
    await paste();
    expect(await verdict()).toContain('2 of 2 rejections are for sending too frequently');
    expect(screen.getByText(/^Pause, and try again from/)).toBeTruthy();
    expect(screen.getByRole('timer').textContent).toMatch(/^3[01]:/);
    expect(document.querySelectorAll('.sw-deciding mark').length).toBeGreaterThan(3);
    expect(await findings()).toEqual([]);
  });

  test.each<[string, Partial<Explanation>]>([
    ['No rejection was found in 3 messages.', { messages: 3, bounces: 0, throttled: 0 }],
    ['No rejection was found.', { messages: 0, bounces: 0, throttled: 0 }],
    ['Not throttled: all 2 rejections have other reasons.', { throttled: 0 }],
    [
      'It was throttled, and the time to wait has passed.',
      { advice: { action: 'none', retryAt: 1, reason: 'over', alsoDo: [] } },
    ],
  ])('%s', async (sentence, change) => {
    await explaining(change);
    await paste();
    expect(await verdict()).toBe(sentence);
  });

  test('is still there when one comes back, with the text', async () => {
    await explaining({});
    await paste('554 Reject');
    await verdict();
    await userEvent.click(screen.getByRole('button', { name: 'Overview' }));
    await userEvent.click(screen.getByRole('button', { name: 'Explain' }));
    expect(await verdict()).toContain('Throttled');
    expect((field() as HTMLTextAreaElement).value).toBe('554 Reject');
  });

  test('that could not be given says why', async () => {
    await open({ explainText: () => Promise.resolve(failed('internal')) });
    await paste();
    expect(await screen.findByRole('alert')).toBeTruthy();
  });

  test('is not asked for a text that belongs in a file', async () => {
    const { bridge } = await open();
    fireEvent.change(field(), { target: { value: 'x'.repeat(400_001) } });
    expect(screen.getByText(/is too much to paste/)).toBeTruthy();
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    expect(bridge.calls.some(([name]) => name === 'explainText')).toBe(false);
  });
});

describe('files', () => {
  const drag = (type: string, files: readonly File[]) => {
    const event = new Event(type, { bubbles: true, cancelable: true });
    Object.assign(event, { dataTransfer: { types: ['Files'], files, dropEffect: 'none' } });
    act(() => {
      window.dispatchEvent(event);
    });
    return event;
  };

  test('dropped anywhere are explained, and the window never goes to them', async () => {
    const { bridge } = show();
    await screen.findByRole('slider');
    const file = new File(['454'], 'smtp.log');
    expect(drag('dragover', [file]).defaultPrevented).toBe(true);
    expect(await screen.findByText('Drop to explain')).toBeTruthy();
    expect(drag('drop', [file]).defaultPrevented).toBe(true);
    expect(await verdict()).toContain('Throttled');
    expect(bridge.calls).toContainEqual(['explainFiles', { paths: ['/home/user/smtp.log'] }]);
    expect(screen.queryByText('Drop to explain')).toBeNull();
  });

  test('are added to the account they are meant for, once, with the result', async () => {
    const { bridge } = await open();
    await userEvent.click(screen.getByRole('button', { name: 'Choose a folder' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Add' }));
    expect(await screen.findByText(/^12 notices were added, 9 throttled/)).toBeTruthy();
    expect(bridge.calls).toContainEqual([
      'importFiles',
      { accountId: 1, paths: ['/home/user/mail'] },
    ]);
    expect(screen.queryByRole('button', { name: 'Add' })).toBeNull();
    const before = bridge.calls.filter(([name]) => name === 'overview').length;
    await userEvent.click(screen.getByRole('button', { name: 'Overview' }));
    await waitFor(() => {
      expect(bridge.calls.filter(([name]) => name === 'overview').length).toBeGreaterThan(before);
    });
  });

  test('that are damaged are named beside what could be read', async () => {
    await open({
      explainFiles: () =>
        Promise.resolve(
          ok(explanation({ problems: [failed('file-unreadable', 'damaged.eml').problem] })),
        ),
    });
    await userEvent.click(screen.getByRole('button', { name: 'Choose files' }));
    expect((await screen.findByRole('alert')).textContent).toContain('damaged.eml');
    expect(await verdict()).toContain('Throttled');
  });

  test('none chosen asks nothing', async () => {
    const { bridge } = await open({ chooseMailFiles: () => Promise.resolve([]) });
    await userEvent.click(screen.getByRole('button', { name: 'Choose files' }));
    expect(bridge.calls.some(([name]) => name === 'explainFiles')).toBe(false);
  });
});
