import { formatAmount, type News } from '@newsledger/read-models';
import { type Html, html } from '../../html.ts';
import { nameOf } from '../nameOf.ts';
import { momentOf } from '../times.ts';

const WORDS = {
  appeared: 'new',
  disputed: 'now disputed',
  settled: 'settled',
  changed: 'changed',
  agreement: 'agreement moved',
  gone: 'no longer shown',
} as const satisfies Record<News['kind'], string>;

/** How many figures are new, changed and so on, in words. */
export function summaryOf(news: readonly News[]): string {
  const kinds = Map.groupBy(news, ({ kind }) => kind);
  const order: readonly News['kind'][] = ['appeared', 'changed', 'disputed', 'settled', 'agreement', 'gone'];
  return order.flatMap((kind) => (kinds.has(kind) ? [`${kinds.get(kind)?.length.toLocaleString('en')} ${WORDS[kind]}`] : [])).join(', ');
}

/** Of one article or decision; more are a click away. */
const ITEMS_OF_A_CAUSE = 5;

/** News of figures by what caused them, the latest first: what is shown now, and what was before. */
export function newsList(news: readonly News[], mostCauses: number): Html {
  const causes = Map.groupBy(news, ({ changed_at, cause }) => `${changed_at.getTime()} ${cause}`);
  return html`<ul class="news">${[...causes.values()].slice(0, mostCauses).map(causeItem)}</ul>`;
}

function causeItem(news: readonly News[]): Html {
  const [first] = news;
  if (first === undefined) return html``;
  const { changed_at, cause, article_url } = first;
  return html`<li><div class="soft">${momentOf(changed_at)}${cause !== null && html` · ${article_url === null ? cause : html`<a href="${article_url}" rel="noreferrer">${cause}</a>`}`}</div>
<ul>${news.slice(0, ITEMS_OF_A_CAUSE).map(newsItem)}${news.length > ITEMS_OF_A_CAUSE && html`<li class="soft">and ${news.length - ITEMS_OF_A_CAUSE} more</li>`}</ul></li>`;
}

/** One figure's news, without what caused it. */
export function newsItem(row: News): Html {
  const { unit, kind } = row;
  const old = { value: row.old_value, low: row.old_low, high: row.old_high, unit };
  const isMoved = kind !== 'appeared' && formatAmount(old) !== formatAmount(row);
  const further = [row.period, row.status === 'actual' ? null : row.status].filter((word) => word !== null).join(', ');
  const amount =
    kind === 'gone'
      ? html`<s>${formatAmount(old)}</s>`
      : html`${isMoved && html`<s class="soft">${formatAmount(old)}</s> → `}<strong>${formatAmount(row)}</strong>`;
  return html`<li>${amount} <a href="/figures/${row.figure_id}">${nameOf(row)}</a>${further !== '' && html` <span class="soft">${further}</span>`} <span class="kind ${COLOURS[kind]}">${WORDS[kind]}</span>${kind === 'agreement' && html` <span class="soft">to ${row.agreement?.replaceAll('_', ' ')}</span>`}</li>`;
}

const COLOURS = { appeared: 'agreed', disputed: 'disputed', settled: 'agreed', changed: 'soft', agreement: 'soft', gone: 'soft' } as const;
