import type { Quantity, TypedSpan } from '@newsledger/quantities';
import { type Html, html } from '../../html.ts';
import type { TextReading } from './readText.ts';

/** A stretch of the text and how it is shown. */
type Shown =
  | { readonly start: number; readonly end: number; readonly quantity: Quantity; readonly row: number }
  | { readonly start: number; readonly end: number; readonly typed: TypedSpan };

/** The text as it came, with each quantity marked by its kind and each other number by what it is instead. */
export function highlightedText({ text, quantities, typedSpans }: TextReading): Html {
  const shown: Shown[] = [
    ...quantities.map((quantity, index) => ({ start: quantity.start, end: quantity.end, quantity, row: index + 1 })),
    ...typedSpans.map((typed) => ({ start: typed.start, end: typed.end, typed })),
  ].sort((a, b) => a.start - b.start);
  const pieces: Html[] = [];
  let written = 0;
  for (const [index, span] of shown.entries()) {
    if (span.start < written) continue;
    pieces.push(
      html`${text.slice(written, span.start)}${'quantity' in span ? quantityMark(span.quantity, span.row) : typedMark(span.typed)}`,
    );
    written = span.end;
    const noun = 'quantity' in span ? span.quantity.noun : null;
    const next = shown[index + 1]?.start ?? text.length;
    if (noun !== null && noun.start >= written && noun.end <= next) {
      pieces.push(html`${text.slice(written, noun.start)}<span class="noun">${text.slice(noun.start, noun.end)}</span>`);
      written = noun.end;
    }
  }
  return html`<div class="text">${pieces}${text.slice(written)}</div>`;
}

function quantityMark({ text, kind }: Quantity, row: number): Html {
  return html`<mark class="span ${kind}">${text}<a class="tag" href="#q${row}" aria-label="${kind}, row ${row} of the table">${kind}</a></mark>`;
}

function typedMark({ text, type }: TypedSpan): Html {
  return html`<span class="span typed">${text}<span class="tag">${type.replaceAll('_', ' ')}</span></span>`;
}
