import type { Quantity } from '@newsledger/quantities';
import type { Mention } from '../entities/mention.ts';
import type { PeriodSpan } from '../periods/findPeriods.ts';
import type { Token } from './tokens.ts';

interface Base {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly lower: string;
  /** What a word may be the sign of, one bit each; 0 for all else. */
  readonly hints: number;
}

/**
 * A sentence as rules see it: each quantity, mention and expression of time is one piece, so that "two places to the left" means the
 * same in `raised $25 billion` and in `raised some 25 billion US dollars`. All kinds have the same fields in the same order: rules look at
 * items more than at anything else, and an engine reads objects of one form several times as fast.
 */
export type Item =
  | (Base & { readonly kind: 'word' | 'mark'; readonly quantity: null; readonly mention: null; readonly period: null })
  | (Base & { readonly kind: 'quantity'; readonly quantity: Quantity; readonly mention: null; readonly period: null })
  | (Base & { readonly kind: 'mention'; readonly quantity: null; readonly mention: Mention; readonly period: null })
  | (Base & { readonly kind: 'period'; readonly quantity: null; readonly mention: null; readonly period: PeriodSpan });

const RANK = { period: 0, mention: 1, quantity: 2, word: 3, mark: 3 } as const;

/**
 * Lays quantities, mentions and periods over the tokens. Where they overlap, a period hides a quantity, a quantity
 * hides a name within it, and what starts first hides the rest.
 */
export function buildItems(
  tokens: readonly Token[],
  quantities: readonly Quantity[],
  mentions: readonly Mention[],
  periods: readonly PeriodSpan[],
  text: string,
): Item[] {
  const chosen: Item[] = [];
  for (const span of spansOf(quantities, mentions, periods, text)) {
    const last = chosen.at(-1);
    if (last !== undefined && span.start < last.end) {
      if (last.kind === 'quantity' && span.kind === 'period' && span.end > last.end) chosen[chosen.length - 1] = span;
      continue;
    }
    chosen.push(span);
  }
  const items: Item[] = [];
  let next = 0;
  let end = 0;
  const push = (item: Item): void => {
    if (item.start < end) return;
    items.push(item);
    end = item.end;
  };
  for (const token of tokens) {
    // Asterisks only set words in italics or bold.
    if (token.text === '*') continue;
    for (let span = chosen[next]; span !== undefined && span.end <= token.start; span = chosen[++next]) push(span);
    const span = chosen[next];
    if (span !== undefined && token.end > span.start) {
      push(span);
      next++;
    }
    if (token.start >= end) push(wordItem(token));
  }
  for (const span of chosen.slice(next)) push(span);
  return items;
}

function spansOf(
  quantities: readonly Quantity[],
  mentions: readonly Mention[],
  periods: readonly PeriodSpan[],
  text: string,
): readonly Item[] {
  const spans: Item[] = [];
  for (const period of periods)
    if (!isDuration(period, quantities)) {
      const { start, end, text: words } = period;
      spans.push({ kind: 'period', start, end, text: words, lower: words.toLowerCase(), hints: 0, quantity: null, mention: null, period });
    }
  for (const quantity of quantities) {
    const { start, end } = quantity;
    const words = text.slice(start, end);
    spans.push({ kind: 'quantity', start, end, text: words, lower: words.toLowerCase(), hints: 0, quantity, mention: null, period: null });
  }
  let near = 0;
  for (const mention of mentions) {
    const { start, end } = mention;
    while (near < quantities.length && (quantities[near]?.end ?? 0) <= start) near++;
    // The letters of a currency are no name: `HK$430 billion`, `SEK 1.9 billion`.
    const amount = quantities[near];
    if (amount !== undefined && amount.start <= start && end <= amount.end) continue;
    const words = text.slice(start, end);
    spans.push({ kind: 'mention', start, end, text: words, lower: words.toLowerCase(), hints: 0, quantity: null, mention, period: null });
  }
  return spans.length < 2 ? spans : spans.sort((a, b) => a.start - b.start || RANK[a.kind] - RANK[b.kind] || b.end - a.end);
}

function wordItem({ kind, start, end, text, lower, hints }: Token): Item {
  return { kind: kind === 'mark' ? 'mark' : 'word', start, end, text, lower, hints, quantity: null, mention: null, period: null };
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
