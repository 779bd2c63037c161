import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApp, temporaryData, type StartedApp } from '../../e2e/app.ts';

const data = temporaryData();
let started: StartedApp;

beforeAll(async () => {
  started = await startApp({ data: data.folder });
});
afterAll(async () => {
  await started.close();
  data.remove();
});

/** Asks the scheme as a page would, past the page's policy. */
const ask = (address: string, method = 'GET') =>
  started.app.evaluate(
    async ({ net }, [url, verb]) => {
      const response = await net.fetch(url ?? '', { method: verb ?? 'GET' });
      return { status: response.status, text: (await response.text()).slice(0, 200) };
    },
    [address, method],
  );

describe('the scheme', () => {
  it('serves the start page with its policy and no guessing of types', async () => {
    const headers = await started.app.evaluate(async ({ net }) => {
      const response = await net.fetch('sendwell://app/index.html');
      return [...response.headers.entries()];
    });
    const named = new Map(headers.map(([name, value]) => [name.toLowerCase(), value]));
    expect(named.get('content-security-policy')).toContain("default-src 'none'");
    expect(named.get('x-content-type-options')).toBe('nosniff');
  });

  it.each([
    'sendwell://app/..%2fmain.cjs',
    'sendwell://app/%2e%2e%2fmain.cjs',
    'sendwell://app/../main.cjs',
    'sendwell://app/assets/..%2f..%2fpackage.json',
    'sendwell://app/..%5cmain.cjs',
    'sendwell://app/%2fetc%2fpasswd',
    'sendwell://app//etc/passwd',
    'sendwell://other/index.html',
  ])('serves no file for %s', async (address) => {
    const { status, text } = await ask(address);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(text).toBe('');
  });

  it.each(['POST', 'PUT', 'DELETE'])('takes no %s', async (method) => {
    expect((await ask('sendwell://app/index.html', method)).status).toBe(405);
  });
});
