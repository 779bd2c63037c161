import type { Audited } from '../document.ts';
import { byWeek, chart, legend } from './chart.ts';
import { stateMark } from './front.ts';
import { markup, type Markup } from './markup.ts';
import { dash, type Words } from './words.ts';

const shownEpisodes = 10;
const shownLines = 6;

/** Everything about one account that has a finding. */
export function accountSection(
  entry: Audited,
  days: { readonly from: string; readonly to: string },
  words: Words,
  id: string,
): Markup {
  const { t, time } = words;
  const title = t(byWeek(days.from, days.to) ? 'account.timelineWeek' : 'account.timeline');
  const sent = entry.timeline.some((day) => day.sent > 0);
  const changes = entry.password.changes;
  return markup`<section class="account" id="${id}">
    <h3 class="name">${entry.account} ${stateMark(entry.state, words)}</h3>
    <p class="dim">
      ${entry.host === null ? t('account.files') : `${t('account.host')} ${entry.host}`} · ${t('account.readAt')} ${time(entry.scannedAt)} ·
      ${t('account.since')} ${entry.since === null ? t('scope.everything') : time(entry.since)}
    </p>
    ${entry.problem !== null && problem(entry.problem, t('account.problemPart'), words)}
    ${advice(entry, words)}
    <h4>${title}</h4>
    <figure>
      ${chart({ ...days, days: entry.timeline, changes, sent, height: 96, label: `${title}: ${entry.account}`, words })}
      ${legend(words, ['transient', 'permanent', ...(sent ? (['sent'] as const) : []), ...(changes.length > 0 ? (['password'] as const) : [])])}
    </figure>
    ${episodes(entry, words)} ${pace(entry, words)} ${causes(entry, words)} ${lines(entry, words)}
    ${password(entry, words)} ${whatWasRead(entry, words)}
  </section>`;
}

export function problem(
  { message, detail }: { readonly message: string; readonly detail: string | null },
  title: string,
  { t }: Words,
): Markup {
  return markup`<p class="problem">
    <b>${title}.</b>
    ${message}${detail !== null && detail !== '' && markup` ${t('account.serverSaid', { words: detail })}`}
  </p>`;
}

function advice({ advice }: Audited, { t, time }: Words): Markup | null {
  if (advice === null) return null;
  return markup`<h4>${t('account.advice')}</h4>
    <p>
      ${t(`action.${advice.action}`)}
      ${advice.action !== 'none' && advice.retryAt !== null && t('account.retryAt', { at: time(advice.retryAt) })}
      ${advice.why} ${advice.alsoDo.map((each) => `${t(`alsoDo.${each}`)} `)}
    </p>`;
}

function episodes({ episodes }: Audited, words: Words): Markup {
  const { t, number, time } = words;
  if (episodes.length === 0)
    return markup`<h4>${t('account.episodes')}</h4>
      <p>${t('account.noEpisodes')}</p>`;
  const shown = episodes.slice(-shownEpisodes);
  return markup`<h4>${t('account.episodes')}</h4>
    <table>
      <thead>
        <tr>
          <th>${t('account.began')}</th>
          <th>${t('account.ended')}</th>
          <th class="n">${t('account.temporary')}</th>
          <th class="n">${t('account.permanent')}</th>
          <th>${t('account.side')}</th>
          <th>${t('account.ips')}</th>
        </tr>
      </thead>
      <tbody>
        ${shown.map(
          (each) =>
            markup`<tr>
              <td class="time">${time(each.startedAt)}</td>
              <td class="time">${time(each.endedAt)}</td>
              <td class="n">${number(each.transient)}</td>
              <td class="n">${number(each.permanent)}</td>
              <td>${t(`direction.${each.direction}`)}</td>
              <td class="code">${each.connectionIps.slice(0, 6).join(', ') || dash}</td>
            </tr> `,
        )}
      </tbody>
    </table>
    ${episodes.length > shown.length && markup`<p class="dim">${t('account.moreEpisodes', { shown: number(shown.length), count: episodes.length })}</p>`}`;
}

type Sent = NonNullable<Audited['episodes'][number]['pace']>['minute'];
type PaceValues = { readonly [Span in (typeof spans)[number]]: Sent | null };
const spans = ['minute', 'hour', 'day'] as const;

