import type { Interval } from './interval.ts';

/** What a vote weighs once it is known how surely it was read. */
export type Weigh = (weight: number, certainty: number | null) => number;

/** Weight that is to be expected: a witness read at .8 speaks in four cases of five. Whole, and never nothing. */
export const doubted: Weigh = (weight, certainty) => (certainty === null ? weight : Math.max(1, Math.round(weight * certainty)));

/** As if every claim were read right: tells whether doubt decided. */
export const undoubted: Weigh = (weight) => weight;

/** How surely a claim and its echoes were read, 0 to 1 each; each number once. */
export function certaintiesOf({ claim: { certainty, echoes } }: Interval): number[] {
  return [certainty ?? 1, ...(echoes?.certainties.keys() ?? [])];
}

/** How surely a claim was read, 0 to 1; without an estimate, as surely as can be. */
export function certaintyOf({ claim }: Interval): number {
  return claim.certainty ?? 1;
}
