import { type FigureRow, formatAmount, formatRange } from '@newsledger/read-models';
import { type Html, html } from '../html.ts';
import { layout } from './layout.ts';

export const agreements = ['agreed', 'agreed_with_outlier', 'disputed', 'single_source', 'superseded'] as const;

/** What was asked for in the search form. */
interface FiguresSearch {
  readonly words: string;
  readonly measure?: string | undefined;
  readonly agreement?: string | undefined;
  readonly offset: number;
  readonly limit: number;
}

interface FiguresPage {
  readonly title: string;
  readonly rows: readonly FigureRow[];
  readonly total: number;
  /** Whether there may be more than `total`. */
  readonly isMore: boolean;
  readonly search: FiguresSearch;
  readonly measures: readonly string[];
}

/** The table of reconciled figures with its search form. */
export function figuresPage({ title, rows, total, isMore, search, measures }: FiguresPage): string {
  return layout(
    title,
    html`<h1>${title}</h1>
<form action="/" method="get" role="search">
<label>Words<input type="search" name="q" value="${search.words}" placeholder="OpenAI revenue"></label>
<label>Measure<select name="measure"><option value="">any</option>${measures.map((measure) => option(measure, search.measure))}</select></label>
<label>Agreement<select name="agreement"><option value="">any</option>${agreements.map((agreement) => option(agreement, search.agreement))}</select></label>
<button>Show</button>
</form>
<p class="soft">${total === 0 ? 'No figure fits. A first run needs a minute until articles have been read.' : `${search.offset + 1}–${search.offset + rows.length} of ${total}${isMore ? ' or more' : ''}`}</p>
${rows.length > 0 && table(rows)}
<p class="pages">${search.offset > 0 && html`<a rel="prev" href="${pageLink(search, search.offset - search.limit)}">Previous</a> `}${(search.offset + rows.length < total || (isMore && rows.length > 0)) && html`<a rel="next" href="${pageLink(search, search.offset + search.limit)}">Next</a>`}</p>`,
  );
}

function table(rows: readonly FigureRow[]): Html {
  return html`<div class="wide"><table class="rows">
<thead><tr><th scope="col">Subject</th><th scope="col">Measure</th><th scope="col">Period</th><th scope="col">Status</th><th scope="col" class="number">Value</th><th scope="col" class="number">Between</th><th scope="col">Agreement</th><th scope="col" class="number">Witnesses</th></tr></thead>
<tbody>${rows.map(
    (row) => html`<tr>
<td class="whole"><a href="/figures/${row.figure_id}">${row.subject}</a>${row.counterparty !== null && html` <span class="soft">with ${row.counterparty}</span>`}</td>
<td>${row.measure.replaceAll('_', ' ')}${(row.definition ?? row.noun) !== null && html` <span class="soft">(${(row.definition ?? row.noun)?.replaceAll('_', ' ')})</span>`}</td>
<td>${row.period}</td><td>${row.status}</td>
<td class="number first">${formatAmount(row)}</td><td class="number soft" data-label="between">${formatRange(row)}</td>
<td class="second ${row.agreement === 'disputed' ? 'disputed' : row.agreement.startsWith('agreed') ? 'agreed' : ''}">${row.agreement.replaceAll('_', ' ')}</td>
<td class="number" data-label="witnesses">${row.independent_sources} <span class="soft">of ${row.claim_count}</span></td>
</tr>`,
  )}</tbody></table></div>`;
}

function option(value: string, chosen: string | undefined): Html {
  return value === chosen
    ? html`<option value="${value}" selected>${value.replaceAll('_', ' ')}</option>`
    : html`<option value="${value}">${value.replaceAll('_', ' ')}</option>`;
}

function pageLink(search: FiguresSearch, offset: number): string {
  return `/?${new URLSearchParams({ q: search.words, measure: search.measure ?? '', agreement: search.agreement ?? '', offset: `${Math.max(0, offset)}` })}`;
}
