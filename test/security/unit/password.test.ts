import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { channels, events, type Channel } from '../../../app/api/contract.ts';
import { allHandlers } from '../../../app/api/handlers/all.ts';
import { testContext } from '../../app/api/context.ts';
import { seededRandom } from '../../fuzz/mutate.ts';
import { sampleValue } from '../../fuzz/sample-value.ts';

const password = 'Unlikely-Pa55word-93';

describe('somebody who reads all that main ever says', () => {
  it('finds the password in no answer, event, object or text after a login with it', async () => {
    const context = await testContext();
    const handlers = allHandlers(context);
    const started = await handlers['scan:connect']({
      ...(sampleValue(channels['scan:connect'].argument, seededRandom(1), 0) as object),
      ...{ address: 'owner@example.com', password, host: 'imap.example.com', port: 993 },
    } as never);
    expect(started.ok).toBe(true);
    // The login itself had it, or this test would prove nothing.
    expect(context.logins.some((login) => login.password === password)).toBe(true);
    const random = seededRandom(5);
    const said: unknown[] = [started, context.told, context.passwords];
    for (const name of Object.keys(channels) as Channel[]) {
      if (name === 'scan:connect' || name === 'account:remove') continue;
      const parsed = channels[name].argument.safeParse(
        sampleValue(channels[name].argument, random, 0),
      );
      if (!parsed.success) continue;
      const handle = handlers[name] as (argument: unknown) => unknown;
      said.push(await Promise.resolve(handle(parsed.data)).catch(String));
    }
    await context.scans.cancelAll();
    for (const each of said) {
      expect(JSON.stringify([each])).not.toContain(password);
      expect(inspect(each, { depth: 8, showHidden: true })).not.toContain(password);
    }
  });

  it('sees no field for a stored password in what the window is told', () => {
    const names = (schema: unknown): string => inspect(schema, { depth: 12 });
    for (const { result } of Object.values(channels))
      expect(names(result)).not.toMatch(/\bstoredPassword\b/);
    // A field of that name; a screen may be called so.
    const fields = (schema: z.ZodType): string =>
      JSON.stringify(z.toJSONSchema(schema, { unrepresentable: 'any' }));
    expect(fields(z.object({ told: z.array(z.object({ password: z.string() })) }))).toMatch(
      /"password":/,
    );
    for (const body of Object.values(events)) expect(fields(body)).not.toMatch(/"password":/);
  });
});
