import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findProgram, run, temporaryFolder } from './machine.ts';

/** A certificate and its private key, as PEM files. */
export interface Certificate {
  readonly certFile: string;
  readonly keyFile: string;
}

export interface TestCertificates {
  readonly folder: string;
  /** The root to trust (`tls.connect({ ca })`, `NODE_EXTRA_CA_CERTS`). */
  readonly caFile: string;
  /** Good for localhost, 127.0.0.1 and ::1. */
  readonly localhost: Certificate;
  /** Good for localhost too, but it ended in 2024. */
  readonly expired: Certificate;
  /** Trusted, but only for mail.example.org: a wrong host for anyone who connects here. */
  readonly wrongHost: Certificate;
  /** Right name, made by a root nobody trusts. */
  readonly untrusted: Certificate;
  /** One more trusted certificate, for these DNS names (and 127.0.0.1). */
  issue(names: readonly string[]): Certificate;
}

const local = ['DNS:localhost', 'IP:127.0.0.1', 'IP:::1'];

/** Makes a root and certificates anew (about 0.2 s); nothing of it outlives the run or is kept in the repository. */
export function makeTestCertificates(folder = temporaryFolder('ca')): TestCertificates {
  const root = makeRoot(join(folder, 'root'), 'Sendwell test root');
  const stranger = makeRoot(join(folder, 'stranger'), 'A root nobody trusts');
  const year = new Date().getUTCFullYear();
  const valid = { from: `${year - 1}0101000000Z`, to: `${year + 1}1231235959Z` };
  return {
    folder,
    caFile: root.certFile,
    localhost: issue(root, 'localhost', [...local, 'DNS:imap.example.com'], valid),
    expired: issue(root, 'expired', local, { from: '20230101000000Z', to: '20240101000000Z' }),
    wrongHost: issue(root, 'wrong-host', ['DNS:mail.example.org'], valid),
    untrusted: issue(stranger, 'untrusted', local, valid),
    issue: (names) =>
      issue(root, names.join('_'), [...names.map((name) => `DNS:${name}`), 'IP:127.0.0.1'], valid),
  };
}

interface Root extends Certificate {
  readonly folder: string;
}

interface Validity {
  readonly from: string;
  readonly to: string;
}

const newKey = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'];

function makeRoot(folder: string, name: string): Root {
  mkdirSync(folder, { recursive: true });
  const root = { folder, certFile: join(folder, 'ca.pem'), keyFile: join(folder, 'ca.key') };
  const args = ['req', '-x509', ...newKey, '-subj', `/CN=${name}`, '-days', '30'];
  openssl([...args, '-keyout', root.keyFile, '-out', root.certFile]);
  writeFileSync(join(folder, 'index.txt'), '');
  return root;
}

/** `openssl ca` rather than `x509 -req`: only it takes a first and a last day, which an expired certificate needs. */
function issue(root: Root, name: string, alternatives: readonly string[], valid: Validity) {
  const file = (ending: string) => join(root.folder, `${name}.${ending}`);
  const certificate = { certFile: file('pem'), keyFile: file('key') };
  openssl(['req', ...newKey, '-subj', `/CN=${name}`, '-keyout', file('key'), '-out', file('csr')]);
  writeFileSync(file('cnf'), configuration(root, alternatives));
  const dates = ['-startdate', valid.from, '-enddate', valid.to];
  const files = ['-config', file('cnf'), '-in', file('csr'), '-out', certificate.certFile];
  openssl(['ca', '-batch', '-notext', ...dates, ...files]);
  // Postfix and Dovecot insist on a key that others cannot read.
  chmodSync(certificate.keyFile, 0o600);
  return certificate;
}

const configuration = (root: Root, alternatives: readonly string[]) => `
[ca]
default_ca = test
[test]
database = ${join(root.folder, 'index.txt')}
new_certs_dir = ${root.folder}
rand_serial = yes
certificate = ${root.certFile}
private_key = ${root.keyFile}
default_md = sha256
policy = any
unique_subject = no
x509_extensions = server
[any]
commonName = supplied
[server]
basicConstraints = CA:FALSE
extendedKeyUsage = serverAuth
subjectAltName = ${alternatives.join(',')}
`;

function openssl(args: readonly string[]): void {
  run(findProgram('openssl', 'openssl'), args);
}
