import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { auditFormats } from '../../../../app/report/audit/formats.ts';
import { writeReport } from '../../../../app/report/audit/write-report.ts';
import { createText } from '../../../../app/text/text.ts';
import { audited, each, head } from './entries.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sendwell-report-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const request = (account: string) => ({
  folder,
  head: head(),
  lines: () => each([JSON.stringify(audited({ account }))]),
  entries: () => each([audited({ account })]),
  formats: new Set(auditFormats),
  text: createText('en'),
  printPdf: async (_page: string, pdf: string) => {
    await Promise.resolve();
    writeFileSync(pdf, '%PDF');
    return true;
  },
});

it('writes what was asked for', async () => {
  const { files } = await writeReport(request('new@example.com'));
  expect([...files].sort()).toEqual(readdirSync(folder).sort());
  expect(files).toContain('audit.pdf');
});

it('leaves the former report as it was when the disk is full, wherever that happens', async () => {
  await writeReport(request('old@example.com'));
  const before = readdirSync(folder).map((name) => [
    name,
    readFileSync(join(folder, name), 'utf8'),
  ]);
  for (let room = 0; room < 5; room += 1) {
    let written = 0;
    const full = writeReport({
      ...request('new@example.com'),
      openFile: async (path) => {
        const file = await open(path, 'w');
        return {
          appendFile: async (data) => {
            written += 1;
            if (written > room)
              throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
            await file.appendFile(data);
          },
          sync: () => file.sync(),
          close: () => file.close(),
        };
      },
    });
    await expect(full).rejects.toMatchObject({ code: 'ENOSPC' });
    expect(
      readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
    ).toEqual(before);
  }
});

it('writes the rest where no app can print, and says so', async () => {
  const { files, pdfMissing } = await writeReport({
    ...request('a@example.com'),
    printPdf: () => Promise.resolve(false),
  });
  expect(pdfMissing).toBe(true);
  expect(files).not.toContain('audit.pdf');
  expect(files).toContain('audit.html');
});

it('is the same on a later day but for when it was made: charts end with the last scan', async () => {
  const on = async (day: string): Promise<string> => {
    const generatedAt = `${day}T10:00:00+08:00`;
    await writeReport({ ...request('a@example.com'), head: head({ generatedAt }) });
    return readFileSync(join(folder, 'audit.html'), 'utf8').replaceAll(`${day} 10:00`, 'NOW');
  };
  expect(await on('2026-03-06')).toBe(await on('2026-04-20'));
});
