import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { channels } from '../../../app/api/contract.ts';
import { startApp, temporaryData, type StartedApp } from '../../e2e/app.ts';
import { channelsOfBridge } from '../../e2e/channels-of-bridge.ts';
import { scanEnded } from '../../e2e/screens.ts';
import { seededRandom } from '../../fuzz/mutate.ts';
import { sampleValue } from '../../fuzz/sample-value.ts';

const data = temporaryData();
const calls = 10_000;
let started: StartedApp;

beforeAll(async () => {
  started = await startApp({ data: data.folder, args: ['--sample'] });
  await scanEnded(started.page);
  // Stands for a person who closes every dialog, and a system that opens nothing.
  await started.app.evaluate(({ dialog, shell }) => {
    dialog.showMessageBox = () => Promise.resolve({ response: 1, checkboxChecked: false });
    dialog.showOpenDialog = () => Promise.resolve({ canceled: true, filePaths: [] });
    dialog.showSaveDialog = () => Promise.resolve({ canceled: true, filePath: '' });
    shell.showItemInFolder = () => undefined;
    shell.openExternal = () => Promise.reject(new Error('a link was opened'));
  });
});
afterAll(async () => {
  await started.close();
  data.remove();
});

describe('a page that was taken over', () => {
  const limit = { timeout: 300_000 };
  it(
    `asks ${calls} random questions: each is refused or answered as promised, main goes on`,
    limit,
    async () => {
      const random = seededRandom(20_260_302);
      // One right answer to that question would end the app: test/e2e/settings.test.ts asks it.
      const bridge = [...channelsOfBridge()].filter(([, channel]) => channel !== 'data:delete');
      expect(bridge.length).toBeGreaterThanOrEqual(15);
      // What starts work of its own, such as scans, is asked too, but not thousands of times.
      const heavy =
        /^(settings:change|data:|scan:(sample|connect|again)|audit:|account:remove|explain:|import:|report:|connection:)/;
      const tally = { refused: 0, answered: 0, unread: 0, internal: 0, notSent: 0 };
      const wrong: string[] = [];
      const internal = new Set<string>();
      for (let done = 0; done < calls;) {
        const batch: [string, unknown, number][] = [];
        while (batch.length < 500) {
          const [name, channel] = bridge[Math.floor(random() * bridge.length)] ?? [
            'appInfo',
            'app:info',
          ];
          if (heavy.test(channel) && random() < 0.995) continue;
          // Computed from the whole history each time: fewer keep the test short.
          if (/^(overview|support|password):/.test(channel) && random() < 0.8) continue;
          const odd = random() < 0.1 ? Math.floor(random() * 6) : -1;
          batch.push([name, sampleValue(channels[channel].argument, random, 0.1), odd]);
        }
        done += batch.length;
        const answers = await started.page.evaluate(ask, batch);
        for (const [index, answer] of answers.entries()) {
          const [name] = batch[index] ?? ['appInfo'];
          tally[answer.kind] += 1;
          if (answer.kind === 'internal') internal.add(`${name}: ${String(answer.value)}`);
          if (answer.kind !== 'answered') continue;
          const channel = bridge.find(([each]) => each === name)?.[1] ?? 'app:info';
          const fits = channels[channel].result.safeParse(answer.value);
          if (!fits.success) wrong.push(`${name}: ${fits.error.message.slice(0, 200)}`);
        }
      }
      console.log(tally);
      expect(wrong).toEqual([]);
      expect([...internal]).toEqual([]);
      expect(tally.refused).toBeGreaterThan(calls / 20);
      expect(tally.answered + tally.unread).toBeGreaterThan(calls / 5);
      // Main is alive, and no answer changed what the page runs on.
      const info = await started.page.evaluate(() => window.sendwell.appInfo());
      expect(channels['app:info'].result.safeParse(info).success).toBe(true);
      expect(await started.page.evaluate(() => 'polluted' in {})).toBe(false);
    },
  );
});

interface Told {
  readonly kind: 'refused' | 'answered' | 'unread' | 'internal' | 'notSent';
  readonly value: unknown;
}

/** In the page: calls each function, a tenth of them with things that JSON does not know. */
function ask(batch: [string, unknown, number][]): Promise<Told[]> {
  const cycle: unknown[] = [];
  cycle.push(cycle);
  const odd: unknown[] = [
    ...[new Map([['a', 1]]), new ArrayBuffer(3_000_000), cycle, () => 1, new Date(NaN), 10n ** 30n],
  ];
  const bridge = window.sendwell as unknown as Record<
    string,
    (argument: unknown) => Promise<unknown>
  >;
  const one = async (
    [name, argument, which]: [string, unknown, number],
    index: number,
  ): Promise<Told> => {
    try {
      const value = await bridge[name]?.(which >= 0 ? odd[which] : argument);
      // A tenth of the answers come back to be compared with the contract: they can be long.
      return {
        kind: index % 10 === 0 ? 'answered' : 'unread',
        value: index % 10 === 0 ? (value ?? null) : null,
      };
    } catch (error) {
      const words = String(error);
      if (/refused/.test(words)) return { kind: 'refused', value: null };
      // The bridge itself could not copy it.
      if (/clone|could not be|structured|recursion depth/i.test(words))
        return { kind: 'notSent', value: null };
      return { kind: 'internal', value: words };
    }
  };
  return Promise.all(batch.map(one));
}
