import { throttleNotice } from '../../app/scan/mails.ts';
import { chooseCaFile, startApp, temporaryData, type StartedApp } from '../../e2e/app.ts';
import { fillConnectForm, scanEnded, sendConnectForm } from '../../e2e/screens.ts';
import { startDovecot, type Dovecot } from '../../servers/dovecot.ts';

const address = 'owner@example.com';
const password = 'Correct-Horse-7';

export interface Watching extends StartedApp {
  readonly dovecot: Dovecot;
  /** Puts a throttle notice of this time (milliseconds since 1970 UTC) into the Inbox. */
  notice(at: number): void;
}

/** The app in its window, watching a mailbox in a real Dovecot that was throttled `agoMs` before now. */
export async function watching<T>(
  agoMs: number,
  look: (watching: Watching) => Promise<T>,
): Promise<T> {
  const data = temporaryData();
  const dovecot = await startDovecot({ users: { [address]: password } });
  let last = 0;
  const notice = (at: number): void => {
    const date = new Date(at);
    dovecot.deliver(address, 'INBOX', [{ raw: throttleNotice((last += 1), date).raw, date }]);
  };
  notice(Date.now() - agoMs);
  const started = await startApp({ data: data.folder });
  try {
    const { page } = started;
    await fillConnectForm(page, { address, password, host: 'localhost', port: dovecot.port });
    await chooseCaFile(started, dovecot.caFile);
    await sendConnectForm(page);
    await scanEnded(page);
    await page.locator('.sw-watch label').last().click();
    await page.getByText('Watching', { exact: true }).waitFor();
    return await look({ ...started, dovecot, notice });
  } finally {
    await started.close();
    await dovecot.stop();
    data.remove();
  }
}
