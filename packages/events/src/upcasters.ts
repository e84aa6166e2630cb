import type { EventType } from './catalogue.ts';

/** Turns the data of one schema version into the next; pure, so that replay gives the same for ever. */
export interface Upcaster {
  readonly type: EventType;
  /** The older version; the result is `from + 1`. */
  readonly from: number;
  readonly upcast: (data: unknown) => unknown;
}

/** All steps from older versions, in any order. Every type is at version 1, so there is none yet. */
export const upcasters: readonly Upcaster[] = [];
