import { decodeAccounts, parseAccounts } from '../../app/audit/accounts-file.ts';
import { mutate } from './mutate.ts';
import { Finding, type Target } from './target.ts';

const examples = [
  'user,host,port,passwordEnv,passwordFile\r\na@example.com,imap.example.com,993,PASSWORD_A,\r\n',
  '\ufeffuser;passwordFile\na@example.com;secrets/a.txt\n\n"b@example.cn";"a ""quoted"" name.txt"\n',
  'user\tpasswordEnv\tnote\n-b@example.com\tB\t=1+1\n@c@example.com\tC\n',
  'user,password\na@example.com,hunter2\n',
  '账号,user,passwordEnv\n某某,a@example.cn,A\n',
].flatMap((text) => [
  Buffer.from(text),
  Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]),
]);

/** Pieces that mean something in a table, or to what reads its cells. */
const words = [
  ...[',', ';', '\t', '"', '""', '\r', '\n', '\r\n', '\0', '\ufeff', '\xff\xfe', '@', '@@'],
  ...[
    'user,',
    'passwordEnv',
    'passwordFile',
    'PASSWORD',
    '密码',
    'a@example.com',
    '../../../etc/passwd',
  ],
  ...[
    '65536',
    '-1',
    '1e3',
    '0x1',
    '__proto__',
    'constructor',
    '=cmd|x',
    '"'.repeat(999),
    ','.repeat(9999),
  ],
];

const head = Buffer.from('user,host,port,passwordEnv,passwordFile\r\n');

/** Milliseconds, more for more bytes: the largest mutated file is 4 MB of rows that are all of another length. */
const most = (bytes: number): number => 2000 + bytes / 20;

/** The file of an audit's accounts, mutated: a table of sound rows or a problem, and never a secret in its words. */
export const accounts: Target = {
  name: 'accounts',
  share: { time: 0.04, inputs: 0.2 },
  run(random, goOn) {
    let count = 0;
    let refused = 0;
    let rows = 0;
    for (; goOn(count); count += 1) {
      const mutated = mutate(random, examples, words);
      // Under a head that is whole the rows are looked at too.
      const raw = random() < 0.5 ? mutated : Buffer.concat([head, mutated]);
      const start = performance.now();
      let read;
      try {
        read = parseAccounts(decodeAccounts(raw), '/made/up/accounts.csv');
      } catch (error) {
        throw new Finding(String(error), raw);
      }
      const spent = performance.now() - start;
      if (spent > most(raw.length)) throw new Finding(`took ${spent.toFixed(0)} ms`, raw);
      if (JSON.stringify(read).includes('hunter2') && !read.ok)
        throw new Finding('a problem quotes the file', raw);
      if (!read.ok) {
        refused += 1;
        continue;
      }
      rows += read.value.rows.length;
      const seen = new Set(read.value.rows.map(({ address }) => address));
      if (seen.size !== read.value.rows.length) throw new Finding('an account twice', raw);
      for (const { problem, port, address } of read.value.rows)
        if (problem === null && !(port > 0 && port < 65_536 && /^[^@\s]+@[^@\s]+$/.test(address)))
          throw new Finding('an unsound row without a problem', raw);
    }
    return Promise.resolve({
      fed: count,
      words: `${refused} files refused, ${rows} rows in the others`,
    });
  },
};
