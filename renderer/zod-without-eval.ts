import { z } from 'zod';

// Zod decides when a schema is made whether to compile it with `new Function`, which the content security
// policy forbids. So this module is imported before the contract.
z.config({ jitless: true });
