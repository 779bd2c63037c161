import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { failed } from '../../../app/result.ts';
import { languages } from '../../../app/text/text.ts';
import { startApp, temporaryData } from '../app.ts';
import { answerWith } from '../made-up-answers.ts';
import { nav, photograph } from './photograph.ts';

/** What a person chooses for the whole app, and what is said where that does not work. */
describe.each(languages)('settings in %s', (language) => {
  it('the settings: from the top, further down, without a tray, damaged, before deleting', async () => {
    const own = temporaryData();
    let started = await startApp({ data: own.folder, language, args: ['--sample'] });
    await started.page.locator('.sw-totals').waitFor();
    const scrolledTo = (group: number) => () =>
      started.page
        .locator('.sw-settings-group')
        .nth(group)
        .evaluate((element) => {
          element.scrollIntoView();
        });
    const open = async () => {
      await nav(started.page, 5).click();
      await started.page.locator('.sw-settings-group').last().waitFor();
    };
    await open();
    await photograph(started, `settings-${language}`);
    await started.page.evaluate(() =>
      window.sendwell.changeSettings({
        ...{ quietHours: { from: '22:00', to: '07:00' }, startAtLogin: true },
        proxy: { use: 'manual', url: 'socks5://proxy.example.com:1080', user: 'owner' },
      }),
    );
    await started.page.locator('.sw-settings-times').waitFor();
    await photograph(started, `settings-background-${language}`, scrolledTo(2));
    await photograph(started, `settings-data-${language}`, scrolledTo(4));
    await photograph(started, `settings-privacy-${language}`, scrolledTo(6));
    await started.page.locator('.sw-settings-delete').click();
    await started.page.getByRole('dialog').waitFor();
    await photograph(started, `settings-delete-${language}`);
    await started.close();
    writeFileSync(
      join(own.folder, 'sample', 'settings.json'),
      '{"version":1,"theme":5,"days":"x"}',
    );
    started = await startApp({ data: own.folder, language, args: ['--sample'] });
    await started.page.locator('.sw-totals').waitFor();
    await photograph(started, `settings-damaged-start-${language}`);
    await started.page.locator('.mantine-Notification-closeButton').click();
    await answerWith(started, {
      'settings:abilities': {
        closeToTray: 'no-tray',
        startAtLogin: null,
        notify: 'no-notifications',
      },
      'settings:change': failed(
        'settings-unwritten',
        '/home/user/settings.json',
        'ENOSPC: no space',
      ),
    });
    await open();
    await started.page.locator('.sw-settings-trouble').waitFor();
    await photograph(started, `settings-damaged-${language}`);
    await started.page.locator('.sw-settings-group').nth(2).locator('label').first().click();
    await started.page.locator('.sw-settings-group .sw-problem').waitFor();
    await photograph(started, `settings-cannot-${language}`, scrolledTo(2));
    expect(started.complaints).toEqual([]);
    await started.close();
    own.remove();
  });
});
