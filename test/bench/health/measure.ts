import { overviewHandlers } from '../../../app/api/handlers/overview.ts';
import type { Argument } from '../../../app/api/contract.ts';
import { SessionPasswords } from '../../../app/secrets/session-passwords.ts';
import type { Context } from '../../../app/api/context.ts';
import { openStore } from '../../../app/store/store.ts';
import { createText } from '../../../app/text/text.ts';

/** One question after another in a process of its own, as after a restart; prints what it took as JSON. */
const [file = '', nowText = ''] = process.argv.slice(2);
const now = Number(nowText);
const started = performance.now();
const store = await openStore(file);
const opened = performance.now() - started;
const context = {
  ...{
    store,
    passwords: new SessionPasswords(),
    clock: () => new Date(now),
    text: createText('en'),
  },
} as unknown as Context;
const handlers = overviewHandlers(context);
const accountId = 1;

/** Processor time: it is what the question costs on a machine that does nothing else meanwhile. */
async function timed(ask: () => unknown): Promise<number> {
  const start = process.cpuUsage();
  const answer = (await ask()) as { ok: boolean };
  if (!answer.ok) throw new Error('no answer');
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}
const overview = (): Promise<number> =>
  timed(() => handlers['overview:get']({ accountId, gapMinutes: 60 }));
const everything: Argument<'overview:chart'>['filter'] = {
  ...{ from: null, to: null, nature: null, direction: null },
  ...{ connectionIp: null, recipientDomain: null, program: null },
};
const day = 86_400_000;
const chart = (change: Partial<typeof everything> = {}): Promise<number> =>
  timed(() =>
    handlers['overview:chart']({
      accountId,
      filter: { ...everything, ...change },
      bucketSize: 'auto',
    }),
  );

const cold = await overview();
const firstChart = await chart();
const zooms = [
  await chart({ from: now - 400 * day }),
  await chart({ from: now - 90 * day }),
  await chart({ from: now - 7 * day }),
  await chart({ from: now - day, to: now - day / 2 }),
  await chart({ nature: 'permanent' }),
  await chart({ connectionIp: '198.51.100.7' }),
  await chart({ recipientDomain: 'd7.example.org', from: now - 700 * day }),
  await chart(),
];
const warm = await overview();
console.log(
  JSON.stringify({
    ...{ opened, cold, warm, firstChart, zooms },
    peakMegabytes: process.resourceUsage().maxRSS / 1024,
  }),
);
