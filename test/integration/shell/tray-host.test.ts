import { afterEach, expect, it } from 'vitest';
import { hasTrayHost } from '../../../app/shell/tray/tray-host.ts';
import { startTrayPanel, type TrayPanel } from '../../servers/tray-panel.ts';

const uid = process.getuid?.() ?? 0;
let panel: TrayPanel | null = null;
afterEach(() => panel?.stop());

it('finds the panel on a real bus', async () => {
  panel = await startTrayPanel();
  expect(await hasTrayHost(panel.env, uid)).toBe(true);
});

it('finds none on a bus without one', async () => {
  panel = await startTrayPanel({ panel: false });
  expect(await hasTrayHost(panel.env, uid)).toBe(false);
});

it('finds none once the panel has gone', async () => {
  panel = await startTrayPanel();
  const { env } = panel;
  await panel.stop();
  panel = null;
  expect(await hasTrayHost(env, uid)).toBe(false);
});
