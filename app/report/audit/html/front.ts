import type { AuditHead } from '../document.ts';
import type { Summary } from '../summary.ts';
import { byWeek, chart, legend } from './chart.ts';
import { markup, type Markup } from './markup.ts';
import { dash, type Words } from './words.ts';

export interface Front {
  readonly head: AuditHead;
  readonly summary: Summary;
  readonly words: Words;
}

/**
 * What the chart of all accounts and those of single ones span: the time asked for, else what was found, to the
 * day of the last scan. Of the days since, nothing is known.
 */
export function span({ head, summary, words }: Front): { from: string; to: string } {
  const to = words.day(summary.scannedAt ?? head.generatedAt);
  const from = head.since === null ? (summary.days[0]?.day ?? to) : words.day(head.since);
  return from <= to ? { from, to } : { from: to, to };
}

/** Title and scope. */
export function cover({ head, summary, words }: Front): Markup {
  const { t, number, time } = words;
  const row = (name: string, value: string | Markup): Markup =>
    markup`<div>
      <dt>${name}</dt>
      <dd>${value}</dd>
    </div>`;
  return markup`<header>
    <p class="product">${t('product')}</p>
    <h1>${t('title')}</h1>
    <dl class="scope" aria-label="${t('scope.title')}">
      ${row(t('scope.generatedAt'), time(head.generatedAt))}
      ${row(t('scope.since'), head.since === null ? t('scope.everything') : time(head.since))}
      ${row(t('scope.accounts'), number(summary.accounts + head.remaining))}
      ${row(t('scope.read'), number(summary.read))}
      ${row(t('scope.unread'), number(summary.unread))}
      ${head.remaining > 0 && row(t('scope.remaining'), number(head.remaining))}
      ${row(t('scope.timeZone'), head.timeZone)} ${row(t('scope.tool'), head.tool)}
      ${head.shard !== null && row(t('scope.shard'), t('scope.shardOf', { ...head.shard }))}
      ${row(t('scope.redacted'), t(head.redacted ? 'scope.redactedYes' : 'scope.redactedNo'))}
    </dl>
  </header>`;
}

export function summarySection(front: Front): Markup {
  const { head, summary, words } = front;
  const { t, number, day } = words;
  const numbers = {
    read: number(summary.read),
    throttled: number(summary.throttled),
    limited: number(summary.states.limited),
  };
  const sentences = [
    t(summary.throttled === 0 ? 'summary.none' : 'summary.some', numbers),
    summary.firstAt !== null &&
      summary.lastAt !== null &&
      t('summary.first', { first: day(summary.firstAt), last: day(summary.lastAt) }),
    summary.unread > 0 && t('summary.unread', { unread: number(summary.unread) }),
    summary.incomplete > 0 && t('summary.incomplete', { incomplete: number(summary.incomplete) }),
    head.remaining > 0 && t('summary.remaining', { remaining: number(head.remaining) }),
  ];
  const days = span(front);
  const title = t(byWeek(days.from, days.to) ? 'summary.chartWeek' : 'summary.chart');
  return markup`<section class="summary" id="summary">
    <h2>${t('summary.title')}</h2>
    <p class="lead">${sentences[0] ?? ''}</p>
    ${sentences.slice(1).map((sentence) => sentence !== false && markup`<p>${sentence}</p>`)}
    <h3>${t('summary.states')}</h3>
    ${stateTiles(front)}
    <h3>${title}</h3>
    ${
      summary.throttled === 0
        ? markup`<p class="dim">${t('summary.chartNone')}</p>`
        : markup`<figure>
            ${chart({ ...days, days: summary.days, sent: false, height: 150, label: title, words })}
            ${legend(words, ['transient', 'permanent'])}
          </figure>`
    }
    ${summary.most.length > 0 && mostAffected(front)}
  </section>`;
}

const order = ['limited', 'recovering', 'healthy', 'unknown', 'unread'] as const;

function stateTiles({ summary, words }: Front): Markup {
  const { t, number } = words;
  return markup`<ul class="tiles">
    ${order.map(
      (state) =>
        markup`<li class="state ${state}">
          <b>${number(summary.states[state])}</b> <span>${t(`state.${state}`)}</span>
        </li>`,
    )}
  </ul>`;
}

function mostAffected({ summary, words }: Front): Markup {
  const { t, number, time } = words;
  return markup`<h3>${t('summary.most')}</h3>
    <table>
      <thead>
        <tr>
          <th>${t('accounts.account')}</th>
          <th>${t('accounts.state')}</th>
          <th class="n">${t('accounts.episodes')}</th>
          <th class="n">${t('accounts.rejections')}</th>
          <th>${t('accounts.last')}</th>
        </tr>
      </thead>
      <tbody>
        ${summary.most.map(
          (facts) =>
            markup`<tr>
              <td class="name">${facts.account}</td>
              <td>${stateMark(facts.state, words)}</td>
              <td class="n">${number(facts.episodes)}</td>
              <td class="n">${number(facts.transient + facts.permanent)}</td>
              <td class="time">${facts.lastAt === null ? dash : time(facts.lastAt)}</td>
            </tr> `,
        )}
      </tbody>
    </table>
    <p class="dim">${t('summary.more')}</p>`;
}

/** A word with a mark of its own shape: readable without colour. */
export const stateMark = (state: (typeof order)[number], { t }: Words): Markup =>
  markup`<span class="mark ${state}">${t(`state.${state}`)}</span>`;

export function domainsSection({ summary, words }: Front): Markup {
  const { t, number, time } = words;
  return markup`<section id="domains">
    <h2>${t('domains.title')}</h2>
    <p>${t('domains.intro')}</p>
    <table>
      <thead>
        <tr>
          <th>${t('domains.domain')}</th>
          <th class="n">${t('domains.accounts')}</th>
          <th class="n">${t('domains.throttled')}</th>
          <th class="n">${t('domains.atOnce')}</th>
          <th class="n">${t('domains.episodes')}</th>
          <th class="n">${t('domains.rejections')}</th>
          <th>${t('domains.last')}</th>
          <th class="n">${t('domains.unread')}</th>
        </tr>
      </thead>
      <tbody>
        ${summary.domains.map(
          (domain) =>
            markup`<tr>
              <td class="name">${domain.domain || t('domains.none')}</td>
              <td class="n">${number(domain.accounts)}</td>
              <td class="n">${number(domain.throttled)}</td>
              <td class="n">${number(domain.atOnce)}</td>
              <td class="n">${number(domain.episodes)}</td>
              <td class="n">${number(domain.rejections)}</td>
              <td class="time">${domain.lastAt === null ? dash : time(domain.lastAt)}</td>
              <td class="n">${number(domain.unread)}</td>
            </tr> `,
        )}
      </tbody>
    </table>
  </section>`;
}
