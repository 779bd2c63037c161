import { settingsSchema } from '../../app/api/contract.ts';
import { readSettings, writtenSettings } from '../../app/shell/settings/settings-form.ts';
import { mutate } from './mutate.ts';
import { Finding, type Target } from './target.ts';

const examples = [
  '{\n  "version": 1,\n  "language": "zh-CN",\n  "theme": "dark"\n}\n',
  '{"version":2,"language":"en","hues":["red"]}',
  '{"language":null}',
  '[]',
  '{"version":1,"language":"en","extra":[1,2],"__proto__":{"polluted":1}}',
  '{"version":1,"proxy":{"use":"manual","url":"socks5://proxy.example.com:1080","user":""},"days":null}',
  '{"version":1,"quietHours":{"from":"22:30","to":"07:00"},"gapMinutes":30,"closeToTray":true}',
];

/** The settings file, mutated: it means choices or none, never a crash, and reads the same once it was written. */
export const settings: Target = {
  name: 'settings',
  share: { time: 0.02, inputs: 0.1 },
  run(random, goOn) {
    const corpus = examples.map((text) => Buffer.from(text));
    let count = 0;
    while (goOn(count)) {
      const raw = mutate(random, corpus);
      count += 1;
      try {
        const read = readSettings(Buffer.from(raw).toString('utf8'));
        if (!settingsSchema.safeParse(read.settings).success)
          throw new Error('settings of another shape');
        const again = readSettings(writtenSettings(read.settings, read.others));
        if (again.newer || again.lost.length > 0) throw new Error('what was written is not sound');
        if (JSON.stringify(again.settings) !== JSON.stringify(read.settings))
          throw new Error('what was written reads differently');
      } catch (error) {
        throw new Finding(String(error), raw);
      }
    }
    if ('polluted' in {}) throw new Error('every object was changed');
    return Promise.resolve({
      fed: count,
      words: 'choices or none each time, and the same once written',
    });
  },
};
