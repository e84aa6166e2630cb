import { type Html, html } from '../../html.ts';
import { layout } from '../layout.ts';
import { claimsView } from './claimsView.ts';
import { highlightedText } from './highlightedText.ts';
import { intervalBars } from './intervalBars.ts';
import { quantityTable } from './quantityTable.ts';
import { MAX_TEXT_LENGTH, type ReadRequest, readForm } from './readForm.ts';
import { readText, type TextReading } from './readText.ts';

/** More rows help nobody, and each costs a bar and a row of markup; all quantities stay marked in the text. */
const MAX_ROWS = 300;

/**
 * A person's text with every number that is read in it, or with what it claims; with an empty text, the form alone.
 * @param placedFrom certainty from which claims would count.
 */
export function readPage(request: ReadRequest, placedFrom: number): string {
  if (request.text === '') return page(request, null);
  return page(request, request.view === 'claims' ? claimsView(request, placedFrom) : numbers(readText(request.text)));
}

/** The form with the reason why nothing was read. */
export function refusalPage(request: ReadRequest, reason: string): string {
  return page(request, html`<p class="refusal" role="alert">${reason}</p>`);
}

export function tooLong(length: number): string {
  return `That text has ${length.toLocaleString('en')} characters, and this page reads up to ${MAX_TEXT_LENGTH.toLocaleString('en')}. Shorten it, or read it with “newsledger read FILE”.`;
}

function page(request: ReadRequest, result: Html | null): string {
  return layout(
    'Read a text',
    html`<h1>Read a text</h1>
<p class="soft">Paste a text, and see which numbers are read in it: how much, of what, and how firmly it is said.</p>
${readForm(request)}${result}`,
    { place: 'read' },
  );
}

function numbers(reading: TextReading): Html {
  const { quantities, typedSpans } = reading;
  const listed = quantities.slice(0, MAX_ROWS);
  return html`<h2>What is read</h2>
${legend(reading)}
${highlightedText(reading)}
${
  listed.length > 0 &&
  html`<h2>The quantities</h2>
${listed.length < quantities.length && html`<p class="soft">The first ${MAX_ROWS} of ${quantities.length.toLocaleString('en')}; all are marked in the text.</p>`}
${quantityTable(listed)}
<h2>What the words allow</h2>
<p class="soft">A bar is the interval, the stroke the number as written; an arrow is an open end.</p>
${intervalBars(listed)}`
}
${
  typedSpans.length > 0 &&
  html`<h2>Left alone</h2>
<ul class="left-alone">${typedSpans.slice(0, MAX_ROWS).map(({ text, type }) => html`<li><span class="span typed">${text}</span> <span class="soft">${type.replaceAll('_', ' ')}</span></li>`)}</ul>`
}`;
}

function legend({ quantities, typedSpans }: TextReading): Html {
  if (quantities.length + typedSpans.length === 0) return html`<p>There is no number in this text.</p>`;
  const counts = new Map<string, number>();
  for (const { kind } of quantities) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return html`<p class="legend">${[...counts].map(([kind, count]) => html`<span class="span ${kind}">${kind} ${count}</span> `)}${typedSpans.length > 0 && html`<span class="span typed">left alone ${typedSpans.length}</span>`}</p>`;
}
