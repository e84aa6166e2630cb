import type { Quantity, TypedSpan } from '../quantity.ts';

/** By feature: texts and what is read in them, one line each, written so that a linguist can check them. */
export type Cases = Readonly<Record<string, readonly (readonly [text: string, reading: string])[]>>;

/** `nearly $140bn` is `$140bn <~ 140000000000 USD`: what was written, hedge, value or low..high, unit, rate, counted phrase; `?` is open. */
export function describeQuantity(quantity: Quantity): string {
  const { text, hedge, low, high, unit, per, noun } = quantity;
  const isOpen = quantity.value === null && low === null && high === null;
  const amount = quantity.value ?? (isOpen ? '?' : `${low}..${high}`);
  const rate = per === null ? '' : `per ${per}`;
  const phrase = noun === null || noun.phrase === unit ? '' : `(${noun.phrase})`;
  return [text, hedge, amount, unit, rate, phrase].filter(Boolean).join(' ');
}

export function describeTypedSpan(span: TypedSpan): string {
  return `${span.type} ${span.text}`;
}
