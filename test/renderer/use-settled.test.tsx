import { act, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { useSettled } from '../../renderer/use-settled.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const pass = (ms: number) => {
  act(() => {
    vi.advanceTimersByTime(ms);
  });
};

it('follows one change at once, and many only when they have ended', () => {
  const { result, rerender } = renderHook(({ value }) => useSettled(value, 200), {
    initialProps: { value: 0 },
  });
  pass(500);
  rerender({ value: 1 });
  pass(0);
  expect(result.current).toBe(1);
  for (let value = 2; value < 30; value += 1) {
    rerender({ value });
    pass(16);
    expect(result.current).toBe(1);
  }
  pass(200);
  expect(result.current).toBe(29);
});
