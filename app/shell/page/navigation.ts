import type { App, Event } from 'electron';
import { isOwnPage } from './page-files.ts';

interface NavigationEvent extends Event {
  readonly url: string;
}

/** Every page, whatever opened it: it stays on our own pages, opens no window and embeds nothing. */
export function guardNavigation(app: App, refused: (what: string) => void): void {
  app.on('web-contents-created', (_created, contents) => {
    const stay = (what: string) => (event: NavigationEvent) => {
      if (isOwnPage(event.url)) return;
      event.preventDefault();
      refused(what);
    };
    contents.on('will-navigate', stay('navigation'));
    contents.on('will-frame-navigate', stay('frame navigation'));
    contents.on('will-redirect', stay('redirect'));
    contents.on('will-attach-webview', (event) => {
      event.preventDefault();
      refused('webview');
    });
    contents.setWindowOpenHandler(() => {
      refused('new window');
      return { action: 'deny' };
    });
  });
}
