import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { explanationSchema } from '../../../../app/api/contract.ts';
import { explainHandlers } from '../../../../app/api/handlers/explain.ts';
import { throttleNotice } from '../../scan/mails.ts';
import { now, testContext } from '../context.ts';

const minute = 60_000;
const line = (ago: number): string =>
  `${new Date(now.getTime() - ago).toISOString()} smtp: 454 Transient reject by behaviour spam at Rcpt State(Connection IP address:203.0.113.9)ANTISPAM_BAT[01201311R1468S4530114229, ay29a033002195077]: too frequently sending`;

async function explainText(text: string) {
  const answer = await explainHandlers(await testContext())['explain:text']({ text });
  if (!answer.ok) throw new Error(answer.problem.code);
  expect(explanationSchema.safeParse(answer.value).error).toBeUndefined();
  return answer.value;
}

describe('pasted text', () => {
  it('gets the same verdict and advice as a mailbox', async () => {
    const found = await explainText(
      [line(20 * minute), 'all is well', line(10 * minute)].join('\n'),
    );
    expect(found).toMatchObject({
      ...{ bounces: 2, throttled: 2, lastAt: now.getTime() - 10 * minute },
      episodes: [{ failures: 2, pace: null, connectionIps: ['203.0.113.9'] }],
      advice: { action: 'pause', retryAt: now.getTime() + 50 * minute },
    });
    expect(found.causes).toHaveLength(4);
    expect(found.notices.map(({ source }) => source)).toEqual(['-:1', '-:3']);
  });

  it('is read as a mail where it is one', async () => {
    const { raw } = throttleNotice(1, new Date(now.getTime() - minute));
    expect(await explainText(raw)).toMatchObject({ bounces: 1, throttled: 1 });
  });

  it('gives a verdict without advice where no time can be read', async () => {
    const found = await explainText(
      '554 Reject by behaviour spamANTISPAM_BAT[x, y]: too frequently sending',
    );
    expect(found).toMatchObject({
      bounces: 1,
      advice: null,
      causes: [],
      episodes: [],
      lastAt: null,
    });
    expect(found.notices[0]?.failures[0]?.category).toBe('throttle');
  });

  it('finds nothing in nothing', async () => {
    expect(await explainText('Hello')).toMatchObject({ bounces: 0, notices: [], advice: null });
  });
});

it('imports files into an account and says what could not be read', async () => {
  const context = await testContext();
  const folder = mkdtempSync(join(tmpdir(), 'sendwell-explain-'));
  try {
    const { id } = context.store.value.accounts.save({
      ...{ address: 'owner@example.com', host: '', port: 993, sample: false, ca: null },
    });
    const log = join(folder, 'mail.log');
    writeFileSync(log, line(minute));
    const handlers = explainHandlers(context);
    const add = () =>
      handlers['import:files']({ accountId: id, paths: [log, join(folder, 'gone.eml')] });
    const problems = [{ code: 'file-not-found' }];
    expect(await add()).toMatchObject({ value: { added: 1, throttled: 1, problems } });
    expect(await add()).toMatchObject({ value: { added: 0, alreadyKnown: 1, problems } });
    expect(await handlers['import:files']({ accountId: 99, paths: [log] })).toMatchObject({
      ok: false,
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
});
