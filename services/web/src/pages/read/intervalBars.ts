import type { Quantity } from '@newsledger/quantities';
import { formatAmount, formatRange } from '@newsledger/read-models';
import { type Html, html } from '../../html.ts';
import { type AmountScale, createAmountScale } from '../amountScale.ts';
import { rangeOf } from '../neighbourhood.ts';

const WIDTH = 1000;

/** One chart per unit, each interval as a bar on the chart's scale: amounts of different units have no common one. */
export function intervalBars(quantities: readonly Quantity[]): Html {
  const charts = new Map<string, Quantity[]>();
  for (const quantity of quantities) {
    if (quantity.low === null && quantity.high === null) continue;
    const name = `${quantity.unit === '' ? 'plain numbers' : quantity.unit}${quantity.per === null ? '' : ` per ${quantity.per}`}`;
    charts.set(name, [...(charts.get(name) ?? []), quantity]);
  }
  return html`<div class="charts">${[...charts].map(([name, members]) => chart(name, members))}</div>`;
}

function chart(name: string, quantities: readonly Quantity[]): Html {
  const scale = createAmountScale(rangeOf(quantities));
  const ends = [scale.from, scale.to].map((end) =>
    formatAmount({ value: `${end}`, low: null, high: null, unit: quantities[0]?.unit ?? '' }),
  );
  return html`<figure class="chart"><figcaption>${name}${scale.logarithmic && html` <span class="soft">· logarithmic scale</span>`}</figcaption>
<ul class="bars">${quantities.map((quantity) => bar(quantity, scale))}</ul>
<div class="axis soft" aria-hidden="true">${scale.from === scale.to ? html`<span></span><span>${ends[0]}</span><span></span>` : ends.map((end) => html`<span>${end}</span>`)}</div></figure>`;
}

function bar(quantity: Quantity, scale: AmountScale): Html {
  const { low, high, value } = quantity;
  const from = low === null ? 0 : scale.at(low) * WIDTH;
  const to = high === null ? WIDTH : scale.at(high) * WIDTH;
  const written = value === null ? null : scale.at(value) * WIDTH;
  return html`<li><span class="surface">${quantity.text}</span><svg viewBox="0 0 ${WIDTH} 20" preserveAspectRatio="none" role="img" aria-label="${formatRange(quantity)}">
<line x1="0" x2="${WIDTH}" y1="10" y2="10" stroke="var(--line)"/>
<rect x="${from.toFixed(1)}" y="5" width="${Math.max(to - from, 4).toFixed(1)}" height="10" rx="2" fill="var(--yes)" opacity="0.7"/>
${low === null && html`<path d="M14 0 L0 10 L14 20 Z" fill="var(--yes)"/>`}${high === null && html`<path d="M${WIDTH - 14} 0 L${WIDTH} 10 L${WIDTH - 14} 20 Z" fill="var(--yes)"/>`}
${written !== null && html`<rect x="${(written - 1.5).toFixed(1)}" y="1" width="3" height="18" fill="var(--ink)"/>`}</svg></li>`;
}
