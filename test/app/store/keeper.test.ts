import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { failed, type Problem } from '../../../app/result.ts';
import { StoreKeeper } from '../../../app/store/keeper.ts';

const now = new Date('2026-03-02T08:00:05Z');
const rubbish = 'This is no database. '.repeat(500);
let folder: string;
let file: string;
let told: (string | null)[];
let keeper: StoreKeeper | null = null;

const open = async (): Promise<StoreKeeper> => {
  const changed = (problem: Problem | null) => void told.push(problem?.code ?? null);
  keeper = await StoreKeeper.open(file, changed, () => now);
  return keeper;
};

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sendwell-keeper-'));
  file = join(folder, 'sendwell.db');
  told = [];
});
afterEach(() => {
  keeper?.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('a keeper of a good database', () => {
  it('never sets it aside', async () => {
    const kept = await open();
    expect(await kept.startAfresh()).toMatchObject({ ok: false });
    expect(await kept.reopen()).toEqual({ ok: true, value: null });
    expect(readdirSync(folder).some((name) => name.includes('damaged'))).toBe(false);
    expect(told).toEqual([]);
  });

  it('gives it up when a question meets damage, once, and lets it be replaced', async () => {
    const kept = await open();
    const { problem } = failed('store-damaged', file, 'malformed');
    kept.giveUp(problem);
    kept.giveUp(problem);
    expect(kept.current).toEqual({ ok: false, problem });
    expect(told).toEqual(['store-damaged']);
    expect(await kept.startAfresh()).toMatchObject({ ok: true });
    expect(kept.current.ok).toBe(true);
    expect(told).toEqual(['store-damaged', null]);
  });
});

describe('a keeper of a database that cannot be opened', () => {
  it('keeps a damaged one aside, once for two clicks', async () => {
    writeFileSync(file, rubbish);
    const kept = await open();
    expect(kept.current).toMatchObject({ problem: { code: 'store-damaged' } });
    const [first, second] = await Promise.all([kept.startAfresh(), kept.startAfresh()]);
    const place = join(folder, 'sendwell.damaged-20260302T080005Z.db');
    expect(first).toEqual({ ok: true, value: { keptAs: place } });
    expect(second.ok).toBe(false);
    expect(readFileSync(place, 'utf8')).toBe(rubbish);
    expect(told).toEqual([null]);
  });

  it('tries again, and tells when it is there', async () => {
    writeFileSync(file, rubbish);
    const kept = await open();
    expect(await kept.reopen()).toMatchObject({ problem: { code: 'store-damaged' } });
    rmSync(file);
    expect(await kept.reopen()).toEqual({ ok: true, value: null });
    expect(told).toEqual(['store-damaged', null]);
  });

  it('sets nothing aside that waiting may mend', async () => {
    file = join(folder, 'taken', 'sendwell.db');
    writeFileSync(join(folder, 'taken'), 'a file');
    const kept = await open();
    expect(await kept.startAfresh()).toMatchObject({ problem: { code: 'store-unwritable' } });
    expect(readdirSync(folder)).toEqual(['taken']);
  });
});
