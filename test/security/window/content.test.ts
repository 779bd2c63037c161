import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, temporaryData, type StartedApp } from '../../e2e/app.ts';
import { welcomeShown } from '../../e2e/screens.ts';

const data = temporaryData();
let started: StartedApp;
let server: Server;
let asked = 0;
let outside = '';

beforeAll(async () => {
  server = createServer((_request, response) => {
    asked += 1;
    response.setHeader('access-control-allow-origin', '*').end('1');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  outside = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  started = await startApp({ data: data.folder });
  await welcomeShown(started.page);
});
afterAll(async () => {
  await started.close();
  server.close();
  data.remove();
});

describe('content that slipped into the page', () => {
  it('runs as no inline script, no handler and no javascript: link', async () => {
    const ran = await started.page.evaluate(async () => {
      const host = document.createElement('div');
      host.innerHTML =
        '<img src="data:," onerror="window.attacked=1"><a href="javascript:window.attacked=2">x</a>';
      const script = document.createElement('script');
      script.textContent = 'window.attacked=3';
      host.append(script);
      document.body.append(host);
      host.querySelector('a')?.click();
      await new Promise((resolve) => setTimeout(resolve, 300));
      return 'attacked' in window;
    });
    expect(ran).toBe(false);
  });

  it('loads no script from anywhere else', async () => {
    const loaded = await started.page.evaluate(async (address) => {
      const load = (src: string) =>
        new Promise<boolean>((resolve) => {
          const script = document.createElement('script');
          script.onload = () => resolve(true);
          script.onerror = () => resolve(false);
          script.src = src;
          document.head.append(script);
        });
      return Promise.all([load(`${address}/a.js`), load('data:text/javascript,window.attacked=4')]);
    }, outside);
    expect(loaded).toEqual([false, false]);
  });

  it('evaluates no text', async () => {
    // From a script of the page itself: what the debugger evaluates is not bound by the policy.
    const refused = await started.page.evaluate(
      () =>
        new Promise<boolean>((resolve) => {
          document.addEventListener('securitypolicyviolation', (event) => {
            if (event.effectiveDirective === 'script-src') resolve(true);
          });
          Reflect.apply(setTimeout, window, ['window.attacked=5', 0]);
          setTimeout(() => resolve(false), 1000);
        }),
    );
    expect(refused).toBe(true);
    expect(await started.page.evaluate(() => 'attacked' in window)).toBe(false);
  });

  it('styles nothing without the nonce of this load', async () => {
    const styled = await started.page.evaluate(() => {
      const style = document.createElement('style');
      style.textContent = 'body { outline: 7px solid rgb(1, 2, 3) }';
      document.head.append(style);
      return getComputedStyle(document.body).outlineWidth;
    });
    expect(styled).not.toBe('7px');
  });

  it('sends nothing out: no fetch, beacon, socket, picture, font or prefetch', async () => {
    await started.page.evaluate(async (address) => {
      const quiet = () => undefined;
      await fetch(`${address}/fetch`).catch(quiet);
      await fetch(`${address}/no-cors`, { mode: 'no-cors' }).catch(quiet);
      try {
        navigator.sendBeacon(`${address}/beacon`, 'x');
        new WebSocket(`${address.replace('http', 'ws')}/socket`).onerror = quiet;
        new EventSource(`${address}/events`).onerror = quiet;
      } catch {
        // Refused at once is refused.
      }
      new Image().src = `${address}/picture`;
      for (const rel of ['prefetch', 'preload', 'stylesheet', 'icon']) {
        const link = document.createElement('link');
        link.rel = rel;
        link.href = `${address}/${rel}`;
        document.head.append(link);
      }
      await new Promise((resolve) => setTimeout(resolve, 500));
    }, outside);
    expect(asked).toBe(0);
  });

  it('gets another nonce with every load', async () => {
    const nonce = () =>
      started.page.evaluate(
        () => document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content,
      );
    const first = await nonce();
    await started.page.reload();
    const second = await nonce();
    expect(first).toMatch(/^[A-Za-z0-9+/]{22}==$/);
    expect(second).toMatch(/^[A-Za-z0-9+/]{22}==$/);
    expect(second).not.toBe(first);
  });
});
