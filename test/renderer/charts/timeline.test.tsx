import { MantineProvider } from '@mantine/core';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { I18nextProvider } from 'react-i18next';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Bucket } from '../../../app/api/contract.ts';
import { createText } from '../../../app/text/text.ts';
import { Timeline, type TimelineProps } from '../../../renderer/charts/timeline.tsx';
import { overview } from '../fake-bridge.ts';

const day = 86_400_000;
const start = new Date(2026, 2, 1).getTime();
const range = { from: start, to: start + 10 * day };

/** Ten days; rejections on the third and fourth. */
const buckets: readonly Bucket[] = Array.from({ length: 10 }, (_, index) => ({
  from: start + index * day,
  to: start + (index + 1) * day,
  transient: index === 2 ? 7 : 0,
  permanent: index === 2 || index === 3 ? 4 : 0,
  sent: index < 5 ? 10 + index : 0,
}));

const episode = {
  ...overview().episodes[0]!,
  startedAt: start + 2.4 * day,
  endedAt: start + 3.2 * day,
};

const onZoom = vi.fn<TimelineProps['onZoom']>();
const onBack = vi.fn();
const onReset = vi.fn();
const onEpisode = vi.fn();

beforeEach(() => {
  for (const each of [onZoom, onBack, onReset, onEpisode]) each.mockReset();
  // jsdom has no pointer capture; there is nothing to lose the pointer to either.
  Element.prototype.setPointerCapture = () => undefined;
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const element = (props: Partial<TimelineProps> = {}) => (
  <I18nextProvider i18n={createText('en')}>
    <MantineProvider>
      <Timeline
        buckets={buckets}
        size="day"
        range={range}
        episodes={[episode]}
        passwordChanges={[start + 7.5 * day]}
        onZoom={onZoom}
        onBack={onBack}
        onReset={onReset}
        onEpisode={onEpisode}
        {...props}
      />
    </MantineProvider>
  </I18nextProvider>
);
const show = (props: Partial<TimelineProps> = {}) => render(element(props));

/** Where nothing can be measured the chart is 800 px wide: 712 for ten bars, from the layer's own left edge. */
const middle = (index: number): number => index * 71.2 + 35.6;
const slider = () => screen.getByRole('slider');
const press = (x: number) =>
  fireEvent.pointerDown(slider(), { button: 0, clientX: x, pointerId: 1 });
const moveTo = (x: number) => fireEvent.pointerMove(slider(), { clientX: x, pointerId: 1 });
const release = (x: number) => fireEvent.pointerUp(slider(), { clientX: x, pointerId: 1 });
const key = (name: string, shiftKey = false) =>
  fireEvent.keyDown(slider(), { key: name, shiftKey });
const path = (series: string) =>
  document.querySelector(`[data-series="${series}"]`)?.getAttribute('d') ?? '';
const shapes = (series: string) => path(series).split('M').length - 1;

describe('what is drawn', () => {
  it('is two stacked series, one of them hatched, sent mail, an episode and a password change', () => {
    show();
    expect([shapes('transient'), shapes('permanent'), shapes('episode')]).toEqual([1, 2, 1]);
    expect(path('sent')).toMatch(/^M0 [\d.]+H71\.2L/);
    const permanent = document.querySelector('[data-series="permanent"]');
    expect(permanent?.getAttribute('fill')).toMatch(/^url\(#/);
    expect(document.querySelectorAll('g[data-series="password"]')).toHaveLength(1);
  });

  it('says so when nothing was read, or no rejection was observed', () => {
    show({ buckets: [] });
    expect(screen.getByText('Nothing was read for this time.')).toBeTruthy();
    cleanup();
    show({ buckets: buckets.slice(5) });
    expect(screen.getByText(/No throttle rejection was observed/)).toBeTruthy();
  });

  it('follows a new range at once, with the bars at hand and the same elements', () => {
    const { rerender } = show();
    const before = document.querySelector('[data-series="transient"]');
    rerender(element({ range: { from: start + 2 * day, to: start + 4 * day } }));
    expect(document.querySelector('[data-series="transient"]')).toBe(before);
    expect(path('transient')).toMatch(/^M158/);
  });
});

describe('the pointer', () => {
  it('zooms to the days dragged over, in either direction', () => {
    show();
    for (const [from, to] of [
      [2, 5],
      [5, 2],
    ] as const) {
      press(middle(from));
      moveTo(middle(to));
      release(middle(to));
      expect(onZoom).toHaveBeenLastCalledWith(
        { from: start + 2 * day, to: start + 6 * day },
        false,
      );
    }
  });

  it('ends at the edge when dragged beyond it', () => {
    show();
    press(middle(8));
    release(5000);
    expect(onZoom).toHaveBeenLastCalledWith({ from: start + 8 * day, to: start + 10 * day }, false);
  });

  it('does not zoom on a click, a right click or a drag given up with Escape', () => {
    show();
    press(middle(7));
    release(middle(7) + 2);
    fireEvent.pointerDown(slider(), { button: 2, clientX: middle(1), pointerId: 1 });
    release(middle(4));
    press(middle(2));
    moveTo(middle(5));
    key('Escape');
    release(middle(5));
    expect(onZoom).not.toHaveBeenCalled();
    expect(onBack).not.toHaveBeenCalled();
  });

  it('opens an episode on a click, unless it becomes a double click, which goes back', () => {
    vi.useFakeTimers();
    show();
    press(middle(2));
    release(middle(2));
    vi.advanceTimersByTime(1000);
    expect(onEpisode).toHaveBeenCalledExactlyOnceWith(episode);
    press(middle(2));
    release(middle(2));
    fireEvent.doubleClick(slider());
    vi.advanceTimersByTime(1000);
    expect(onEpisode).toHaveBeenCalledOnce();
    expect(onBack).toHaveBeenCalledOnce();
  });

  it('zooms with a pinch as one step, moves sideways, and leaves a plain wheel to the page', () => {
    show();
    const plain = fireEvent.wheel(slider(), { deltaY: 30 });
    expect(plain).toBe(true);
    expect(onZoom).not.toHaveBeenCalled();
    expect(fireEvent.wheel(slider(), { deltaY: -30, ctrlKey: true })).toBe(false);
    fireEvent.wheel(slider(), { deltaY: -30, ctrlKey: true });
    const [first, second] = onZoom.mock.calls;
    expect(first![0].to - first![0].from).toBeLessThan(10 * day);
    expect(second?.[1]).toBe(true);
    fireEvent.wheel(slider(), { deltaX: 40 });
    expect(onZoom.mock.lastCall![0].from).toBeGreaterThan(start);
  });

  it('shows the numbers under it, and hides them when it leaves', () => {
    const { container } = show();
    moveTo(middle(2));
    const tooltip = container.querySelector<HTMLElement>('.sw-chart-tooltip');
    expect(tooltip?.textContent).toMatch(/Mar.*2026.*Temporary7Permanent4Sent12In an episode/);
    moveTo(middle(7));
    expect(container.querySelector('.sw-chart-tooltip')?.textContent).toContain('Password changed');
    fireEvent.pointerLeave(slider());
    expect(container.querySelector('.sw-chart-tooltip')).toBeNull();
  });
});

describe('the keys', () => {
  const now = () => slider().getAttribute('aria-valuenow');

  it('move from bar to bar, and the window with them beyond its ends', () => {
    show();
    expect(now()).toBe('9');
    key('ArrowLeft');
    expect(now()).toBe('8');
    key('PageUp');
    expect(now()).toBe('1');
    key('Home');
    expect(onZoom).not.toHaveBeenCalled();
    key('ArrowLeft');
    expect(onZoom).toHaveBeenLastCalledWith(
      { from: start - 2.5 * day, to: start + 7.5 * day },
      true,
    );
  });

  it('speak the bar they come to', () => {
    show();
    key('Home');
    key('ArrowRight');
    key('ArrowRight');
    expect(slider().getAttribute('aria-valuetext')).toMatch(
      /2026, in an episode: 7 temporary, 4 permanent, 12 sent\.$/,
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
    expect(onZoom).toHaveBeenCalledExactlyOnceWith(
      { from: start + day, to: start + 4 * day },
      false,
    );
    expect(container.querySelector('[aria-live]')?.textContent).toBe('');
  });

  it('zoom with plus and minus, open an episode with Space, go back with Escape, reset with 0', () => {
    show();
    key('Home');
    key('ArrowRight');
    key('ArrowRight');
    key(' ');
    expect(onEpisode).toHaveBeenCalledExactlyOnceWith(episode);
    key('+');
    const near = onZoom.mock.lastCall![0];
    expect(near.to - near.from).toBe(5 * day);
    key('-');
    const far = onZoom.mock.lastCall![0];
    expect(far.to - far.from).toBe(20 * day);
    key('Escape');
    expect(onBack).toHaveBeenCalledOnce();
    key('0');
    expect(onReset).toHaveBeenCalledOnce();
  });

  it('zoom into one day, and no further than five minutes', () => {
    show();
    key('Home');
    key('Enter');
    expect(onZoom).toHaveBeenLastCalledWith({ from: start, to: start + day }, false);
    cleanup();
    const minute = 60_000;
    const short = { from: start, to: start + 5 * minute };
    show({
      size: 'minute',
      range: short,
      buckets: buckets.slice(0, 5).map((bucket, index) => ({
        ...bucket,
        from: start + index * minute,
        to: start + (index + 1) * minute,
      })),
    });
    onZoom.mockReset();
    key('Enter');
    const next = onZoom.mock.calls[0]?.[0];
    if (next !== undefined) expect(next.to - next.from).toBe(5 * minute);
  });
});
