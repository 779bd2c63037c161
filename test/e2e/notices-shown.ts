import type { StartedApp } from './app.ts';

export interface Shown {
  readonly title: string;
  readonly body: string;
}

type Spied = typeof globalThis & {
  shown?: { title: string; body: string; emit(event: string): void }[];
};

/** From now on notifications are noted instead of shown: no system here has a place for them. */
export async function spyOnNotifications({ app }: Pick<StartedApp, 'app'>): Promise<void> {
  await app.evaluate(({ Notification }) => {
    const shown: NonNullable<Spied['shown']> = ((globalThis as Spied).shown = []);
    Notification.prototype.show = function (this: (typeof shown)[number]) {
      shown.push(this);
    };
  });
}

export const notificationsOf = ({ app }: Pick<StartedApp, 'app'>): Promise<Shown[]> =>
  app.evaluate(() =>
    ((globalThis as Spied).shown ?? []).map(({ title, body }) => ({ title, body })),
  );

/** A person clicks the last one. */
export const clickNotification = ({ app }: Pick<StartedApp, 'app'>): Promise<void> =>
  app.evaluate(() => {
    (globalThis as Spied).shown?.at(-1)?.emit('click');
  });
