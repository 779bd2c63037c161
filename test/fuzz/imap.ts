import { readFileSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { connectImap } from '../../app/mailbox/imap/connect.ts';
import { scan } from '../../app/scan/scan.ts';
import { openStore } from '../../app/store/store.ts';
import { standing } from '../../app/scan/overview.ts';
import { makeTestCertificates } from '../servers/ca.ts';
import { startScriptedImap, type ScriptedAnswer } from '../servers/scripted-imap.ts';
import { mutate } from './mutate.ts';
import { Finding, type Target } from './target.ts';

/** Pieces of the protocol that mean something in a wrong place. */
const words = [
  '\r\n',
  '\n',
  '\0',
  '* ',
  '+ go on\r\n',
  '* BYE busy\r\n',
  '* BAD invalid command or parameters\r\n',
  '* 0 EXISTS\r\n',
  '* 4294967296 EXISTS\r\n',
  '* 1 EXPUNGE\r\n',
  '* SEARCH\r\n',
  '* SEARCH 1 1 1 99999999999999999999 -1\r\n',
  '* OK [UIDVALIDITY 0] \r\n',
  '* OK [UIDNEXT 4294967295] \r\n',
  '* OK [ALERT] \r\n',
  '* LIST () NIL ""\r\n',
  '* 1 FETCH (UID 1)\r\n',
  '* 1 FETCH (UID 1 BODY[] NIL)\r\n',
  '{10}\r\n',
  '{0}\r\n',
  '{99999999999}\r\n',
  '~{5}\r\n',
  '(',
  ')',
  '((((((((((('.repeat(50),
  '[',
  ']',
  '"',
  '\\',
  'NIL',
  'BODY[HEADER.FIELDS (Subject)] ""',
  ' '.repeat(3000),
  'A'.repeat(5000),
  '\xff\xfe',
  '&AAo-',
];

/** Honest time for a whole session, and what it may cost with hostile answers: three waits for silence and the rest. */
const timeouts = { connect: 5_000, greeting: 200, silence: 200, command: 800, close: 100 };
const mostMilliseconds = 8_000;
/** Above what the process had when it was warm. */
const mostMegabytes = 400;

const user = 'owner@example.com';
const now = new Date('2026-03-02T08:00:00Z');
const megabytes = () => process.memoryUsage().rss / 1_048_576;

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;
/** In megabytes: what is held once everything is let go that can be. The process keeps emptied memory for a while. */
function kept(): number {
  collectGarbage();
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / 1_048_576;
}

/** Server answers, mutated, through the real imapflow client, our parsing and a whole scan. */
export const imap: Target = {
  name: 'imap',
  share: { time: 0.25, inputs: 0.02 },
  async run(random, goOn) {
    const certificates = makeTestCertificates();
    const ca = readFileSync(certificates.caFile, 'utf8');
    let said: Buffer[] = [];
    const answer = (_line: string, { untagged, tagged }: ScriptedAnswer): Buffer | null => {
      const bytes = hostile(random, untagged, tagged);
      if (bytes !== null) said.push(bytes);
      return bytes;
    };
    const server = await startScriptedImap(certificates.localhost, answer);
    const unhandled = (reason: unknown): void => void (escaped ??= reason ?? 'nothing');
    let escaped: unknown = null;
    process.on('unhandledRejection', unhandled);
    process.on('uncaughtException', unhandled);
    const codes = new Map<string, number>();
    let slowest = 0;
    let warm = 0;
    let count = 0;
    try {
      while (goOn(count)) {
        said = [];
        count += 1;
        const start = performance.now();
        const code = await session(server.port, ca).catch((error: unknown) => (escaped ??= error));
        const spent = performance.now() - start;
        slowest = Math.max(slowest, spent);
        if (escaped !== null) throw new Finding(inWords(escaped), Buffer.concat(said));
        if (spent > mostMilliseconds)
          throw new Finding(`took ${spent.toFixed(0)} ms`, Buffer.concat(said));
        if (count === 50) warm = megabytes();
        if (count > 50 && megabytes() > warm + mostMegabytes && kept() > warm + mostMegabytes)
          throw new Finding(`grew to ${megabytes().toFixed(0)} MB`, Buffer.concat(said));
        codes.set(String(code), (codes.get(String(code)) ?? 0) + 1);
      }
    } finally {
      process.off('unhandledRejection', unhandled);
      process.off('uncaughtException', unhandled);
      await server.stop();
    }
    const ends = [...codes].sort((a, b) => b[1] - a[1]).map(([code, times]) => `${code} ${times}`);
    return {
      fed: count,
      words: `whole sessions, slowest ${slowest.toFixed(0)} ms, ended as ${ends.join(', ')}`,
    };
  },
};

/**
 * Most answers are honest, so that a session gets on to what comes later; most of the others end with their honest
 * last line, so that few sessions are spent waiting for it.
 */
function hostile(random: () => number, untagged: Buffer, tagged: Buffer): Buffer | null {
  const kind = random();
  if (kind < 0.88) return Buffer.concat([untagged, tagged]);
  if (kind < 0.89) return null;
  const all = mutate(random, [Buffer.concat([untagged, tagged])], words);
  if (kind < 0.9) return Buffer.from(all);
  const changed = untagged.length > 0 ? mutate(random, [untagged], words) : all;
  return Buffer.concat([changed, Buffer.from('\r\n'), tagged]);
}

/** One whole scan; how it ended. What it promises is checked here. */
async function session(port: number, ca: string): Promise<string> {
  const connected = await connectImap({
    ...{ host: 'localhost', port, user, password: 'made up', ca, timeouts },
  });
  if (!connected.ok) return connected.problem.code;
  const opened = await openStore(':memory:');
  if (!opened.ok) throw new Error(opened.problem.code);
  const store = opened.value;
  try {
    const account = store.accounts.save({
      ...{ address: user, host: 'localhost', port, sample: false, ca: null },
    });
    const scanned = await scan({
      ...{ mailbox: connected.value, reconnect: null, store, account, since: null, folders: [] },
      signal: new AbortController().signal,
      clock: () => now,
      onProgress: () => undefined,
      wait: () => Promise.resolve(),
    });
    if (!scanned.ok) return scanned.problem.code;
    const { state } = standing(store, account.id, {
      ...{ now: now.getTime(), since: null },
      offsetAt: () => 0,
    });
    const { status, problem } = scanned.value;
    // What was found is certain; only what lies unread must not be called healthy.
    if (problem ? state !== 'unknown' : status !== 'complete' && state === 'healthy')
      throw new Error(`an incomplete scan is called ${state}`);
    if (scanned.value.problem?.code === 'internal')
      throw new Error(scanned.value.problem.detail ?? 'internal');
    return scanned.value.problem?.code ?? scanned.value.status;
  } finally {
    store.close();
  }
}

const inWords = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.message) : String(error);
