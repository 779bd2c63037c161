import { app } from './app.ts';
import type { Defence } from './defence.ts';
import { pure } from './pure.ts';
import { servers } from './servers.ts';

/** Every defence that can be taken away by itself; docs/security-tests.md says when each was last seen missed. */
export const defences: readonly Defence[] = [...pure, ...servers, ...app];
