import { type ClaimRow, type FigureChange, type FigureRow, formatAmount, formatRange } from '@newsledger/read-models';
import { type Html, html } from '../../html.ts';
import { nameOf } from '../nameOf.ts';
import { neighbourhoodOf } from '../neighbourhood.ts';
import { dayOf } from '../times.ts';
import { overTimeChart } from './overTimeChart.ts';
import { valueSteps } from './valueSteps.ts';
import { type WitnessMark, witnessMarks } from './witnessMarks.ts';

/** More marks would be one blot; the list of witnesses on the page has all of them. */
const MOST_MARKS = 300;

/** A dispute is about its rivals: those that are not further from the value than this share of it are drawn in place. */
const RIVALS_WITHIN = 0.6;

/** One figure over time, and the same as a table. Its changes are in the page's history, numbered as on the chart. */
export function figureOverTime(figure: FigureRow, claims: readonly ClaimRow[], history: readonly FigureChange[]): Html {
  const all = witnessMarks(claims);
  const marks = all.slice(-MOST_MARKS);
  const steps = valueSteps(history);
  if (marks.length + steps.length === 0) return html``;
  const amounts = [...marks.filter(({ kind }) => kind !== 'gone'), ...steps.flatMap(({ amount }) => amount ?? [])];
  const range = neighbourhoodOf(figure, amounts, figure.agreement === 'disputed' ? RIVALS_WITHIN : 0);
  const chart = overTimeChart({ unit: figure.unit, range, series: [{ tone: '', marks, steps }], label: labelOf(figure, marks, history) });
  return html`<h2 id="over-time">Over time</h2>
<figure class="chart">${chart}${legend(
    figure.unit,
    marks,
    steps.some(({ mark }) => mark !== null),
  )}</figure>
${all.length > marks.length && html`<p class="soft">The latest ${MOST_MARKS} of ${all.length}; below are all.</p>`}
${marks.length > 0 && html`<details class="same"><summary>The same as a table</summary>${markTable(figure.unit, marks)}</details>`}`;
}

function labelOf(figure: FigureRow, marks: readonly WitnessMark[], history: readonly FigureChange[]): string {
  const [first, last] = [marks[0], marks.at(-1)];
  const reported = first === undefined ? 'no dated report' : `reports from ${first.day} to ${last?.day}`;
  const recorded = history.at(-1);
  const since = recorded === undefined ? '' : `, recorded since ${dayOf(recorded.changed_at)}`;
  return `${nameOf(figure)} over time: ${reported}; reconciled ${formatAmount(figure)}${since}. The table below says the same.`;
}

function legend(unit: string, marks: readonly WitnessMark[], isMarked: boolean): Html {
  const entries = [
    { kind: 'yes', words: 'carries the value' },
    { kind: 'no', words: 'contradicts it' },
    { kind: 'gone', words: 'counts no more: corrected, replaced or withdrawn' },
  ].filter(({ kind }) => marks.some((mark) => mark.kind === kind));
  return html`<figcaption class="key"><span class="step">the reconciled value, in ${unit === '' ? 'plain numbers' : unit}</span>${entries.map(({ kind, words }) => html`<span class="${kind}">${words}</span>`)}${isMarked && html`<span class="flag">numbered: a correction or decision, see the history</span>`}</figcaption>`;
}

/** What each day's reports say. */
export function markTable(unit: string, marks: readonly WitnessMark[]): Html {
  return html`<div class="wide" tabindex="0" role="region" aria-label="Reports by day, in ${unit === '' ? 'plain numbers' : unit}"><table class="rows">
<thead><tr><th scope="col">Day</th><th scope="col" class="number">Says</th><th scope="col" class="number">Between</th><th scope="col">Standing</th><th scope="col">Sources</th><th scope="col" class="number">Articles</th></tr></thead>
<tbody>${marks.map(
    (
      mark,
    ) => html`<tr><td class="nowrap">${mark.day}</td><td class="number first">${formatAmount({ ...mark, unit })}</td><td class="number soft" data-label="between">${formatRange({ ...mark, unit })}</td>
<td class="second ${COLOURS[mark.kind]}">${STANDING[mark.kind]}</td><td class="whole">${mark.sources.join(', ')}${mark.reason !== null && html` <span class="soft">${mark.reason}</span>`}</td><td class="number" data-label="articles">${mark.articles}</td></tr>`,
  )}</tbody></table></div>`;
}

const COLOURS = { yes: 'agreed', no: 'disputed', gone: 'soft' } as const;
const STANDING = { yes: 'carries it', no: 'contradicts it', gone: 'counts no more' } as const;
