import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, test } from 'vitest';
import type { Bridge, Licence } from '../../../app/api/contract.ts';
import { createText } from '../../../app/text/text.ts';
import { termNames, topics } from '../../../renderer/screens/help/topics.ts';
import { findings, show } from '../show.tsx';

afterEach(cleanup);

async function open(override: Partial<Bridge> = {}, language: 'en' | 'zh-CN' = 'en') {
  const shown = show(override, language);
  const help = createText(language).t('nav.help');
  await userEvent.click(await screen.findByRole('button', { name: help }));
  await screen.findByRole('heading', { level: 1, name: help });
  return shown;
}

describe('help', () => {
  test.each(['en', 'zh-CN'] as const)('answers and explains every word, %s', async (language) => {
    await open({}, language);
    const { t } = createText(language);
    for (const topic of topics)
      expect(
        screen.getByRole('heading', { level: 2, name: t(`help.topic.${topic}.title`) }),
      ).toBeTruthy();
    expect(document.querySelectorAll('.sw-glossary dt')).toHaveLength(termNames.length);
    expect(screen.getByText('/home/user/.local/share/sendwell')).toBeTruthy();
    expect(await findings()).toEqual([]);
  });

  test('is searched, and says when nothing fits', async () => {
    await open();
    const field = screen.getByRole('searchbox', { name: 'Search in Help' });
    await userEvent.type(field, 'LOCKED');
    expect(screen.getByRole('heading', { name: 'How not to be locked out' })).toBeTruthy();
    expect(screen.queryByRole('heading', { name: 'Where the data lies' })).toBeNull();
    await userEvent.clear(field);
    await userEvent.type(field, 'zzz');
    await userEvent.click(screen.getByRole('button', { name: 'Show all of Help' }));
    expect(screen.getByRole('heading', { name: 'Where the data lies' })).toBeTruthy();
  });

  test('leads to where one can act', async () => {
    const { bridge } = await open();
    const support = screen.getByRole('region', { name: 'How to get support from Alibaba' });
    await userEvent.click(within(support).getByRole('button'));
    expect(bridge.calls.find(([name]) => name === 'openLink')?.[1]).toEqual({
      link: 'alibaba-help',
      accountId: 1,
    });
    await userEvent.click(screen.getByRole('button', { name: 'Go to Explain' }));
    expect(await screen.findByRole('heading', { name: 'Explain an error' })).toBeTruthy();
  });
});

describe('about', () => {
  test('names the versions and shows the log', async () => {
    const { bridge } = await open();
    const about = screen.getByRole('region', { name: 'About Sendwell' });
    expect(about.textContent).toContain('45.4.1');
    await userEvent.click(within(about).getByRole('button', { name: 'Show the log’s folder' }));
    expect(bridge.calls.some(([name]) => name === 'showLog')).toBe(true);
  });

  test('shows what will be copied before it is', async () => {
    const user = userEvent.setup();
    await open();
    await user.click(screen.getByRole('button', { name: 'Show diagnostics' }));
    const dialog = await screen.findByRole('dialog', { name: 'Diagnostics' });
    const text = await within(dialog).findByText(/last problems/);
    expect(await findings()).toEqual([]);
    await user.click(within(dialog).getByRole('button', { name: 'Copy diagnostics' }));
    expect(await navigator.clipboard.readText()).toBe(text.textContent);
  });

  test('asks for a long list of licences on demand, and draws a text only while it is open', async () => {
    const many = Array.from({ length: 400 }, (_, at): Licence => {
      return {
        name: `part-${String(at)}`,
        version: '1.0.0',
        licence: 'MIT',
        text: `Words ${String(at)}`,
      };
    });
    const { bridge } = await open({ licences: () => Promise.resolve(many) });
    expect(bridge.calls.some(([name]) => name === 'licences')).toBe(false);
    await userEvent.click(screen.getByRole('button', { name: 'Show the licences of parts' }));
    await userEvent.click(await screen.findByText('part-17'));
    expect(screen.getByText('Words 17')).toBeTruthy();
    expect(document.querySelectorAll('.sw-licence-text')).toHaveLength(1);
  });
});

test('a hard word has a tip with the glossary’s text, by keyboard too', async () => {
  show({ listAccounts: () => Promise.resolve([]) });
  await userEvent.click(await screen.findByRole('button', { name: 'Help' }));
  await userEvent.click(await screen.findByRole('button', { name: 'Explain' }));
  const sign = await screen.findByRole('button', { name: /^What does “throttled/ });
  sign.focus();
  await userEvent.keyboard('{Enter}');
  const tip = await screen.findByRole('dialog');
  expect(tip.textContent).toContain(createText('en').t('glossary.throttled.text'));
  await waitFor(() => {
    expect(tip.contains(document.activeElement)).toBe(true);
  });
  expect(await findings()).toEqual([]);
  await userEvent.keyboard('{Escape}');
  await waitFor(() => {
    expect(screen.queryByRole('dialog')).toBeNull();
  });
  expect(document.activeElement).toBe(sign);
});
