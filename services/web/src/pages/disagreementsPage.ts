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

/** Rows of one list on one page, some 80 kB. */
export const MOST_DISPUTES = 150;

/**
 * Open disputes by kind, each with both sides; below them, numbers that are outweighed. Of each no more than `MOST_DISPUTES` are shown, and that
 * there are more is said when one more is given.
 */
export function disagreementsPage(allDisputes: readonly Disagreement[], allOutliers: readonly Disagreement[]): string {
  const [disputes, outliers] = [allDisputes.slice(0, MOST_DISPUTES), allOutliers.slice(0, MOST_DISPUTES)];
  const isMore = disputes.length < allDisputes.length || outliers.length < allOutliers.length;
  const named = new Set(KINDS.map(([kind]) => kind));
  const kinds = [
    ...KINDS,
    ...[...new Set(disputes.map(({ kind }) => kind))].filter((kind) => !named.has(kind)).map((kind) => [kind, kind] as const),
  ];
  return layout(
    'Disagreements',
    html`<h1>Disagreements</h1>
<p class="lead">${disputes.length === 0 ? 'No dispute is open.' : `${disputes.length < allDisputes.length ? 'More than ' : ''}${new Set(disputes.map(({ figure_id }) => figure_id)).size} figures are disputed, or do not fit another. Rivals are never averaged; the value shown is the better witnessed one.`}</p>
${kinds.map(([kind, title]) =>
  section(
    title,
    disputes.filter((dispute) => dispute.kind === kind),
  ),
)}
${section('Outweighed: outliers that open no dispute', outliers)}
${isMore && html`<p>Those with the most witnesses are shown. All of them as CSV: <a href="/api/v1/disagreements.csv">disputes</a>, <a href="/api/v1/outliers.csv">outliers</a></p>`}
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
