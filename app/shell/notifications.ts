import { Notification } from 'electron';
import type { AlertWords } from '../text/alert-words.ts';

/** One that nothing holds is collected, and a click on it goes nowhere. */
const shown = new Map<string, Notification>();

/**
 * Shows a notification of the system; one with the same key before it is taken away. Where the system has no place
 * for notifications nothing happens.
 */
export function notify(key: string, { title, body }: AlertWords, onClick: () => void): void {
  shown.get(key)?.close();
  const notification = new Notification({ title, body });
  shown.set(key, notification);
  const forget = (): void => {
    if (shown.get(key) === notification) shown.delete(key);
  };
  notification.on('click', () => {
    forget();
    onClick();
  });
  notification.on('close', forget);
  notification.show();
}
