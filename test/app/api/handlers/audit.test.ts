import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { auditRunner } from '../../../../app/api/audit-runner.ts';
import { auditHandlers } from '../../../../app/api/handlers/audit.ts';
import { channels, type AuditStatus } from '../../../../app/api/contract.ts';
import { failed } from '../../../../app/result.ts';
import type { Context } from '../../../../app/api/context.ts';
import { testContext, type TestContext } from '../context.ts';

async function withAccounts(change: Parameters<typeof testContext>[0] = {}) {
  const told: AuditStatus[] = [];
  const context: TestContext = await testContext({
    audits: auditRunner((status) => told.push(status)),
    ...change,
  });
  const { store } = context as Context;
  if (!store.ok) throw new Error('no store');
  const { accounts } = store.value;
  const ids = ['a@example.com', 'b@example.com', 'c@example.com'].map((address, index) => {
    const base = { address, host: 'imap.example.com', port: 993, sample: false, ca: null };
    const { id } = accounts.save(base);
    // The last one's password is not known to this session.
    if (index < 2) context.passwords.hold(id, 'Correct-Horse-7');
    return id;
  });
  const handlers = auditHandlers(context);
  const ended = async (): Promise<void> => {
    while (told.at(-1)?.running !== false) await new Promise((resolve) => setTimeout(resolve, 5));
  };
  return { context, handlers, ids, told, ended };
}

describe('the audit', () => {
  it('scans with the passwords that are held, one login each, and tells how it goes', async () => {
    const { context, handlers, ids, told, ended } = await withAccounts();
    await handlers['audit:scan']({ accountIds: ids, atOnce: 2 });
    await ended();
    expect(told.at(-1)).toEqual({ running: false, done: 3, total: 3, failed: 1 });
    expect(context.logins.map(({ user }) => user)).toEqual(['a@example.com', 'b@example.com']);
    const listed = await handlers['audit:list'](undefined);
    channels['audit:list'].result.parse(listed);
    if (!listed.ok) throw new Error('no rows');
    expect(listed.value.map(({ account, episodes }) => [account.address, episodes > 0])).toEqual([
      ['a@example.com', true],
      ['b@example.com', true],
      ['c@example.com', false],
    ]);
  });

  it('never tries a refused password a second time', async () => {
    const { context, handlers, ids, ended } = await withAccounts({
      connect: (options) => {
        context.logins.push(options);
        return Promise.resolve(failed('login-refused', 'imap.example.com'));
      },
    });
    await handlers['audit:scan']({ accountIds: ids, atOnce: 8 });
    await ended();
    await handlers['audit:scan']({ accountIds: ids, atOnce: 8 });
    await ended();
    expect(context.logins).toHaveLength(2);
  });

  it('writes a report on the accounts asked for, those not read among them', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'sendwell-report-'));
    try {
      const { handlers, ids, ended } = await withAccounts({
        chooseReportFolder: () => Promise.resolve(folder),
      });
      await handlers['audit:scan']({ accountIds: ids.slice(0, 1), atOnce: 1 });
      await ended();
      const answer = await handlers['audit:report']({
        accountIds: ids.slice(1),
        formats: ['html', 'json'],
        redact: false,
        evidence: false,
        language: 'zh-CN',
      });
      expect(answer).toMatchObject({ ok: true, value: { folder } });
      expect(readdirSync(folder).sort()).toEqual(['SHA256SUMS', 'audit.html', 'audit.json']);
      const document = JSON.parse(readFileSync(join(folder, 'audit.json'), 'utf8')) as {
        accounts: { account: string; problem: { code: string } | null }[];
      };
      expect(document.accounts.map(({ account, problem }) => [account, problem?.code])).toEqual([
        ['b@example.com', 'not-scanned'],
        ['c@example.com', 'not-scanned'],
      ]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('adds the raw notices, and names the throttled accounts that could not be asked', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'sendwell-report-'));
    try {
      const { context, handlers, ids, ended } = await withAccounts({
        chooseReportFolder: () => Promise.resolve(folder),
      });
      await handlers['audit:scan']({ accountIds: ids, atOnce: 2 });
      await ended();
      context.passwords.forget(ids[1] ?? 0);
      const report = (redact: boolean) =>
        handlers['audit:report']({
          ...{ accountIds: ids, formats: ['json'], redact, evidence: true, language: 'en' },
        });
      expect(await report(true)).toMatchObject({ ok: true, value: { withoutEvidence: [] } });
      expect(readdirSync(folder)).not.toContain('evidence');
      expect(await report(false)).toMatchObject({
        ok: true,
        value: { withoutEvidence: ['b@example.com'] },
      });
      expect(readdirSync(join(folder, 'evidence'))).toEqual(['a@example.com.zip']);
      const zip = readFileSync(join(folder, 'evidence', 'a@example.com.zip'));
      const sum = createHash('sha256').update(zip).digest('hex');
      expect(readFileSync(join(folder, 'SHA256SUMS'), 'utf8')).toBe(
        `${sum}  evidence/a@example.com.zip\n`,
      );
      const kept = Object.keys(unzipSync(zip)).filter((name) => name.endsWith('.eml'));
      expect(kept.length).toBeGreaterThan(0);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('writes nothing where no folder was chosen', async () => {
    const { handlers, ids } = await withAccounts();
    expect(
      await handlers['audit:report']({
        ...{ accountIds: ids, formats: ['html'], redact: false, evidence: false, language: 'en' },
      }),
    ).toEqual({ ok: true, value: null });
  });
});
