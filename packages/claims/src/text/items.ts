import type { Quantity } from '@newsledger/quantities';
import type { Mention } from '../entities/mention.ts';
import type { PeriodSpan } from '../periods/findPeriods.ts';
import type { Token } from './tokens.ts';

interface Base {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly lower: string;
}

/**
 * A sentence as rules see it: each quantity, mention and expression of time is one piece, so that "two places to the left" means the
 * same in `raised $25 billion` and in `raised some 25 billion US dollars`.
 */
export type Item =
  | (Base & { readonly kind: 'word' | 'mark' })
  | (Base & { readonly kind: 'quantity'; readonly quantity: Quantity })
  | (Base & { readonly kind: 'mention'; readonly mention: Mention })
  | (Base & { readonly kind: 'period'; readonly period: PeriodSpan });

type Span = { readonly start: number; readonly end: number; readonly item: Item };

/** Lays quantities, mentions and periods over the tokens. Where they overlap, a period hides a quantity, and what starts first hides the rest. */
export function buildItems(
  tokens: readonly Token[],
  quantities: readonly Quantity[],
  mentions: readonly Mention[],
  periods: readonly PeriodSpan[],
  text: string,
): Item[] {
  const spans: Span[] = [];
  for (const period of periods)
    if (!isDuration(period, quantities)) spans.push(spanOf(period, text, (base) => ({ ...base, kind: 'period', period })));
  for (const quantity of quantities) spans.push(spanOf(quantity, text, (base) => ({ ...base, kind: 'quantity', quantity })));
  for (const mention of mentions) spans.push(spanOf(mention, text, (base) => ({ ...base, kind: 'mention', mention })));
  const chosen: Span[] = [];
  const rank = { period: 0, mention: 1, quantity: 2, word: 3, mark: 3 };
  spans.sort((a, b) => a.start - b.start || rank[a.item.kind] - rank[b.item.kind] || b.end - a.end);
  for (const span of spans) {
    const last = chosen.at(-1);
    if (last !== undefined && span.start < last.end) {
      if (last.item.kind === 'quantity' && span.item.kind === 'period' && span.end > last.end) chosen[chosen.length - 1] = span;
      continue;
    }
    chosen.push(span);
  }
  const items: Item[] = [];
  let next = 0;
  for (const token of tokens) {
    // Asterisks only set words in italics or bold.
    if (token.text === '*') continue;
    while (next < chosen.length && (chosen[next]?.end ?? 0) <= token.start) push(items, chosen[next++]);
    const span = chosen[next];
    if (span !== undefined && token.end > span.start) {
      push(items, span);
      next++;
    }
    if (token.start >= (items.at(-1)?.end ?? 0))
      items.push({
        kind: token.kind === 'mark' ? 'mark' : 'word',
        start: token.start,
        end: token.end,
        text: token.text,
        lower: token.lower,
      });
  }
  while (next < chosen.length) push(items, chosen[next++]);
  return items;
}

/** "over the next five years" behind a value is read as a period; its number must not hide it. */
function isDuration(period: PeriodSpan, quantities: readonly Quantity[]): boolean {
  return quantities.some(
    (quantity) =>
      quantity.kind === 'duration' &&
      quantity.start <= period.start &&
      quantity.end >= period.end &&
      quantity.end - quantity.start > period.end - period.start,
  );
}

function push(items: Item[], span: Span | undefined): void {
  if (span !== undefined && span.start >= (items.at(-1)?.end ?? 0)) items.push(span.item);
}

function spanOf(span: { readonly start: number; readonly end: number }, text: string, make: (base: Base) => Item): Span {
  const words = text.slice(span.start, span.end);
  return { start: span.start, end: span.end, item: make({ start: span.start, end: span.end, text: words, lower: words.toLowerCase() }) };
}