function pace(entry: Audited, words: Words): Markup {
  const { t, number, share, time } = words;
  const head = t('account.pace');
  const judged = entry.episodes.filter(({ pace }) => pace !== null).slice(-shownEpisodes);
  if (entry.pace === null && judged.length === 0)
    return markup`<h4>${head}</h4>
      <p>${t('account.paceNone')}</p>`;
  const cell = (sent: Sent | null): string =>
    sent === null
      ? dash
      : t('account.paceValue', {
          messages: number(sent.messages),
          recipients: number(sent.recipients),
        });
  const cells = (values: PaceValues): Markup[] =>
    spans.map((span) => markup`<td class="n">${cell(values[span])}</td>`);
  const best = entry.pace?.highestWithoutRejection ?? null;
  return markup`<h4>${head}</h4>
    ${
      (judged.length > 0 || best !== null) &&
      markup`<table>
        <thead>
          <tr>
            <th></th>
            ${spans.map((span) => markup`<th class="n">${t(`account.paceColumns.${span}`)}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${judged.map(
            ({ startedAt, pace }) =>
              pace !== null &&
              markup`<tr>
                <td class="time">${time(startedAt)}</td>
                ${cells(pace)}
              </tr>`,
          )}
          ${
            best !== null &&
            markup`<tr>
              <td>${t('account.paceBest')}</td>
              ${cells(best)}
            </tr>`
          }
        </tbody>
      </table>`
    }
    ${entry.pace !== null && markup`<p>${t('account.sent')}: ${number(entry.pace.sentMessages)}. ${entry.pace.coverage === null ? t('account.coverageNone') : t('account.coverage', { share: share(entry.pace.coverage) })}</p>`}`;
}

function causes({ cause }: Audited, { t }: Words): Markup {
  if (cause === null)
    return markup`<h4>${t('account.causes')}</h4>
      <p>${t('account.causesNone')}</p>`;
  return markup`<h4>${t('account.causes')}</h4>
    <ul class="causes">
      ${cause.map(
        ({ name, likelihood, evidence }) =>
          markup`<li>
            <b>${t(`cause.${name}`)}</b>:
            ${t(`likelihood.${likelihood}`)}${
              evidence.length > 0 &&
              markup`<ul>
                ${evidence.map((each) => markup`<li>${each}</li>`)}
              </ul>`
            }
          </li>`,
      )}
    </ul>`;
}

function lines({ lines, lineCount }: Audited, words: Words): Markup | null {
  const { t, number, time } = words;
  if (lines.length === 0) return null;
  const shown = lines.slice(-shownLines);
  return markup`<h4>${t('account.lines')}</h4>
    <table class="lines">
      <thead>
        <tr>
          <th>${t('account.began')}</th>
          <th>${t('account.recipient')}</th>
          <th>${t('account.said')}</th>
        </tr>
      </thead>
      <tbody>
        ${shown.map(
          (line) =>
            markup`<tr>
              <td class="time">${time(line.at)}</td>
              <td class="name">
                ${line.recipient ?? dash}${line.subject !== null && markup`<br /><span class="dim">${line.subject.slice(0, 200)}</span>`}
              </td>
              <td class="code">${(line.diagnostic ?? dash).slice(0, 600)}</td>
            </tr> `,
        )}
      </tbody>
    </table>
    ${lineCount > shown.length && markup`<p class="dim">${t('account.moreLines', { shown: number(shown.length), count: lineCount })}</p>`}`;
}

function password({ password }: Audited, { t, time }: Words): Markup {
  const { changes, check } = password;
  const verdict =
    check === null
      ? t('account.passwordCheck.none')
      : t(`account.passwordCheck.${check.compliant && check.score >= 3 ? 'strong' : 'weak'}`, {
          at: time(check.at),
        });
  return markup`<h4>${t('account.passwordTitle')}</h4>
    <p>
      ${changes.length === 0 ? t('account.passwordNever') : changes.slice(-10).map((at) => markup`${t('account.passwordChanged', { at: time(at) })}. `)}
      ${verdict}
    </p>`;
}

function whatWasRead({ folders, notScanned, evidence }: Audited, words: Words): Markup {
  const { t, number } = words;
  return markup`<h4>${t('account.basis')}</h4>
    <ul>
      ${folders.slice(0, 20).map(
        (folder) =>
          markup`<li>
              ${t('account.folder', { path: folder.path, swept: number(folder.swept), messages: number(folder.messages), notices: number(folder.notices) })}
            </li>`,
      )}
    </ul>
    <p>
      <b>${t('account.notRead')}.</b>
      ${notScanned.length === 0 ? t('account.notReadNone') : notScanned.slice(0, 20).join(' ')}
    </p>
    <p>
      <b>${t('account.evidence')}.</b>
      ${evidence === null ? t('account.evidenceNone') : markup`<span class="code">${evidence.file}</span>, ${t('account.evidenceOf', { notices: number(evidence.notices), of: number(evidence.of) })}, SHA-256 <span class="code hash">${evidence.sha256}</span>`}
    </p>`;
}
