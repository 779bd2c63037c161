import { createSocket } from 'node:dgram';

/** A name server (RFC 1035) on 127.0.0.1 that knows the IPv4 addresses of these hosts and nothing else. */
export async function startNames(
  addresses: ReadonlyMap<string, string>,
): Promise<{ stop(): Promise<void> }> {
  const socket = createSocket('udp4');
  socket.on('message', (query, { port, address }) => {
    socket.send(answerTo(query, addresses), port, address);
  });
  await new Promise<void>((resolve, reject) => {
    socket.once('error', reject);
    socket.bind(53, '127.0.0.1', resolve);
  });
  return { stop: () => new Promise((resolve) => socket.close(() => resolve())) };
}

const headerBytes = 12;
const recursionAvailable = 0x8180;
const typeA = 1;

function answerTo(query: Buffer, addresses: ReadonlyMap<string, string>): Buffer {
  const labels: string[] = [];
  let at = headerBytes;
  for (let length = query[at] ?? 0; length > 0; length = query[at] ?? 0) {
    labels.push(query.toString('latin1', at + 1, at + 1 + length));
    at += 1 + length;
  }
  const type = query.readUInt16BE(at + 1);
  const question = query.subarray(headerBytes, at + 5);
  const known = type === typeA ? addresses.get(labels.join('.').toLowerCase()) : undefined;
  const header = Buffer.alloc(headerBytes);
  query.copy(header, 0, 0, 2);
  header.writeUInt16BE(recursionAvailable, 2);
  header.writeUInt16BE(1, 4);
  header.writeUInt16BE(known === undefined ? 0 : 1, 6);
  if (known === undefined) return Buffer.concat([header, question]);
  // The name by a pointer to the question, class IN, a minute to live, four bytes of address.
  const record = [0xc0, headerBytes, 0, typeA, 0, 1, 0, 0, 0, 60, 0, 4];
  return Buffer.concat([
    header,
    question,
    Buffer.from([...record, ...known.split('.').map(Number)]),
  ]);
}
