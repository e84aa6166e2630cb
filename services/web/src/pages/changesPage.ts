import { type Change, type ChangePage, formatAmount } from '@newsledger/read-models';
import { writeCursor } from '../api/cursor.ts';
import { NEWS_FEED_PATH } from '../follow/feedPaths.ts';
import { type Html, html } from '../html.ts';
import { layout } from './layout.ts';
import { nameOf } from './nameOf.ts';
import { dayOf, momentOf } from './times.ts';

/** What changed since a moment, the latest first: before, after, and the article or decision that caused it. */
export function changesPage({ rows, next }: ChangePage, since: Date, isFirst: boolean): string {
  const first = `/changes?since=${since.toISOString()}`;
  return layout(
    'Changes',
    html`<h1>What changed</h1>
<form action="/changes" method="get"><label>Since<input type="date" name="since" value="${dayOf(since)}"></label><button>Show</button></form>
<p class="soft">${countWords(rows.length, next !== null, isFirst)} since ${momentOf(since)}.</p>
${rows.length > 0 && table(rows)}
<p class="pages">${!isFirst && html`<a href="${first}">First page</a> `}${next !== null && html`<a rel="next" href="${first}&amp;after=${writeCursor(next)}">Next page</a>`}</p>
<p class="soft">In SQL: <code>SELECT * FROM newsledger.changes_since('${since.toISOString()}');</code> · <a href="${NEWS_FEED_PATH}">Follow all changes</a> (Atom) · <a href="/decisions">What people decided</a></p>`,
  );
}

function countWords(count: number, isMore: boolean, isFirst: boolean): string {
  if (!isFirst) return count === 0 ? 'No more changes' : `${count} older changes`;
  return isMore ? `The latest ${count} changes` : count === 1 ? 'One change' : `${count} changes`;
}

function table(changes: readonly Change[]): Html {
  return html`<div class="wide" tabindex="0" role="region" aria-label="Changes"><table class="rows">
<thead><tr><th scope="col">Recorded</th><th scope="col">Figure</th><th scope="col" class="number">Before</th><th scope="col" class="number">After</th><th scope="col">Agreement</th><th scope="col">What happened</th></tr></thead>
<tbody>${changes.map(
    (
      change,
    ) => html`<tr><td class="nowrap">${momentOf(change.changed_at)}</td><td class="whole"><a href="/figures/${change.figure_id}">${nameOf({ ...change, noun: null })}</a> <span class="soft">${change.period} ${change.status}</span></td>
<td class="number soft" data-label="before">${amount(change, change.old_value)}</td><td class="number first">${change.live ? amount(change, change.value) : 'not shown'}</td><td class="second">${change.agreement?.replaceAll('_', ' ')}</td>
<td class="whole">${change.article_url === null ? change.cause : html`<a href="${change.article_url}" rel="noreferrer">${change.cause}</a>`}</td></tr>`,
  )}</tbody></table></div>`;
}

function amount({ unit }: Change, value: string | null): string {
  return value === null ? '' : formatAmount({ value, low: null, high: null, unit });
}
