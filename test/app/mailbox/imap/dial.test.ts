import type { LookupAddress } from 'node:dns';
import { createServer, type Server } from 'node:net';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { dial } from '../../../../app/mailbox/imap/dial.ts';
import { Steps } from '../../../../app/mailbox/imap/steps.ts';

/** What the name server says, question by question. */
const answers = vi.hoisted((): { list: LookupAddress[][]; asked: number } => ({
  list: [],
  asked: 0,
}));
vi.mock('node:dns', async (original) => {
  const lookup = (
    _host: string,
    _options: unknown,
    callback: (error: null, found: LookupAddress[]) => void,
  ): void => {
    const found = answers.list[Math.min(answers.asked, answers.list.length - 1)] ?? [];
    answers.asked += 1;
    callback(null, found);
  };
  return { ...(await original<object>()), lookup };
});

let server: Server;
let knocks = 0;
beforeAll(async () => {
  server = createServer((socket) => {
    knocks += 1;
    socket.destroy();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(() => void server.close());
beforeEach(() => {
  answers.asked = 0;
  knocks = 0;
});

const here = { address: '127.0.0.1', family: 4 };
const elsewhere = { address: '192.0.2.1', family: 4 };
const code = async (loopbackOnly: boolean): Promise<string | null> => {
  const dialled = await dial(
    {
      ...{ host: 'mail.invalid', port: (server.address() as AddressInfo).port, ca: undefined },
      ...{ proxy: null, loopbackOnly, timeLimitMs: 3000, signal: null },
    },
    new Steps(['name', 'tcp', 'tls'], () => undefined),
  );
  return dialled.ok ? null : dialled.problem.code;
};

describe('a name', () => {
  it.each([[[elsewhere]], [[here, elsewhere]], [[{ address: '::ffff:192.0.2.1', family: 6 }]]])(
    'that points to another machine is not dialled by a runtime past its support: %j',
    async (found) => {
      answers.list = [found];
      expect(await code(true)).toBe('remote-not-allowed');
      expect(knocks).toBe(0);
    },
  );

  it('cannot change its mind between the look and the dialling', async () => {
    answers.list = [[here], [elsewhere]];
    expect(await code(true)).not.toBe('remote-not-allowed');
    expect([answers.asked, knocks]).toEqual([1, 1]);
  });
});
