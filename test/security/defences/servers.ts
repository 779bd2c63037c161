import type { Defence } from './defence.ts';

const connect = {
  file: 'app/mailbox/imap/dial.ts',
  test: 'test/integration/mailbox/connect.test.ts',
};

/** Defences that are seen against real servers. */
export const servers: readonly Defence[] = [
  {
    ...connect,
    promise: 'A certificate is verified, whatever the environment says',
    line: 'rejectUnauthorized: true,',
    without: "rejectUnauthorized: process.env['NODE_TLS_REJECT_UNAUTHORIZED'] !== '0',",
    named: 'is checked whatever the environment says',
  },
  {
    ...connect,
    promise: 'TLS is 1.2 or later',
    line: "minVersion: 'TLSv1.2',",
    without: "minVersion: 'TLSv1' as never,",
    named: 'of an old TLS is refused',
  },
  {
    ...connect,
    promise: 'A runtime past its support dials nobody but this machine',
    line: '  if (loopbackOnly && !addresses.value.every(({ address }) => isLoopback(address)))\n',
    without: '  if (loopbackOnly && addresses.value.length > 99)\n',
    named: 'that is another machine, where only this one is allowed',
  },
  {
    file: 'app/mailbox/imap/open-folder.ts',
    test: 'test/integration/servers/read-only.test.ts',
    promise: 'Folders are opened with EXAMINE',
    line: "session.run('EXAMINE',",
    without: "session.run('SELECT' as 'EXAMINE',",
    named: '',
  },
];
