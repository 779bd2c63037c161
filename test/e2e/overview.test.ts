import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { barriers } from './accessibility.ts';
import { startApp, temporaryData, type StartedApp } from './app.ts';
import { overviewShown, scanEnded } from './screens.ts';

const data = temporaryData();
const files = mkdtempSync(join(tmpdir(), 'sendwell-files-'));
const complaints: string[] = [];
let started: StartedApp;

beforeAll(async () => {
  started = await startApp({ data: data.folder, args: ['--sample'], complaints });
  await scanEnded(started.page);
});
afterAll(async () => {
  await started.close();
  data.remove();
  rmSync(files, { recursive: true });
});

const slider = (page: Page) => page.getByRole('slider', { name: 'Throttle rejections over time' });
const scope = (page: Page) => page.getByRole('region', { name: 'What the views show' });
const nav = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const everything = (page: Page) => scope(page).getByText('All rejections, whole time');

/** Stands for the person in the system's save dialog. */
async function saveTo(path: string): Promise<void> {
  await started.app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, path);
}

describe('the timeline', () => {
  it('zooms to what is dragged over, and goes back with a double click', async () => {
    const { page } = started;
    await everything(page).waitFor();
    const box = await slider(page).boundingBox();
    if (box === null) throw new Error('no chart');
    const y = box.y + box.height / 2;
    await page.mouse.move(box.x + box.width * 0.5, y);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * 0.7, y, { steps: 8 });
    await page.mouse.up();
    await scope(page)
      .getByRole('button', { name: /^Remove: / })
      .waitFor();
    await page.mouse.dblclick(box.x + box.width * 0.15, y);
    await everything(page).waitFor();
  });

  it('zooms, moves and goes back with the keys', async () => {
    const { page } = started;
    await slider(page).focus();
    await page.keyboard.press('End');
    await page.keyboard.press('+');
    await page.keyboard.press('+');
    const remove = scope(page).getByRole('button', { name: /^Remove: / });
    await remove.waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await remove.waitFor();
    await page.keyboard.press('Escape');
    await everything(page).waitFor();
  });

  it('redraws without mounting anything anew', async () => {
    const { page } = started;
    await page.evaluate(() => {
      document.querySelector('.sw-plot')?.setAttribute('data-same', '');
    });
    await scope(page).getByText('7 d', { exact: true }).click();
    await scope(page).getByRole('button', { name: 'Remove: Last 7 days' }).waitFor();
    expect(await page.locator('.sw-plot[data-same]').count()).toBe(1);
    await scope(page).getByRole('button', { name: 'One step back' }).click();
    await everything(page).waitFor();
  });
});

describe('the filters', () => {
  it('narrow every view, hold on the notices, and are there when one comes back', async () => {
    const { page } = started;
    const bar = page.getByRole('button', { name: /Narrow to it\.$/ }).first();
    await bar.click();
    const chip = scope(page).getByRole('button', { name: /^Remove: Connecting IP: / });
    await chip.waitFor();
    await nav(page, 'Notices').click();
    await page.getByRole('table', { name: 'Bounce notices' }).waitFor();
    await chip.waitFor();
    expect(await barriers(page)).toEqual([]);
    await nav(page, 'Overview').click();
    await overviewShown(page);
    await chip.click();
    await everything(page).waitFor();
  });
});

describe('an episode', () => {
  it('shows its course, its pace and its lines, and can be saved for support', async () => {
    const { page } = started;
    await page
      .getByRole('button', { name: /^Open the episode of / })
      .first()
      .click();
    const drawer = page.getByRole('dialog', { name: /^Episode of / });
    await drawer.getByText('Before this episode').waitFor();
    expect(await drawer.getByText(/too frequently sending/).count()).toBeGreaterThan(3);
    expect(await barriers(page)).toEqual([]);
    const path = join(files, 'episode.txt');
    await saveTo(path);
    await drawer.getByRole('button', { name: 'Save for support' }).click();
    await page.getByText('Saved as “episode.txt”.').waitFor();
    expect(readFileSync(path, 'utf8')).toContain('too frequently sending');
    await page.keyboard.press('Escape');
    await drawer.waitFor({ state: 'hidden' });
  });
});

