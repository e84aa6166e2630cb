import { type Disagreement, formatAmount } from '@newsledger/read-models';
import { type Html, html } from '../html.ts';
import { layout } from './layout.ts';
import { nameOf } from './nameOf.ts';

/** Names of kinds, in the order in which they are shown: what may be an error first. */
const KINDS: readonly (readonly [string, string])[] = [
  ['numbers', 'Two numbers for one fact'],
  ['tension', 'Figures that can not all be right'],
  ['slip', 'Perhaps slips'],
  ['definition', 'Perhaps two definitions'],
  ['garbled_copy', 'Copies that say otherwise than their origin'],
  ['rival_forecasts', 'Rival forecasts'],
  ['rival_rumours', 'Rumours'],
];

/** Open disputes by kind, each with both sides; below them, numbers that are outweighed. */
export function disagreementsPage(disputes: readonly Disagreement[], outliers: readonly Disagreement[]): string {
  const named = new Set(KINDS.map(([kind]) => kind));
  const kinds = [
    ...KINDS,
    ...[...new Set(disputes.map(({ kind }) => kind))].filter((kind) => !named.has(kind)).map((kind) => [kind, kind] as const),
  ];
  return layout(
    'Disagreements',
    html`<h1>Disagreements</h1>
<p class="lead">${disputes.length === 0 ? 'No dispute is open.' : `${new Set(disputes.map(({ figure_id }) => figure_id)).size} figures are disputed, or do not fit another. Rivals are never averaged; the value shown is the better witnessed one.`}</p>
${kinds.map(([kind, title]) =>
  section(
    title,
    disputes.filter((dispute) => dispute.kind === kind),
  ),
)}
${section('Outweighed: outliers that open no dispute', outliers)}
<p class="soft">In SQL: <code>SELECT * FROM newsledger.disagreements;</code> and <code>newsledger.outliers</code></p>`,
  );
}

function section(title: string, disputes: readonly Disagreement[]): Html | null {
  if (disputes.length === 0) return null;
  return html`<h2>${title}</h2>${disputeList(disputes)}`;
}

/** Both sides of each dispute. */
export function disputeList(disputes: readonly Disagreement[]): Html {
  return html`<ul class="disputes">${disputes.map(dispute)}</ul>`;
}

function dispute(row: Disagreement): Html {
  const rival = { value: row.rival_value, low: row.rival_low, high: row.rival_high, unit: row.rival_unit ?? row.unit };
  return html`<li><h3><a href="/figures/${row.figure_id}">${nameOf(row)}</a> <span class="soft">${row.period} ${row.status}</span></h3>
<div class="sides">${side(formatAmount(row), row.quote, row.origins, row.sources, 'agreed')}${side(formatAmount(rival), row.rival_quote, row.rival_origins, row.rival_sources, 'disputed')}</div>
${row.kind !== 'numbers' && html`<p>${row.kind_words}</p>`}</li>`;
}

function side(amount: string, quote: string, origins: readonly string[] | null, sources: readonly string[], colour: string): Html {
  const carriers = sources.filter((source) => origins?.includes(source) !== true);
  return html`<div><strong class="${colour}">${amount}</strong> ${(origins ?? sources).join(', ')}<div>“${quote}”</div>${origins !== null && carriers.length > 0 && html`<div class="soft">carried by ${carriers.join(', ')}</div>`}</div>`;
}
