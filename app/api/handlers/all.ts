import type { Context } from '../context.ts';
import type { Handlers } from '../handler.ts';
import { accountHandlers } from './accounts.ts';
import { appHandlers } from './app.ts';
import { noticeHandlers } from './notices.ts';
import { overviewHandlers } from './overview.ts';
import { passwordHandlers } from './password.ts';
import { scanHandlers } from './scan.ts';
import { siteHandlers } from './sites.ts';

export function allHandlers(context: Context): Handlers {
  return {
    ...appHandlers(context),
    ...accountHandlers(context),
    ...siteHandlers(context),
    ...scanHandlers(context),
    ...overviewHandlers(context),
    ...noticeHandlers(context),
    ...passwordHandlers(context),
  };
}