describe('saving', () => {
  it('writes the chart as a table and as a picture', async () => {
    const { page } = started;
    for (const [kind, item] of [
      ['csv', 'Table (CSV)'],
      ['svg', 'Picture (SVG)'],
      ['png', 'Picture (PNG)'],
    ] as const) {
      const path = join(files, `chart.${kind}`);
      await saveTo(path);
      await page.getByRole('button', { name: 'Save: Throttle rejections over time' }).click();
      await page.getByRole('menuitem', { name: item }).click();
      await page.getByText(`Saved as “chart.${kind}”.`).waitFor();
    }
    expect(readFileSync(join(files, 'chart.csv'), 'utf8')).toMatch(/^\uFEFFTime,Temporary,/);
    const svg = readFileSync(join(files, 'chart.svg'), 'utf8');
    expect(svg).toContain('Throttle rejections over time');
    expect(svg).not.toContain('var(');
    const png = readFileSync(join(files, 'chart.png'));
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    expect(png.byteLength).toBeGreaterThan(5000);
  });

  it('says why a file could not be written', async () => {
    const { page } = started;
    await saveTo(join(files, 'no such folder', 'chart.csv'));
    await page.getByRole('button', { name: 'Save: Throttle rejections over time' }).click();
    await page.getByRole('menuitem', { name: 'Table (CSV)' }).click();
    await page.getByText('"chart.csv" could not be saved.').waitFor();
    await page
      .getByRole('alert')
      .filter({ hasText: 'could not be saved' })
      .getByRole('button', { name: 'Close' })
      .click();
  });
});

const line = (at: string, code: number) =>
  `${at} host postfix/smtp[1]: 4F1: to=<user@example.org>, relay=smtp.example.com[203.0.113.9]:25, dsn=${String(code)[0] ?? '5'}.0.0, status=bounced (host smtp.example.com[203.0.113.9] said: ${code} Reject by behaviour spam at Rcpt State(Connection IP address:203.0.113.9)ANTISPAM_BAT[01201311R9368S4530114229, ay29a033002195077]: too frequently sending (in reply to RCPT TO command))`;

describe('explaining', () => {
  it('gives pasted text a verdict', async () => {
    const { page } = started;
    await nav(page, 'Explain').click();
    await page.getByRole('heading', { name: 'Explain an error' }).waitFor();
    expect(await barriers(page)).toEqual([]);
    await page
      .getByRole('textbox', { name: 'Error text or log' })
      .fill(line('Nov 23 10:00:00', 554));
    await page.getByRole('button', { name: 'Explain', exact: true }).last().click();
    await page.getByText('What was found').waitFor();
    expect(await page.getByText('The deciding line').count()).toBe(1);
    expect(await barriers(page)).toEqual([]);
  });

  it('takes files that are dropped anywhere, and adds them to the history once', async () => {
    const { page } = started;
    await nav(page, 'Overview').click();
    const path = join(files, 'smtp.log');
    writeFileSync(
      path,
      [554, 554, 554].map((code, n) => line(`Nov 2 10:0${n}:00`, code)).join('\n'),
    );
    await dropFiles(page, [path]);
    await page.getByText('This rests on 3 messages or lines alone.').waitFor();
    expect(page.url()).toMatch(/^sendwell:/);
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await page.getByText(/^3 notices were added, /).waitFor();
    await nav(page, 'Overview').click();
    await page.getByText('Added from files').waitFor();
    expect(await page.getByRole('button', { name: /^Open the episode of / }).count()).toBe(4);
  });

  it('reads no path that the page made up', async () => {
    const { page } = started;
    const secret = join(files, 'secret.log');
    writeFileSync(secret, line('Nov 2 10:00:00', 554));
    const answers = await page.evaluate(async (path) => {
      const forged = Object.defineProperty(new File(['x'], path), 'path', { value: path });
      const ask = (paths: string[]) =>
        window.sendwell.explainFiles({ paths }).then(
          () => 'read',
          () => 'refused',
        );
      return [
        await ask([path]),
        window.sendwell.pathsOf([forged]).join(),
        window.sendwell.pathsOf([{ path, name: path } as unknown as File]).join(),
        await ask([path]),
      ];
    }, secret);
    expect(answers).toEqual(['refused', '', '', 'refused']);
  });
});

it('breaks no rule of the page on the way', () => {
  expect(complaints).toEqual([]);
});

/** As the system does it when a person lets go of files over the window. */
async function dropFiles(page: Page, paths: readonly string[]): Promise<void> {
  const session = await page.context().newCDPSession(page);
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await session.send('Input.dispatchDragEvent', {
      type,
      x: 500,
      y: 400,
      data: { items: [], files: [...paths], dragOperationsMask: 1 },
    });
    if (type === 'dragOver') await page.getByText('Drop to explain').waitFor();
  }
  await session.detach();
}
