import { connect, createServer, type Socket } from 'node:net';

export interface Line {
  /** Milliseconds there and back, half of it each way. */
  readonly roundTripMs: number;
  /** To the client; the other way carries little. */
  readonly bytesPerSecond: number;
}

export interface Relay {
  readonly port: number;
  stop(): Promise<void>;
}

/** A long line to a server on this machine: TCP as it comes, TLS and all, later and slower. */
export async function startRelay(target: number, line: Line): Promise<Relay> {
  const open = new Set<Socket>();
  const server = createServer((client) => {
    const upstream = connect(target, '127.0.0.1');
    for (const [socket, other] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      open.add(socket);
      socket.setNoDelay(true);
      socket.on('error', () => other.destroy());
      socket.on('close', () => {
        open.delete(socket);
        setTimeout(() => other.end(), line.roundTripMs);
      });
    }
    carry(client, upstream, line.roundTripMs / 2, Infinity);
    carry(upstream, client, line.roundTripMs / 2, line.bytesPerSecond);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port was given');
  return {
    port: address.port,
    stop: async () => {
      open.forEach((socket) => socket.destroy());
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** The line is busy while a piece is sent; it arrives later, and pieces never overtake each other. */
function carry(from: Socket, to: Socket, delayMs: number, bytesPerSecond: number): void {
  let freeAt = 0;
  from.on('data', (piece: Buffer) => {
    const now = performance.now();
    freeAt = Math.max(now, freeAt) + (piece.length / bytesPerSecond) * 1000;
    setTimeout(
      () => {
        if (!to.destroyed) to.write(piece);
      },
      freeAt - now + delayMs,
    );
    // What a real line would hold back in the server's own buffers.
    if (freeAt - now > 200) {
      from.pause();
      setTimeout(() => from.resume(), freeAt - now - 100);
    }
  });
}
