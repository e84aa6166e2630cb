import { type Quantity, scanAll, type TypedSpan } from '@newsledger/quantities';

/** A text taken apart: every number in it is either a quantity or left alone as something else. */
export interface TextReading {
  readonly text: string;
  readonly quantities: readonly Quantity[];
  readonly typedSpans: readonly TypedSpan[];
}

export function readText(text: string): TextReading {
  return { text, ...scanAll(text) };
}
