import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { changed, defaultSettings, type SettingsChange } from '../../../../app/api/contract.ts';
import { ok } from '../../../../app/result.ts';
import type { LoginItem } from '../../../../app/shell/login/login-item.ts';
import { loginSetting } from '../../../../app/shell/login/login-setting.ts';

/** Settings and a system, as they follow each other. */
function world(item: LoginItem | null, startAtLogin = false) {
  const said: string[] = [];
  let current = { ...defaultSettings, startAtLogin };
  let apply: (settings: typeof current) => void = () => undefined;
  const settings = {
    get current() {
      return current;
    },
    change(change: SettingsChange) {
      current = changed(current, change);
      apply(current);
      return ok(current);
    },
  };
  apply = loginSetting(item, settings, (why) => said.push(why));
  return { settings, said };
}

const fakeItem = (on: boolean, works = true) => {
  const item = {
    on,
    isOn: () => item.on,
    refresh: vi.fn(),
    set: vi.fn((wanted: boolean) => {
      if (works) item.on = wanted;
      return works;
    }),
  };
  return item;
};

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe('start at login', () => {
  it('is written to the system when it is changed here, and only then', () => {
    const item = fakeItem(false);
    const { settings } = world(item);
    settings.change({ closeToTray: true });
    expect(item.set).not.toHaveBeenCalled();
    settings.change({ startAtLogin: true });
    settings.change({ startAtLogin: true, notify: false });
    expect(item.set.mock.calls).toEqual([[true]]);
    settings.change({ startAtLogin: false });
    expect(item.on).toBe(false);
  });

  it('follows at the start what a person changed in the system', () => {
    const removed = fakeItem(false);
    expect(world(removed, true).settings.current.startAtLogin).toBe(false);
    expect(removed.set).not.toHaveBeenCalled();
    expect(removed.refresh).toHaveBeenCalled();
    expect(world(fakeItem(true), false).settings.current.startAtLogin).toBe(true);
  });

  it.each([
    ['checkout', null],
    ['failed', fakeItem(false, false)],
  ] as const)('says that it is not so: %s', (why, item) => {
    const { settings, said } = world(item);
    settings.change({ startAtLogin: true });
    vi.runAllTimers();
    expect([settings.current.startAtLogin, said]).toEqual([false, [why]]);
    settings.change({ startAtLogin: true });
    vi.runAllTimers();
    expect(said).toEqual([why, why]);
  });
});
