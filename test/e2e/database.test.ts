import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase, type Database } from '../../app/store/sqlite.ts';
import { barriers } from './accessibility.ts';
import { startApp, temporaryData, type StartedApp } from './app.ts';
import { filesBelow } from './files.ts';
import { overviewShown, scanEnded } from './screens.ts';

const data = temporaryData();
const file = join(data.folder, 'sample', 'sendwell.db');
const complaints: string[] = [];
let started: StartedApp;

const start = async (): Promise<void> => {
  started = await startApp({ data: data.folder, args: ['--sample'], complaints });
};
const restart = async (between: () => void | Promise<void>): Promise<void> => {
  await started.close();
  await between();
  await start();
};
const keptFiles = () =>
  filesBelow(data.folder).filter((path) => /\.damaged-\d{8}T\d{6}Z\.db$/.test(path));
const fresh = { name: 'Keep the damaged file aside and start afresh' };

beforeAll(async () => {
  await start();
  await scanEnded(started.page);
});
afterAll(async () => {
  await started.close();
  data.remove();
});

describe('a damaged database', () => {
  const rubbish = Buffer.from('This is no database. '.repeat(1000));

  it('is shown with its place instead of an empty app', async () => {
    await restart(() => writeFileSync(file, rubbish));
    const { page } = started;
    await page.getByRole('heading', { name: /database on this computer is damaged/ }).waitFor();
    await page.getByText(file).first().waitFor();
    expect(await barriers(page)).toEqual([]);
    expect(readFileSync(file).equals(rubbish)).toBe(true);
  });

  it('stays damaged when it is tried again', async () => {
    const { page } = started;
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('button', fresh).waitFor();
    expect(readFileSync(file).equals(rubbish)).toBe(true);
    expect(keptFiles()).toEqual([]);
  });

  it('is kept aside on request, whole, and the app goes on with a new one', async () => {
    const { page } = started;
    await page.getByRole('button', fresh).click();
    await page.getByRole('heading', { name: 'A new database was started' }).waitFor();
    expect(await barriers(page)).toEqual([]);
    const [kept = ''] = keptFiles();
    await page.getByText(kept).waitFor();
    expect(readFileSync(kept).equals(rubbish)).toBe(true);
    await page.getByRole('button', { name: 'Go on' }).click();
    await page.getByRole('button', { name: 'Open the sample' }).click();
    await scanEnded(page);
  });

  it('leaves a database that is good after a restart', async () => {
    await restart(() => undefined);
    await overviewShown(started.page);
    expect(keptFiles()).toHaveLength(1);
  });
});

it('damage that a question meets while the app runs takes the place of every screen', async () => {
  const { page } = started;
  const db = await openDatabase(file);
  db.exec("UPDATE notice SET body = '{'");
  db.close();
  await page.getByRole('button', { name: 'Notices', exact: true }).click();
  await page.getByRole('button', fresh).waitFor();
  await page.getByRole('button', fresh).click();
  await page.getByRole('button', { name: 'Go on' }).click();
  await page.getByRole('button', { name: 'Open the sample' }).waitFor();
  expect(keptFiles()).toHaveLength(2);
});

it('a database that another program holds is opened as soon as it is free', async () => {
  let other: Database | null = null;
  await restart(async () => {
    other = await openDatabase(file);
    other.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; COMMIT; BEGIN EXCLUSIVE');
  });
  const { page } = started;
  await page.getByRole('heading', { name: 'The database is in use by another program.' }).waitFor();
  await page.getByText(/Tries by itself in|Trying/).waitFor();
  expect(await barriers(page)).toEqual([]);
  (other as Database | null)?.exec('ROLLBACK');
  (other as Database | null)?.close();
  await page.getByRole('button', { name: 'Open the sample' }).waitFor();
});

it('a file in the place of the data folder is said in the window', async () => {
  const taken = join(data.folder, 'taken');
  mkdirSync(data.folder, { recursive: true });
  writeFileSync(taken, 'a file of somebody’s');
  await started.close();
  started = await startApp({ data: taken, complaints });
  const { page } = started;
  await page
    .getByRole('heading', { name: 'The folder for the database cannot be used.' })
    .waitFor();
  expect(await barriers(page)).toEqual([]);
  expect(readFileSync(taken, 'utf8')).toBe('a file of somebody’s');
});

it('breaks no rule of the page on the way', () => {
  expect(complaints).toEqual([]);
});
