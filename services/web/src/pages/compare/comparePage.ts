import { type ClaimRow, type FigureChange, type FigureRow, formatAmount, formatRange } from '@newsledger/read-models';
import { type Html, html } from '../../html.ts';
import { layout } from '../layout.ts';
import { nameOf } from '../nameOf.ts';
import { rangeOf } from '../neighbourhood.ts';
import { markTable } from '../overTime/figureOverTime.ts';
import { overTimeChart, type Series } from '../overTime/overTimeChart.ts';
import { valueSteps } from '../overTime/valueSteps.ts';
import { witnessMarks } from '../overTime/witnessMarks.ts';
import { createTracks } from '../track.ts';

/** A figure with what speaks for it. */
export interface ComparedFigure {
  readonly figure: FigureRow;
  readonly claims: readonly ClaimRow[];
  readonly history: readonly FigureChange[];
}

/** As many as there are tones and dashes that eyes tell apart. */
export const MOST_COMPARED = 6;

/** Figures side by side: what each is, who says so, and over time on one axis where their units agree. */
export function comparePage(compared: readonly ComparedFigure[], missing: number): string {
  const units = Map.groupBy(compared, ({ figure }) => figure.unit);
  return layout(
    'Compare',
    html`<h1>Figures side by side</h1>
${missing > 0 && html`<p class="disputed">${missing === 1 ? 'One of them is' : `${missing} of them are`} not shown any more.</p>`}
${compared.length < 2 && html`<p class="lead">Mark two to ${MOST_COMPARED} of the <a href="/figures">figures</a> to see them side by side.</p>`}
${compared.length > 0 && sideBySide(compared)}
${compared.length > 1 && html`<p class="lead">${commonWords(compared, [...units.keys()])}</p>`}
${compared.length > 0 && [...units].map(([unit, members]) => chartsOf(unit, members, compared))}`,
  );
}

/** Whether they can be held against each other, and in what they differ. */
function commonWords(compared: readonly ComparedFigure[], units: readonly string[]): string {
  if (units.length > 1) return `They are in different units (${units.map(unitWords).join(', ')}), so there is no common axis.`;
  const differing = (['measure', 'definition', 'period', 'status'] as const).filter(
    (field) => new Set(compared.map(({ figure }) => figure[field])).size > 1,
  );
  const same = `All are in ${unitWords(units[0] ?? '')}.`;
  return differing.length === 0 ? same : `${same} They differ in ${differing.join(', ')}: what is told of them is not one fact.`;
}

function unitWords(unit: string): string {
  return unit === '' ? 'plain numbers' : unit;
}

function toneOf(index: number): string {
  return `tone${index + 1}`;
}

function sideBySide(compared: readonly ComparedFigure[]): Html {
  return html`<div class="wide" tabindex="0" role="region" aria-label="Figures"><table class="rows">
<thead><tr><th scope="col">Figure</th><th scope="col">Period</th><th scope="col">Status</th><th scope="col" class="number">Value</th><th scope="col" class="number">Between</th><th scope="col">Agreement</th><th scope="col" class="number">Witnesses</th><th scope="col">Who carries it</th></tr></thead>
<tbody>${compared.map(
    (
      { figure, claims },
      index,
    ) => html`<tr><td class="whole"><span class="tone ${toneOf(index)}">${index + 1}</span> <a href="/figures/${figure.figure_id}">${nameOf(figure)}</a></td><td>${figure.period}</td><td>${figure.status}</td>
<td class="number first">${formatAmount(figure)}</td><td class="number soft" data-label="between">${formatRange(figure)}</td>
<td class="second ${figure.agreement === 'disputed' ? 'disputed' : figure.agreement.startsWith('agreed') ? 'agreed' : ''}">${figure.agreement.replaceAll('_', ' ')}</td><td class="number" data-label="witnesses">${figure.independent_sources} <span class="soft">of ${figure.claim_count}</span></td><td class="whole">${carriersOf(claims)}</td></tr>`,
  )}</tbody></table></div>`;
}

function carriersOf(claims: readonly ClaimRow[]): string {
  const carriers = claims.filter(({ verdict }) => verdict === 'winner' || verdict === 'agrees').map(({ source }) => source);
  return [...new Set(carriers)].join(', ');
}

/** What is in one unit: the intervals under each other, and all over time. */
function chartsOf(unit: string, members: readonly ComparedFigure[], compared: readonly ComparedFigure[]): Html {
  const carrying = members.flatMap(({ claims }) => claims.filter(({ verdict }) => verdict === 'winner' || verdict === 'agrees'));
  const range = rangeOf([...members.map(({ figure }) => figure), ...carrying]);
  const tracks = createTracks(range, unit, null);
  const numbered = members.map((member) => ({ ...member, index: compared.indexOf(member) }));
  const series = numbered.map(
    ({ claims, history, index }): Series => ({ tone: toneOf(index), marks: witnessMarks(claims), steps: valueSteps(history) }),
  );
  const title = unit === '' ? 'Plain numbers' : `In ${unit}`;
  return html`<h2>${title}</h2>
${tracks.axis()}${numbered.map(
  ({ figure, index }) =>
    html`<div class="claim"><div class="head"><span class="tone ${toneOf(index)}">${index + 1}</span> ${figure.subject} <strong>${formatAmount(figure)}</strong></div>${tracks.track(figure, 'yes', `${nameOf(figure)}: ${formatRange(figure)}`)}</div>`,
)}
<figure class="chart">${overTimeChart({ unit, range, series, label: `${title}, over time: ${numbered.map(({ figure, index }) => `${index + 1} is ${nameOf(figure)}, ${formatAmount(figure)}`).join('; ')}` })}
<figcaption class="key">${numbered.map(({ figure, index }) => html`<span><span class="tone ${toneOf(index)}">${index + 1}</span> ${nameOf(figure)}${figure.period !== null && `, ${figure.period}`}, ${figure.status}</span>`)}</figcaption></figure>
${numbered.map(({ figure, claims, index }) => html`<details class="same"><summary>The reports of ${index + 1} as a table</summary>${markTable(figure.unit, witnessMarks(claims))}</details>`)}`;
}
