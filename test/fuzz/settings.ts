import { type Settings, settingsSchema } from '../../app/api/contract.ts';
import { parseSettings } from '../../app/shell/settings.ts';
import { mutate } from './mutate.ts';
import { Finding, type Target } from './target.ts';

const examples = [
  '{\n  "language": "zh-CN"\n}\n',
  '{"language":null}',
  '[]',
  '{"language":"en","extra":[1,2]}',
];

/** The settings file, mutated: it means a choice or none, never a crash. */
export const settings: Target = {
  name: 'settings',
  share: { time: 0.02, inputs: 0.1 },
  run(random, goOn) {
    const corpus = examples.map((text) => Buffer.from(text));
    let count = 0;
    while (goOn(count)) {
      const raw = mutate(random, corpus);
      count += 1;
      let read: Settings;
      try {
        read = parseSettings(Buffer.from(raw).toString('utf8'));
      } catch (error) {
        throw new Finding(String(error), raw);
      }
      if (!settingsSchema.safeParse(read).success)
        throw new Finding('settings of another shape', raw);
    }
    return Promise.resolve({ fed: count, words: 'a choice or none each time' });
  },
};
