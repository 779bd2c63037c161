import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchTarget } from '../../app/toolchain/electron-runtime.ts';
import { throttleNotice } from '../app/scan/mails.ts';
import { sendwell } from '../integration/commands/sendwell.ts';
import { barriers } from './accessibility.ts';
import { startApp, temporaryData, type StartedApp } from './app.ts';
import { scanEnded } from './screens.ts';

const data = temporaryData();
const folder = mkdtempSync(join(tmpdir(), 'sendwell-report-'));
let started: StartedApp;

beforeAll(async () => {
  started = await startApp({ data: data.folder, args: ['--sample'] });
  await scanEnded(started.page);
});
afterAll(async () => {
  await started.close();
  data.remove();
  rmSync(folder, { recursive: true });
});

describe('the audit screen', () => {
  it('compares the accounts', async () => {
    const { page } = started;
    await page.getByRole('button', { name: 'Audit', exact: true }).click();
    const table = page.getByRole('table', { name: 'Audit' });
    await table.waitFor();
    expect(await table.getByRole('row').count()).toBe(2);
    await table.getByText('Recovering').waitFor();
    expect(await barriers(page)).toEqual([]);
  });

  it('scans all', async () => {
    const { page } = started;
    await page.getByRole('button', { name: 'Scan all' }).click();
    await page.getByRole('button', { name: 'Scan all' }).waitFor();
    const accounts = await page.evaluate(() => window.sendwell.listAccounts());
    expect(accounts).toHaveLength(1);
  });

  it('writes the report into the folder that was chosen: page, PDF and tables', async () => {
    const { app, page } = started;
    await app.evaluate(({ dialog }, path) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] });
    }, folder);
    await page.getByRole('button', { name: 'Make report' }).click();
    const dialog = page.getByRole('dialog', { name: 'Audit report' });
    await dialog.waitFor();
    expect(await barriers(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Choose folder and write' }).click();
    await dialog.getByText(`Report written to ${folder}`).waitFor();
    expect(readdirSync(folder).sort()).toEqual([
      'SHA256SUMS',
      'audit.html',
      'audit.pdf',
      'report-accounts.csv',
      'report-episodes.csv',
    ]);
    const pdf = readFileSync(join(folder, 'audit.pdf'));
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    expect(pdf.length).toBeGreaterThan(20_000);
    expect(readFileSync(join(folder, 'audit.html'), 'utf8')).toContain('1 of 1 accounts');
    expect(started.complaints).toEqual([]);
  });
});

it('the command line has the app print its PDF', async () => {
  const files = join(folder, 'files', 'owner@example.com');
  mkdirSync(files, { recursive: true });
  writeFileSync(join(files, '1.eml'), throttleNotice(1, new Date()).raw);
  const ended = await sendwell(
    ['audit', '--from-files', join(folder, 'files'), '--out', join(folder, 'out')].concat([
      ...['--data', join(folder, 'data'), '--format', 'pdf', '--lang', 'zh-CN'],
    ]),
    { env: { SENDWELL_APP: launchTarget().executablePath } },
  );
  expect(ended.status).toBe(0);
  const written = readdirSync(join(folder, 'out'));
  expect(written).toContain('audit.pdf');
  expect(written).not.toContain('audit.html');
  expect(
    readFileSync(join(folder, 'out', 'audit.pdf'))
      .subarray(0, 5)
      .toString(),
  ).toBe('%PDF-');
});
