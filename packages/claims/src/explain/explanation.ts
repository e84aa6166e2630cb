import type { Ground } from './ground.ts';

/** Why a field has its value. */
export interface Reason {
  /** The candidates by probability and the three features that spoke loudest for the winner; or the exact rule that decided alone. */
  readonly rule: string;
  /** `text.slice(start, end)`; empty where the rule goes by no words. */
  readonly words: string;
  readonly start: number;
  readonly end: number;
}

/** The reasons of a claim's fields, by the fields' names; fields without a value have none. A deal's parties are `parties.0`, `parties.1` … */
export type Explanation = Readonly<Record<string, Reason>>;

/** Cuts the words of the grounds out of the reading text. */
export function explain(text: string, grounds: Readonly<Record<string, Ground | null>>): Explanation {
  return Object.fromEntries(
    Object.entries(grounds).flatMap(([field, ground]: [string, Ground | null]) =>
      ground === null
        ? []
        : [[field, { rule: ground.rule, words: text.slice(ground.start, ground.end), start: ground.start, end: ground.end }]],
    ),
  );
}
