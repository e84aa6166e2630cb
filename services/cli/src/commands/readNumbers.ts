import { type Quantity, scanAll, type TypedSpan } from '@newsledger/quantities';
import { formatAmount, formatRange } from '@newsledger/read-models';
import colours from 'picocolors';
import type { Column, Printer } from '../output/printer.ts';
import { readInput } from './readInput.ts';
import { createLocator, type Place } from './readPlaces.ts';

/** Wider tables than this take long to draw, and nobody reads them. */
const MAX_ROWS = 1000;

type Found = Place & ((Quantity & { readonly read: 'quantity' }) | (TypedSpan & { readonly read: 'left alone' }));

const columns: readonly Column<Found>[] = [
  { title: 'AT', of: ({ line, column }) => `${line}:${column}` },
  { title: 'WORDS', of: ({ text }) => text.replace(/\s+/g, ' '), maxWidth: 40 },
  { title: 'VALUE', of: (found) => (found.read === 'quantity' ? formatAmount(found) : ''), align: 'right', maxWidth: 30 },
  { title: 'BETWEEN', of: (found) => (found.read === 'quantity' ? formatRange(found) : ''), maxWidth: 26 },
  { title: 'UNIT', of: (found) => (found.read === 'quantity' ? unitOf(found) : ''), maxWidth: 30 },
  { title: 'KIND', of: (found) => (found.read === 'quantity' ? found.kind : colours.dim(`(${found.type.replaceAll('_', ' ')})`)) },
];

/** Prints every quantity of a text; with `typed` also the numbers that are none. */
export async function printNumbers(printer: Printer, target: string, { typed }: { typed: boolean }): Promise<void> {
  const { text, isPage } = await readInput(target);
  const { quantities, typedSpans } = scanAll(text);
  const locate = createLocator(text);
  const found: Found[] = [
    ...quantities.map((quantity) => ({ read: 'quantity' as const, ...quantity })),
    ...(typed ? typedSpans : []).map((span) => ({ read: 'left alone' as const, ...span })),
  ]
    .sort((a, b) => a.start - b.start)
    .map((span) => ({ ...locate(span.start), ...span }));
  printer.rows(printer.json ? found : found.slice(0, MAX_ROWS), columns, 'No number is read in it.');
  if (printer.json || found.length === 0) return;
  if (found.length > MAX_ROWS) printer.note(`The first ${MAX_ROWS} of ${found.length}; --json lists all.`);
  if (isPage) printer.note('Lines are those of the article in the page: title, blank line, paragraphs.');
}

function unitOf({ unit, per, noun }: Quantity): string {
  return `${noun?.phrase ?? unit}${per === null ? '' : ` per ${per}`}`;
}
