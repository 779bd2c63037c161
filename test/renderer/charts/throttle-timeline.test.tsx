import { MantineProvider } from '@mantine/core';
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { I18nextProvider } from 'react-i18next';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Bucket, EpisodeRow } from '../../../app/api/contract.ts';
import { createText } from '../../../app/text/text.ts';
import { ThrottleTimeline } from '../../../renderer/charts/throttle-timeline.tsx';

const day = 86_400_000;
const start = new Date(2026, 2, 1).getTime();

/** Ten days; rejections on the third and fourth. */
const buckets: readonly Bucket[] = Array.from({ length: 10 }, (_, index) => ({
  from: start + index * day,
  to: start + (index + 1) * day,
  transient: index === 2 ? 7 : 0,
  permanent: index === 2 || index === 3 ? 4 : 0,
  sent: index < 5 ? 10 + index : 0,
}));

const episode: EpisodeRow = {
  startedAt: start + 2.4 * day,
  endedAt: start + 3.2 * day,
  notices: 12,
  failures: 15,
  transient: 7,
  permanent: 8,
  direction: 'own-account',
  connectionIps: ['198.51.100.24'],
};

const onZoom = vi.fn();
const onReset = vi.fn();

beforeEach(() => {
  onZoom.mockReset();
  onReset.mockReset();
  // jsdom has no pointer capture; there is nothing to lose the pointer to either.
  Element.prototype.setPointerCapture = () => undefined;
});
afterEach(cleanup);

interface Shown {
  readonly buckets?: readonly Bucket[];
  readonly bucketSize?: 'hour' | 'day';
  readonly language?: 'en' | 'zh-CN';
}

function show(shown: Shown = {}) {
  return render(
    <I18nextProvider i18n={createText(shown.language ?? 'en')}>
      <MantineProvider>
        <ThrottleTimeline
          buckets={shown.buckets ?? buckets}
          episodes={[episode]}
          bucketSize={shown.bucketSize ?? 'day'}
          onZoom={onZoom}
          onReset={onReset}
        />
      </MantineProvider>
    </I18nextProvider>,
  );
}

/** Where nothing can be measured the chart is 800 px wide: 720 for ten buckets, from the layer's own left edge. */
const middle = (index: number): number => index * 72 + 36;
const slider = () => screen.getByRole('slider');
const press = (x: number) =>
  fireEvent.pointerDown(slider(), { button: 0, clientX: x, pointerId: 1 });
const moveTo = (x: number) => fireEvent.pointerMove(slider(), { clientX: x, pointerId: 1 });
const release = (x: number) => fireEvent.pointerUp(slider(), { clientX: x, pointerId: 1 });
const key = (name: string, shiftKey = false) =>
  fireEvent.keyDown(slider(), { key: name, shiftKey });

describe('what is drawn', () => {
  it('stacks two series, one of them hatched, and draws sent mail and the episode', () => {
    const { container } = show();
    const bars = container.querySelectorAll('.recharts-bar');
    expect(bars).toHaveLength(2);
    const fills = [...container.querySelectorAll('.recharts-bar-rectangle path')].map((bar) =>
      bar.getAttribute('fill'),
    );
    expect(fills).toContain('var(--sw-amber)');
    expect(fills.some((fill) => fill?.startsWith('url(#'))).toBe(true);
    expect(container.querySelectorAll('.recharts-line-curve')).toHaveLength(1);
    expect(container.querySelectorAll('.recharts-reference-area')).toHaveLength(1);
    const pattern = container.querySelector('.recharts-wrapper pattern');
    expect(fills).toContain(`url(#${pattern?.id ?? ''})`);
  });

  it('draws nothing for a bucket without rejections', () => {
    const { container } = show();
    // Two days with permanent ones, one of them with transient ones.
    expect(container.querySelectorAll('.recharts-bar-rectangle path')).toHaveLength(3);
  });

  it('has a legend in words, in the language chosen', () => {
    show();
    expect(screen.getByText('Temporary rejections (4xx)')).toBeTruthy();
    cleanup();
    show({ language: 'zh-CN' });
    expect(screen.getByText('永久拒绝（5xx）')).toBeTruthy();
  });

  it('names the time zone', () => {
    show();
    const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
    expect(screen.getByText(new RegExp(`^Times in ${zone}`))).toBeTruthy();
  });

  it('says so when nothing was read, or no rejection was observed', () => {
    show({ buckets: [] });
    expect(screen.getByText('Nothing was read for this time.')).toBeTruthy();
    cleanup();
    show({ buckets: buckets.slice(5) });
    expect(screen.getByText(/No throttle rejection was observed/)).toBeTruthy();
  });

  it('adds no style or script element of its own, which a strict policy would refuse', () => {
    const { container } = show();
    expect(container.querySelector('.sw-chart')).not.toBeNull();
    expect(container.querySelectorAll('.sw-chart :is(style, script)')).toHaveLength(0);
  });
});

