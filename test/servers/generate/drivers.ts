import { run } from '../machine.ts';
import { startPostfix, type Route } from '../postfix.ts';
import type { Outgoing } from '../smtp-client.ts';
import { courier } from './courier.ts';
import { exim } from './exim.ts';
import { opensmtpd } from './opensmtpd.ts';
import { sendmail } from './sendmail.ts';
import { unpackedDriver } from './unpacked.ts';
import type { Candour } from './expected.ts';

/** One kind of mail server, made to send notices. */
export interface Driver {
  readonly server: string;
  version(): string;
  readonly candour: Candour;
  /** Takes international addresses (RFC 6531). */
  readonly international: boolean;
  /** EHLO keywords of the fake server, where the usual ones do not serve. */
  readonly extensions?: readonly string[];
  /** Scenarios whose notice does not hold what is expected; the README says why. */
  readonly skip?: readonly string[];
  start(options: {
    readonly routes: readonly Route[];
    readonly delayed: boolean;
  }): Promise<Running>;
}

export interface Running {
  send(mail: Outgoing): Promise<void>;
  notices(): Buffer[];
  waitForNotices(count: number): Promise<Buffer[]>;
  stop(): Promise<void>;
}

const postfix: Driver = {
  server: 'postfix',
  version: () => run('postconf', ['-d', '-h', 'mail_version']).trim(),
  candour: { namesHost: true },
  international: true,
  start: ({ routes, delayed }) => startPostfix({ routes, delayWarnings: delayed }),
};

export const drivers: Readonly<Record<string, Driver>> = {
  postfix,
  courier: unpackedDriver(courier),
  exim: unpackedDriver(exim),
  opensmtpd: unpackedDriver(opensmtpd),
  sendmail: unpackedDriver(sendmail),
};
