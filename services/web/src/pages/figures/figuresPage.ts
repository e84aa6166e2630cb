import { type FigurePage, type figureOrders, formatAmount, formatRange, type ShownFigure } from '@newsledger/read-models';
import { writeCursor } from '../../api/cursor.ts';
import { type Html, html } from '../../html.ts';
import { layout } from '../layout.ts';

export const agreements = ['agreed', 'agreed_with_outlier', 'disputed', 'single_source', 'superseded'] as const;
export const statuses = ['actual', 'forecast', 'planned', 'talks', 'rumoured', 'denied', 'historic'] as const;

const ORDERS = {
  witnesses: 'best witnessed',
  changed: 'latest changed',
  name: 'name',
  amount: 'amount, by unit',
} as const satisfies Record<keyof typeof figureOrders, string>;

/** What was asked for in the search form. */
interface FiguresSearch {
  readonly words: string;
  readonly measure?: string | undefined;
  readonly status?: string | undefined;
  readonly agreement?: string | undefined;
  readonly sort: keyof typeof figureOrders;
  readonly isFirst: boolean;
}

interface FiguresPage {
  readonly page: FigurePage;
  readonly search: FiguresSearch;
  readonly measures: readonly string[];
}

/** The table of reconciled figures with its search form. All that is asked is in the address. */
export function figuresPage({ page, search, measures }: FiguresPage): string {
  const { rows, next } = page;
  return layout(
    'Figures',
    html`<h1>Reconciled figures</h1>
<form action="/figures" method="get" role="search">
<label>Words<input type="search" name="q" value="${search.words}" placeholder="OpenAI revenue"></label>
${choice('Measure', 'measure', measures, search.measure)}${choice('Status', 'status', statuses, search.status)}${choice('Agreement', 'agreement', agreements, search.agreement)}
<label>Order<select name="sort">${Object.entries(ORDERS).map(([name, words]) => option(name, words, search.sort))}</select></label>
<button>Show</button>
</form>
<p class="soft">${countWords(page, search.isFirst)}</p>
${rows.length > 0 && table(rows)}
<p class="pages">${!search.isFirst && html`<a href="${addressOf(search, null)}">First page</a> `}${next !== null && html`<a rel="next" href="${addressOf(search, writeCursor(next))}">Next page</a>`}</p>`,
  );
}

function countWords({ rows, total, isMore }: FigurePage, isFirst: boolean): string {
  if (rows.length === 0) return isFirst ? 'No figure fits. A first run needs a minute until articles have been read.' : 'No more figures.';
  const all = `${total.toLocaleString('en')}${isMore ? ' or more' : ''}`;
  return isFirst && rows.length === total ? `${all} ${total === 1 ? 'figure' : 'figures'}` : `${rows.length} of ${all}`;
}

function table(rows: readonly ShownFigure[]): Html {
  return html`<form action="/compare" method="get" class="marking"><div class="wide" tabindex="0" role="region" aria-label="Figures"><table class="rows">
<thead><tr><th scope="col" class="mark"><span class="unseen">Compare</span></th><th scope="col">Subject</th><th scope="col">Measure</th><th scope="col">Period</th><th scope="col">Status</th><th scope="col" class="number">Value</th><th scope="col" class="number">Between</th><th scope="col">Agreement</th><th scope="col" class="number">Witnesses</th></tr></thead>
<tbody>${rows.map(tableRow)}</tbody></table></div>
<p><button>Compare the marked ones</button></p></form>`;
}

function tableRow(row: ShownFigure): Html {
  const further = row.definition ?? row.noun;
  const colour = row.agreement === 'disputed' ? 'disputed' : row.agreement.startsWith('agreed') ? 'agreed' : '';
  return html`<tr><td class="mark"><input type="checkbox" name="figure" value="${row.figure_id}" aria-label="Compare ${row.subject}"></td>
<td class="whole"><a href="/figures/${row.figure_id}">${row.subject}</a>${row.counterparty !== null && html` <span class="soft">with ${row.counterparty}</span>`}</td>
<td>${row.measure.replaceAll('_', ' ')}${further !== null && html` <span class="soft">(${further.replaceAll('_', ' ')})</span>`}</td>
<td>${row.period}</td><td>${row.status}</td>
<td class="number first">${formatAmount(row)}</td><td class="number soft" data-label="between">${formatRange(row)}</td>
<td class="second ${colour}">${row.agreement.replaceAll('_', ' ')}</td>
<td class="number" data-label="witnesses">${row.independent_sources} <span class="soft">of ${row.claim_count}</span></td></tr>
`;
}

function choice(title: string, name: string, values: readonly string[], chosen: string | undefined): Html {
  return html`<label>${title}<select name="${name}"><option value="">any</option>${values.map((value) => option(value, value.replaceAll('_', ' '), chosen))}</select></label>`;
}

function option(value: string, words: string, chosen: string | undefined): Html {
  return value === chosen ? html`<option value="${value}" selected>${words}</option>` : html`<option value="${value}">${words}</option>`;
}

/** Where a page of this search is; a filter that isn't set is left out. */
function addressOf({ words, measure, status, agreement, sort }: FiguresSearch, after: string | null): string {
  const asked = { q: words, measure, status, agreement, sort: sort === 'witnesses' ? '' : sort, after: after ?? '' };
  const set = Object.entries(asked).flatMap(([name, value]) => (value === undefined || value === '' ? [] : [[name, value]]));
  return set.length === 0 ? '/figures' : `/figures?${new URLSearchParams(Object.fromEntries(set))}`;
}
