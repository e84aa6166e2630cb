import type { Hedge, Quantity } from '@newsledger/quantities';
import { formatAmount, formatRange } from '@newsledger/read-models';
import { type Html, html } from '../../html.ts';

const hedges: Readonly<Record<Hedge, string>> = {
  '=': 'as written',
  '~': 'about',
  '<~': 'nearly',
  '>': 'more than',
  '<=': 'up to',
  range: 'range',
  order: 'order of magnitude',
};

/** What was read, a row each; exact ends stand in the titles of the rounded ones. */
export function quantityTable(quantities: readonly Quantity[]): Html {
  return html`<div class="wide" role="region" aria-label="The quantities" tabindex="0"><table>
<thead><tr><th scope="col">#</th><th scope="col">Words</th><th scope="col">Kind</th><th scope="col" class="number">Value</th><th scope="col" class="number">Low … high</th><th scope="col">Hedge</th><th scope="col">Unit</th><th scope="col">Per</th><th scope="col">Noun</th><th scope="col" class="number">Digits</th></tr></thead>
<tbody>${quantities.map((quantity, index) => row(quantity, index + 1))}</tbody></table></div>`;
}

function row(quantity: Quantity, number: number): Html {
  const { text, kind, hedge, unit, per, noun, significantDigits, change } = quantity;
  return html`<tr id="q${number}">
<td class="soft">${number}</td>
<th scope="row">${text}</th>
<td><span class="span ${kind}">${kind}</span></td>
<td class="number">${formatAmount(quantity)}</td>
<td class="number soft" title="${exactInterval(quantity)}">${formatRange(quantity)}</td>
<td>${hedges[hedge]}${change !== null && html` <span class="soft">(${change})</span>`}</td>
<td>${unit === '' ? html`<span class="soft">none</span>` : unit}</td><td>${per}</td><td>${noun?.phrase}</td>
<td class="number">${significantDigits}</td>
</tr>`;
}

function exactInterval({ low, high, lowOpen, highOpen, unit }: Quantity): string {
  const from = low === null ? '(−∞' : `${lowOpen ? '(' : '['}${low}`;
  const to = high === null ? '∞)' : `${high}${highOpen ? ')' : ']'}`;
  return `${from}, ${to} ${unit}`.trim();
}
