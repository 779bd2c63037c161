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
    without: "minVersion: 'TLSv1',\n    ciphers: 'DEFAULT@SECLEVEL=0',",
    named: 'of an old TLS is refused',
  },
  {
    file: 'app/mailbox/imap/open-folder.ts',
    test: 'test/integration/mailbox/live.test.ts',
    promise: 'Folders are opened with EXAMINE',
    line: "session.run('EXAMINE',",
    without: "session.run('SELECT' as 'EXAMINE',",
    named: '',
  },
];
