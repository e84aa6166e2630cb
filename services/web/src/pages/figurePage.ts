import { type ClaimRow, type FigureChange, type FigureRow, formatAmount, formatRange, type listRelated } from '@newsledger/read-models';
import { figureAdminPath } from '../admin/adminPaths.ts';
import { figureFeedPath } from '../follow/feedPaths.ts';
import { type Html, html } from '../html.ts';
import { layout } from './layout.ts';
import { nameOf } from './nameOf.ts';
import { originList } from './originList.ts';
import { figureOverTime } from './overTime/figureOverTime.ts';
import { markedChanges } from './overTime/valueSteps.ts';
import { momentOf } from './times.ts';

interface FigureParts {
  readonly figure: FigureRow;
  readonly claims: readonly ClaimRow[];
  readonly history: readonly FigureChange[];
  readonly related: Awaited<ReturnType<typeof listRelated>>;
  /** Whether there are pages on which people correct things; then this one leads there. */
  readonly canCorrect: boolean;
}

/** One figure: its value, why it won, every witness with the sentence, what was shown before, and what is like it. */
export function figurePage({ figure, claims, history, related, canCorrect }: FigureParts): string {
  return layout(
    nameOf(figure),
    html`<h1>${nameOf(figure)}</h1>
<p class="value">${formatAmount(figure)}</p>
<p class="soft">between ${formatRange(figure)} · ${figure.period !== null && `${figure.period} · `}${figure.status} · ${figure.agreement.replaceAll('_', ' ')} · confidence ${Number(figure.confidence).toFixed(2)} · ${figure.independent_sources} independent of ${figure.claim_count} claims</p>
<p class="lead">${figure.explanation}</p>
${canCorrect && html`<p><a href="${figureAdminPath(figure.figure_id)}">Pin this value or correct it</a></p>`}
${related.currencies.map(
  ({ other_figure_id, other_unit, other_value, explanation }) =>
    html`<p>Also told as <a href="/figures/${other_figure_id}">${formatAmount({ value: other_value, low: null, high: null, unit: other_unit })}</a>. ${explanation}</p>`,
)}
${related.deals.length > 0 && html`<p>Part of ${related.deals.map(({ deal_id, title }, index) => html`${index > 0 && ', '}<a href="/deals/${deal_id}">${title}</a>`)}.</p>`}
${figureOverTime(figure, claims, history)}
<h2>Who says so</h2>
${originList(figure, claims, canCorrect)}
<h2>History</h2>
${historyTable(history)}
${related.figures.length > 0 && html`<h2>Not the same fact</h2><ul>${related.figures.map((other) => html`<li><a href="/figures/${other.figure_id}">${nameOf(other)}</a>: ${formatAmount(other)}${other.period !== null && `, ${other.period}`}, ${other.status} (<a href="/compare?figure=${figure.figure_id}&amp;figure=${other.figure_id}">compare</a>)</li>`)}</ul>`}
<p class="soft">In SQL: <code>SELECT * FROM newsledger.why('${figure.figure_id}');</code> · <a href="${figureFeedPath(figure.figure_id)}">Follow this figure</a> (Atom)</p>`,
    { feed: { title: nameOf(figure), path: figureFeedPath(figure.figure_id) } },
  );
}

function historyTable(history: readonly FigureChange[]): Html {
  const marks = markedChanges(history);
  return html`<div class="wide" tabindex="0" role="region" aria-label="History"><table class="rows">
<thead><tr><th scope="col">Recorded</th><th scope="col" class="number">Value</th><th scope="col">Agreement</th><th scope="col" class="number">Witnesses</th><th scope="col">What happened</th></tr></thead>
<tbody>${history.map(
    (change) => html`<tr><td class="nowrap">${momentOf(change.changed_at)}</td>
<td class="number first">${change.live ? formatAmount(change) : 'not shown'}</td><td class="second">${change.agreement?.replaceAll('_', ' ')}</td>
<td class="number" data-label="witnesses">${change.independent_sources} <span class="soft">of ${change.claim_count}</span></td>
<td class="whole">${marks.has(change) && html`<span class="flag">${marks.get(change)}</span> `}${change.article_url === null ? change.cause : html`<a href="${change.article_url}" rel="noreferrer">${change.cause}</a>`}</td></tr>`,
  )}</tbody></table></div>`;
}
