import type { TypedSpan } from '../quantity.ts';

/** Tokens that are no quantity: from `first` up to `next`. */
export interface TypedReading {
  readonly type: TypedSpan['type'];
  readonly first: number;
  readonly next: number;
}

export function typed(type: TypedSpan['type'], first: number, next: number): TypedReading {
  return { type, first, next };
}
