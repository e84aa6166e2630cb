import type { Quantity, TypedSpan } from './quantity.ts';
import { read } from './read.ts';
import { Tokens } from './tokens/tokens.ts';

/** Every quantity in the text, in order, without overlap. Never throws; takes time in proportion to the text. */
export function readQuantities(text: string): Quantity[] {
  return [...read(new Tokens(text)).quantities];
}

/** Every number that is no quantity (dates, names, sections, scores …), in order, without overlap. */
export function readTypedSpans(text: string): TypedSpan[] {
  const tokens = new Tokens(text);
  return read(tokens).typed.map(({ type, first, next }) => {
    const start = tokens.at(first).start;
    const end = tokens.at(next - 1).end;
    return { start, end, text: text.slice(start, end), type };
  });
}
