import type { Context } from '../context.ts';
import type { Handlers } from '../handler.ts';
import { soundAnswers } from '../sound-answers.ts';
import { accountHandlers } from './accounts.ts';
import { appHandlers } from './app.ts';
import { auditHandlers } from './audit.ts';
import { dataHandlers } from './data.ts';
import { explainHandlers } from './explain.ts';
import { exportHandlers } from './export.ts';
import { helpHandlers } from './help.ts';
import { noticeHandlers } from './notices.ts';
import { overviewHandlers } from './overview.ts';
import { readingHandlers } from './reading.ts';
import { passwordHandlers } from './password.ts';
import { scanHandlers } from './scan.ts';
import { settingsHandlers } from './settings.ts';
import { siteHandlers } from './sites.ts';
import { storeHandlers } from './store.ts';
import { watchHandlers } from './watch.ts';

export function allHandlers(context: Context): Handlers {
  const handlers = {
    ...appHandlers(context),
    ...settingsHandlers(context),
    ...dataHandlers(context),
    ...accountHandlers(context),
    ...siteHandlers(context),
    ...scanHandlers(context),
    ...overviewHandlers(context),
    ...helpHandlers(context),
    ...noticeHandlers(context),
    ...storeHandlers(context),
    ...readingHandlers(context),
    ...watchHandlers(context),
    ...auditHandlers(context),
    ...explainHandlers(context),
    ...exportHandlers(context),
    ...passwordHandlers(context),
  };
  return soundAnswers(handlers, context);
}
