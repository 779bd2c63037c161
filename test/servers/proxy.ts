import { readFileSync } from 'node:fs';
import { createServer, connect, type TLSSocket } from 'node:tls';
import type { SearchManner } from './alibaba-manners.ts';
import type { Certificate, TestCertificates } from './ca.ts';
import { alibabaCapabilities, type Dovecot } from './dovecot.ts';
import { FaultPlan, type Fault } from './proxy-faults.ts';
import { ProxyConnection } from './proxy-connection.ts';
import { emptyRecord, type ProxyRecord } from './proxy-record.ts';

export { assertReadOnly, findChanges } from './read-only.ts';
export { busy, manyFolders, othersAtWork, refuseLogin, type Fault } from './proxy-faults.ts';
export { linesOf, type ProxyRecord, type RecordedCommand } from './proxy-record.ts';

export interface ProxyOptions {
  readonly backend: Dovecot;
  /** `alibaba` (default): dates, read state and UIDs only. `refused`: no search at all. `full`: Dovecot's. */
  readonly search?: SearchManner;
  /** Shown wherever the server shows its list; null leaves Dovecot's own. */
  readonly capabilities?: string | null;
  readonly certificate?: (all: TestCertificates) => Certificate;
  readonly faults?: readonly Fault[];
  /** Added to every round trip. */
  readonly latencyMs?: number;
}

export interface Proxy {
  readonly host: '127.0.0.1';
  readonly port: number;
  readonly caFile: string;
  /** Everything since the start, or since the last `forget`. */
  readonly record: ProxyRecord;
  /** Begins a new, empty record. */
  forget(): void;
  /** From now on these faults and no others; connections that are open keep the cut they began with. */
  setFaults(faults: readonly Fault[]): void;
  setLatency(ms: number): void;
  /** Closes every connection, as a server does that restarts. */
  dropConnections(): void;
  stop(): Promise<void>;
}

/** Stands before a Dovecot over TLS, writes down what the client says, and behaves as Alibaba's server does. */
export async function startProxy(options: ProxyOptions): Promise<Proxy> {
  const { backend } = options;
  const certificate = options.certificate?.(backend.certificates) ?? backend.certificates.localhost;
  const state = {
    record: emptyRecord(),
    faults: new FaultPlan(options.faults ?? []),
    latencyMs: options.latencyMs ?? 0,
    connectionsEver: 0,
    search: options.search ?? ('alibaba' as const),
    capabilities: options.capabilities === undefined ? alibabaCapabilities : options.capabilities,
    folders: backend.folders,
  };
  const open = new Set<TLSSocket>();
  const server = createServer(
    { cert: readFileSync(certificate.certFile), key: readFileSync(certificate.keyFile) },
    (client) => {
      const upstream = connect({
        host: backend.host,
        port: backend.port,
        ca: readFileSync(backend.caFile),
        // The backend may show a bad certificate for a test of its own; the proxy is no judge of that.
        rejectUnauthorized: false,
      });
      for (const socket of [client, upstream]) {
        open.add(socket);
        socket.on('close', () => open.delete(socket));
      }
      new ProxyConnection(client, upstream, state).start();
    },
  );
  // A client that breaks off its TLS handshake is part of some tests.
  server.on('tlsClientError', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port was given');
  const dropConnections = () => open.forEach((socket) => socket.destroy());
  return {
    host: '127.0.0.1',
    port: address.port,
    caFile: backend.caFile,
    get record() {
      return state.record;
    },
    forget: () => void (state.record = emptyRecord()),
    setFaults: (faults) => void (state.faults = new FaultPlan(faults)),
    setLatency: (ms) => void (state.latencyMs = ms),
    dropConnections,
    stop: async () => {
      dropConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
