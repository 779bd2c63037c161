import { readPaths, type FileItem } from '../../mailbox/files/index.ts';
import { machineZone } from '../../report/scan-document.ts';
import { ok, type Result } from '../../result.ts';
import { explainItems, textItem } from '../../scan/explain.ts';
import { importFiles } from '../../scan/import.ts';
import { localOffset, offsetOfLocal } from '../../text/time.ts';
import { gone, withStore, type Context } from '../context.ts';
import type { Explained, Explanation } from '../contract.ts';
import type { Handlers } from '../handler.ts';
import { clip } from '../views/clip.ts';
import { toExplained } from '../views/notice.ts';
import { toAdvice, toCause, toEpisode } from '../views/overview.ts';

type ExplainChannels = 'explain:text' | 'explain:files' | 'explain:choose' | 'import:files';

const mostNotices = 500;
/** '-' is standard input on the command line; a window has none. */
const noInput: AsyncIterable<Uint8Array> = (async function* () {})();

export function explainHandlers(context: Context): Pick<Handlers, ExplainChannels> {
  const { clock, chooseMailFiles } = context;
  return {
    'explain:text': ({ text }) => explain(context, textItem(text)),
    'explain:files': ({ paths }) => explain(context, readPaths(paths, noInput)),
    'explain:choose': ({ kind }) => chooseMailFiles(kind),
    'import:files': ({ accountId, paths }) =>
      withStore(context, async (store) => {
        const account = store.accounts.get(accountId);
        if (account === null) return gone();
        const outcome = await importFiles({
          ...{
            store,
            accountId,
            address: account.address,
            now: clock(),
            offsetOfLocal: localMinutes,
          },
          items: readPaths(paths, noInput),
          signal: context.stopped,
        });
        const { messages, added, alreadyKnown, throttled, problems } = outcome;
        return ok({ messages, added, alreadyKnown, throttled, problems: problems.map(toProblem) });
      }),
  };
}

const localMinutes = (local: number): number => offsetOfLocal(machineZone(), local) / 60_000;

const toProblem = (problem: Explanation['problems'][number]): Explanation['problems'][number] => ({
  ...problem,
  subject: clip(problem.subject, 1000),
  detail: clip(problem.detail, 1000),
});

/** The same verdict, causes and advice as for a mailbox that holds these messages and nothing else. */
async function explain(
  context: Context,
  items: AsyncIterable<FileItem>,
): Promise<Result<Explanation>> {
  const notices: Explained[] = [];
  const explained = await explainItems({
    ...{ items, now: context.clock(), offsetOfLocal: localMinutes, offsetAt: localOffset },
    signal: context.stopped,
    onNotice: (source, notice) => {
      if (notices.length < mostNotices) notices.push(toExplained(source, notice, context.text));
    },
  });
  if (!explained.ok) return explained;
  const { outcome, standing } = explained.value;
  return ok({
    notices,
    messages: outcome.messages,
    bounces: outcome.bounces,
    throttled: standing.totals.throttled,
    episodes: standing.episodes.slice(-500).map((episode) => toEpisode(episode)),
    advice: standing.lastAt === null ? null : toAdvice(standing.advice),
    causes: standing.lastAt === null ? [] : standing.causes.map(toCause),
    lastAt: standing.lastAt,
    problems: outcome.problems.map(toProblem),
  });
}
