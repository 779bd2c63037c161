import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readNotice } from '../../app/bounce/index.ts';
import { readPaths } from '../../app/mailbox/files/index.ts';
import { readCorpus } from '../app/bounce/corpus.ts';

/** Reads an mbox of 1 GB, a tenth of its messages notices, in a process of its own, and prints its peak memory. */
const folder = mkdtempSync(join(tmpdir(), 'sendwell-bench-'));
try {
  const file = join(folder, 'large.mbox');
  await writeMbox(file, 1024 ** 3);
  const start = performance.now();
  let messages = 0;
  let bounces = 0;
  for await (const item of readPaths([file], process.stdin)) {
    if (item.kind !== 'message') continue;
    messages++;
    if (readNotice(item.raw).isBounce) bounces++;
  }
  const seconds = (performance.now() - start) / 1000;
  const peak = Math.round(process.resourceUsage().maxRSS / 1024);
  console.log(
    `mbox of 1 GB       ${String(messages)} messages, ${String(bounces)} notices, ${seconds.toFixed(1)} s, peak memory ${String(peak)} MB`,
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function writeMbox(file: string, size: number): Promise<void> {
  const out = createWriteStream(file);
  const notice = readCorpus().find(({ raw }) => readNotice(raw).isBounce)?.raw ?? Buffer.alloc(0);
  const text = 'An ordinary line of text that fills a mail and means nothing at all.\n'.repeat(
    1400,
  );
  for (let written = 0, count = 0; written < size; count++) {
    const ordinary = `From: Somebody <somebody@example.org>\nSubject: Minutes\nMessage-ID: <${String(count)}@example.org>\n\n${text}`;
    const mail = Buffer.concat([
      Buffer.from('From sender Mon Mar  2 00:14:05 2026\n'),
      count % 10 === 0 ? notice : Buffer.from(ordinary),
      Buffer.from('\n\n'),
    ]);
    written += mail.length;
    if (!out.write(mail)) await once(out, 'drain');
  }
  out.end();
  await once(out, 'finish');
}