describe('the pointer', () => {
  it('zooms to the days dragged over, in either direction', () => {
    show();
    press(middle(2));
    moveTo(middle(5));
    release(middle(5));
    expect(onZoom).toHaveBeenLastCalledWith(start + 2 * day, start + 6 * day);
    press(middle(5));
    moveTo(middle(2));
    release(middle(2));
    expect(onZoom).toHaveBeenLastCalledWith(start + 2 * day, start + 6 * day);
  });

  it('ends at the edge when dragged beyond it', () => {
    show();
    press(middle(8));
    release(5000);
    expect(onZoom).toHaveBeenLastCalledWith(start + 8 * day, start + 10 * day);
  });

  it('does not zoom on a click, a right click or a drag given up with Escape', () => {
    show();
    press(middle(2));
    release(middle(2) + 2);
    fireEvent.pointerDown(slider(), { button: 2, clientX: middle(1), pointerId: 1 });
    release(middle(4));
    press(middle(2));
    moveTo(middle(5));
    key('Escape');
    release(middle(5));
    expect(onZoom).not.toHaveBeenCalled();
    expect(onReset).not.toHaveBeenCalled();
  });

  it('goes back on a double click', () => {
    show();
    fireEvent.doubleClick(slider());
    expect(onReset).toHaveBeenCalledOnce();
  });

  it('shows the numbers under it, and hides them when it leaves', () => {
    const { container } = show();
    moveTo(middle(2));
    const tooltip = container.querySelector<HTMLElement>('.sw-chart-tooltip');
    expect(tooltip?.textContent).toMatch(/Mar.*2026.*Temporary7Permanent4Sent12Episode/);
    fireEvent.pointerLeave(slider());
    expect(container.querySelector('.sw-chart-tooltip')).toBeNull();
  });
});

describe('the keys', () => {
  it('move from bucket to bucket and stop at the ends', () => {
    show();
    const now = () => slider().getAttribute('aria-valuenow');
    expect(now()).toBe('9');
    key('ArrowLeft');
    expect(now()).toBe('8');
    key('PageUp');
    expect(now()).toBe('1');
    key('Home');
    key('ArrowLeft');
    expect(now()).toBe('0');
    key('End');
    key('ArrowRight');
    expect(now()).toBe('9');
  });

  it('speak the bucket they come to', () => {
    show();
    key('Home');
    key('ArrowRight');
    key('ArrowRight');
    expect(slider().getAttribute('aria-valuetext')).toMatch(
      /2026, in an episode: 7 temporary, 4 permanent, 12 sent\.$/,
    );
    key('Home');
    expect(slider().getAttribute('aria-valuetext')).toMatch(
      /2026: 0 temporary, 0 permanent, 10 sent\.$/,
    );
  });

  it('select with Shift, say what is selected, and zoom with Enter', () => {
    const { container } = show();
    key('Home');
    key('ArrowRight');
    key('ArrowRight', true);
    key('ArrowRight', true);
    expect(container.querySelector('[aria-live]')?.textContent).toMatch(/^Selected: .* to .*Enter/);
    key('Enter');
    expect(onZoom).toHaveBeenCalledExactlyOnceWith(start + day, start + 4 * day);
    expect(container.querySelector('[aria-live]')?.textContent).toBe('');
  });

  it('zoom into one day, but not into one hour', () => {
    show();
    key('Home');
    key('Enter');
    expect(onZoom).toHaveBeenCalledExactlyOnceWith(start, start + day);
    cleanup();
    show({ bucketSize: 'hour' });
    key('Home');
    key('Enter');
    expect(onZoom).toHaveBeenCalledOnce();
  });

  it('go back with Escape', () => {
    show();
    key('Escape');
    expect(onReset).toHaveBeenCalledOnce();
  });
});

describe('the table', () => {
  it('holds the same numbers, newest first, without empty times', () => {
    show();
    fireEvent.click(screen.getByRole('button', { name: 'Show as table' }));
    expect(screen.queryByRole('slider')).toBeNull();
    const rows = within(screen.getByRole('table')).getAllByRole('row').slice(1);
    expect(rows).toHaveLength(5);
    const cells = rows.map((row) =>
      within(row)
        .getAllByRole('cell')
        .map(({ textContent }) => textContent),
    );
    expect(cells[1]).toEqual(['0', '4', '13', 'yes']);
    expect(cells[2]).toEqual(['7', '4', '12', 'yes']);
    expect(cells[4]).toEqual(['0', '0', '10', '']);
    fireEvent.click(screen.getByRole('button', { name: 'Show as chart' }));
    expect(slider()).toBeTruthy();
  });
});
