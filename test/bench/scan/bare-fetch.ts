import { readFileSync } from 'node:fs';
import { ImapFlow } from 'imapflow';
import { sweepFields } from '../../../app/bounce/index.ts';

/** The yardstick: imapflow's own `fetch` of the same header fields over all messages, keeping nothing. */
async function bareFetch([port = '', ca = '', user = '', pass = '']: readonly string[]) {
  const client = new ImapFlow({
    ...{ host: 'localhost', port: Number(port), secure: true, logger: false },
    auth: { user, pass },
    tls: { ca: readFileSync(ca) },
    disableAutoIdle: true,
  });
  await client.connect();
  await client.mailboxOpen('INBOX', { readOnly: true });
  let messages = 0;
  const query = { uid: true, internalDate: true, size: true, headers: [...sweepFields] };
  for await (const message of client.fetch('1:*', query)) if (message.headers) messages += 1;
  const { sent, received } = client.stats();
  await client.logout();
  process.stdout.write(JSON.stringify({ messages, bytes: sent + received }));
}

void bareFetch(process.argv.slice(2));
