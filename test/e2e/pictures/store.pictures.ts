import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openDatabase } from '../../../app/store/sqlite.ts';
import { languages } from '../../../app/text/text.ts';
import { startApp, temporaryData } from '../app.ts';
import { photograph } from './photograph.ts';

/** A database that cannot be used. */
describe.each(languages)('the database in %s', (language) => {
  it('a database that is damaged, kept aside, or locked', async () => {
    const own = temporaryData();
    const file = join(own.folder, 'sendwell.db');
    writeFileSync(file, 'This is no database. '.repeat(1000));
    const started = await startApp({ data: own.folder, language });
    const buttons = started.page.locator('.sw-store-actions button');
    await buttons.first().waitFor();
    await photograph(started, `database-damaged-${language}`);
    await buttons.first().click();
    await started.page.locator('.sw-store [role=status]').first().waitFor();
    await photograph(started, `database-kept-${language}`);
    expect(started.complaints).toEqual([]);
    await started.close();
    const other = await openDatabase(file);
    other.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE');
    const locked = await startApp({ data: own.folder, language });
    await locked.page.locator('.sw-store-wait').waitFor();
    await photograph(locked, `database-locked-${language}`);
    expect(locked.complaints).toEqual([]);
    await locked.close();
    other.close();
    own.remove();
  });
});
