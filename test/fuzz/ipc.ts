import { channels, type Channel } from '../../app/api/contract.ts';
import { admit } from '../../app/api/gate.ts';
import { allHandlers } from '../../app/api/handlers/all.ts';
import { testContext } from '../app/api/context.ts';
import { sampleValue } from './sample-value.ts';
import { Finding, type Target } from './target.ts';

const slow: ReadonlySet<string> = new Set(['scan:sample', 'scan:connect', 'scan:again']);
const rules = { isKnownWindow: () => true, isOwnPage: () => true };
const caller = {
  sender: { id: 1 },
  senderFrame: { url: 'sendwell://app/index.html', parent: null },
};

/** Arguments from the window, near what the contract takes, through the gate and the real handlers. */
export const ipc: Target = {
  name: 'ipc',
  share: { time: 0.06, inputs: 0.04 },
  async run(random, goOn) {
    const context = await testContext();
    const handlers = allHandlers(context);
    const names = Object.keys(channels) as Channel[];
    let refused = 0;
    let answered = 0;
    while (goOn(refused + answered)) {
      const name = names[Math.floor(random() * names.length)] ?? 'app:info';
      // A whole scan behind each is another test's matter.
      if (slow.has(name) && random() < 0.995) continue;
      const { argument, result } = channels[name];
      const given = sampleValue(argument, random);
      const complain = (what: string): never => {
        throw new Finding(`${name}: ${what}`, Buffer.from(JSON.stringify([given])));
      };
      const admitted = admit(rules, caller, name, [given]);
      if (!admitted.ok) {
        refused += 1;
        continue;
      }
      try {
        const answer = await (handlers[name] as (argument: unknown) => unknown)(admitted.argument);
        const fits = result.safeParse(answer);
        if (!fits.success) complain(`an answer outside the contract: ${fits.error.message}`);
        answered += 1;
      } catch (error) {
        if (error instanceof Finding) throw error;
        complain(error instanceof Error ? (error.stack ?? error.message) : String(error));
      }
      // Scans that an argument started end before their mailboxes pile up.
      if (answered % 200 === 0) await context.scans.cancelAll();
    }
    await context.scans.cancelAll();
    context.store.value.close();
    if (context.bugs.length > 0) throw new Finding(String(context.bugs[0]), new Uint8Array());
    if (({} as { polluted?: boolean }).polluted)
      throw new Finding('a prototype was changed', new Uint8Array());
    return { fed: refused + answered, words: `${answered} answered, ${refused} refused` };
  },
};
