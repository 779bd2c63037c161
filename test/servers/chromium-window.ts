import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import {
  changed,
  channels,
  defaultSettings,
  type Channel,
  type EventBody,
  type EventName,
} from '../../app/api/contract.ts';
import { admit } from '../../app/api/gate.ts';
import { allHandlers } from '../../app/api/handlers/all.ts';
import { startSampleOnce } from '../../app/api/handlers/scan.ts';
import { scanRunner } from '../../app/api/scan-runner.ts';
import { ok } from '../../app/result.ts';
import { isOwnPage, startPage } from '../../app/shell/page/page-files.ts';
import { pageResponse } from '../../app/shell/page/page-response.ts';
import { databaseFile, sampleDatabaseFile } from '../../app/store/data-folder.ts';
import { openStore } from '../../app/store/store.ts';
import { createText, type Language } from '../../app/text/text.ts';
import { dist } from '../../app/toolchain/paths.ts';
import { testContext } from '../app/api/context.ts';

/**
 * The built window in this system's Chromium, which is newer than the Electron that tests may fall back to: the
 * same pages with the same headers, the built preload, the same gate and the same handlers. What stands for
 * Electron is little: an https address in place of the scheme, and a binding of the debugger in place of IPC.
 */
export interface ChromiumWindow {
  readonly page: Page;
  readonly complaints: readonly string[];
  close(): Promise<void>;
}

const outside = 'https://sendwell.example';

/** Debian's, Ubuntu's and others' names; the first that is there is used. */
export const chromiumExecutables = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
];

let browser: Promise<Browser> | undefined;
const launch = (executablePath: string): Promise<Browser> =>
  (browser ??= chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  }));

export async function closeChromium(): Promise<void> {
  await (await browser)?.close();
  browser = undefined;
}

export async function openInChromium(options: {
  readonly executablePath: string;
  readonly data: string;
  readonly sample?: boolean;
  readonly language?: Language;
  readonly complaints?: string[];
}): Promise<ChromiumWindow> {
  const { data, sample = false, complaints = [] } = options;
  const store = await openStore(sample ? sampleDatabaseFile(data) : databaseFile(data));
  const text = createText(options.language ?? 'en');
  const page = await (
    await launch(options.executablePath)
  ).newPage({ viewport: { width: 1280, height: 800 } });
  const tell = <E extends EventName>(name: E, body: EventBody<E>): void => {
    void page
      .evaluate(([event, told]) => window.hear?.(event, told), [name, body] as const)
      .catch(() => undefined);
  };
  const context = await testContext({
    ...{ store, text },
    clock: () => new Date(),
    scans: scanRunner(
      (status) => tell('scan:progress', status),
      (error) => complaints.push(String(error)),
    ),
    settings: {
      current: defaultSettings,
      trouble: null,
      change(change) {
        if (change.language) {
          void text.changeLanguage(change.language);
          tell('language:changed', change.language);
        }
        return ok(changed(defaultSettings, change));
      },
    },
  });
  const handlers = allHandlers(context);
  if (sample) await startSampleOnce(context);

  page.setDefaultTimeout(30_000);
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  await page.route('**/*', async (route) => {
    const url = new URL(route.request().url());
    if (url.origin !== outside) {
      await route.abort();
      return;
    }
    const response = await pageResponse(
      join(dist, 'window'),
      route.request().method(),
      inside(url),
    );
    await route.fulfill({
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: Buffer.from(await response.arrayBuffer()),
    });
  });
  await page.exposeBinding('ask', ({ frame }, channel: string, given: unknown) => {
    if (!Object.hasOwn(channels, channel)) throw new Error('refused');
    const name = channel as Channel;
    const rules = { isKnownWindow: () => true, isOwnPage };
    const senderFrame = { url: inside(new URL(frame.url())), parent: frame.parentFrame() };
    // The debugger knows no undefined: a question without an argument arrives as null.
    const argument = given === null ? [] : [given];
    const admitted = admit(rules, { sender: { id: 1 }, senderFrame }, name, argument);
    if (!admitted.ok) throw new Error('refused');
    return (handlers[name] as (argument: unknown) => unknown)(admitted.argument);
  });
  await page.addInitScript(preload());
  await page.goto(startPage.replace('sendwell://app', outside));
  return {
    page,
    complaints,
    async close() {
      await context.scans.cancelAll();
      await page.close();
      if (store.ok) store.value.close();
    },
  };
}

/** Our page's address as main would see it. */
const inside = (url: URL): string =>
  `sendwell://app${url.origin === outside ? url.pathname : '/foreign'}`;

declare global {
  interface Window {
    hear?: (event: string, body: unknown) => void;
  }
}

/** The built preload, given what Electron would give it: the contract is whatever that file says it is. */
function preload(): string {
  const built = readFileSync(join(dist, 'preload.cjs'), 'utf8');
  return `(() => {
    const listeners = new Map();
    window.hear = (name, body) => { for (const each of listeners.get(name) ?? []) each({}, body); };
    const ask = window.ask;
    const electron = {
      contextBridge: { exposeInMainWorld: (name, api) => Object.defineProperty(window, name, { value: api }) },
      ipcRenderer: {
        invoke: (channel, argument) => ask(channel, argument ?? null),
        on: (name, listener) => listeners.set(name, [...(listeners.get(name) ?? []), listener]),
        removeListener: (name, listener) =>
          listeners.set(name, (listeners.get(name) ?? []).filter((each) => each !== listener)),
      },
    };
    ((require, module, exports, location) => { ${built}
    })(() => electron, {}, {}, { protocol: 'sendwell:', host: 'app' });
  })();`;
}
