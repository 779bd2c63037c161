/**
 * Runs before anything else is loaded: it stands first among main's imports.
 * Files that this process makes are for their owner alone, and imapflow finds the `crypto` global that Node 18
 * (the runtime that tests may fall back to) does not have.
 */
import { webcrypto } from 'node:crypto';

process.umask(0o077);

const scope = globalThis as { crypto?: unknown };
scope.crypto ??= webcrypto;
