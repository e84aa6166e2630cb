import { type DealRow, type EntityRow, type FigureRow, formatAmount } from '@newsledger/read-models';
import { entityFeedPath } from '../follow/feedPaths.ts';
import { type Html, html } from '../html.ts';
import { layout } from './layout.ts';

/** Where an entity's page is. */
export function entityPath(name: string): string {
  return `/entities/${encodeURIComponent(name)}`;
}

/** Who and what the figures and deals are about. */
export function entitiesPage(entities: readonly EntityRow[], words: string): string {
  return layout(
    'Entities',
    html`<h1>Entities</h1>
<form action="/entities" method="get" role="search"><label>Words<input type="search" name="q" value="${words}" placeholder="Amazon"></label><button>Show</button></form>
${entities.length === 0 && html`<p class="soft">Nobody fits.</p>`}
${
  entities.length > 0 &&
  html`<div class="wide" tabindex="0" role="region" aria-label="Entities"><table class="rows">
<thead><tr><th scope="col">Entity</th><th scope="col">Kind</th><th scope="col">Part of</th><th scope="col">Also called</th><th scope="col" class="number">Figures</th><th scope="col" class="number">Deals</th></tr></thead>
<tbody>${entities.map(
    (
      row,
    ) => html`<tr><td class="whole"><a href="${entityPath(row.entity)}">${row.entity}</a></td><td>${row.kind}</td><td>${row.parent}</td><td>${row.aliases.slice(0, 4).join(', ')}</td>
<td class="number" data-label="figures">${row.figure_count}</td><td class="number" data-label="deals">${row.deal_count}</td></tr>`,
  )}</tbody></table></div>`
}`,
  );
}

/** All that is known of somebody: what it is, what it is called, its figures over time and its deals. */
export function entityPage(entity: EntityRow, figures: readonly FigureRow[], deals: readonly DealRow[]): string {
  const measures = Map.groupBy(figures, ({ measure }) => measure);
  return layout(
    entity.entity,
    html`<h1>${entity.entity}</h1>
<p class="soft">${entity.kind ?? 'Of no known kind'}${Object.entries(entity.identifiers).map(([name, value]) => ` · ${name} ${value}`)}${entity.described_by !== null && ` · as ${entity.described_by} says`}</p>
${entity.aliases.length > 0 && html`<p>The news also calls it ${entity.aliases.join(', ')}.</p>`}
${entity.parent !== null && html`<p>Part of <a href="${entityPath(entity.parent)}">${entity.parent}</a>.</p>`}
${(entity.parts?.length ?? 0) > 0 && html`<p>Its parts: ${entity.parts?.map((part, index) => html`${index > 0 && ', '}<a href="${entityPath(part)}">${part}</a>`)}. Their figures stand apart.</p>`}
${deals.length > 0 && html`<h2>Deals</h2><ul>${deals.map((deal) => html`<li><a href="/deals/${deal.deal_id}">${deal.title}</a> <span class="soft">${deal.announced_on} ${deal.status}</span>${deal.unit !== null && `, ${formatAmount({ ...deal, unit: deal.unit })}`}</li>`)}</ul>`}
${[...measures].map(([measure, rows]) => measureTable(entity.entity, measure, rows))}
<p class="soft">In SQL: <code>SELECT * FROM newsledger.figures WHERE '${entity.entity.replaceAll("'", "''")}' IN (subject, counterparty);</code> · <a href="${entityFeedPath(entity.entity)}">Follow ${entity.entity}</a> (Atom)</p>`,
    { feed: { title: entity.entity, path: entityFeedPath(entity.entity) } },
  );
}

function measureTable(entity: string, measure: string, rows: readonly FigureRow[]): Html {
  const name = measure.replaceAll('_', ' ');
  return html`<h2>${name}</h2><div class="wide" tabindex="0" role="region" aria-label="${name}"><table class="rows">
<thead><tr><th scope="col">Period</th><th scope="col">What</th><th scope="col">Status</th><th scope="col" class="number">Value</th><th scope="col">Agreement</th></tr></thead>
<tbody>${rows.map((row) => {
    const other = row.subject === entity ? row.counterparty : row.subject;
    const what = [row.definition ?? row.noun, other === null ? null : `with ${other}`].filter((word) => word !== null).join(', ');
    return html`<tr><td class="nowrap">${row.period ?? '–'}</td><td class="whole"><a href="/figures/${row.figure_id}">${what === '' ? name : what.replaceAll('_', ' ')}</a></td><td>${row.status}</td><td class="number first">${formatAmount(row)}</td><td class="second">${row.agreement.replaceAll('_', ' ')}</td></tr>`;
  })}</tbody></table></div>`;
}
