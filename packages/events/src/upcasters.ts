import type { EventType } from './catalogue.ts';

/** Turns the data of one schema version into the next; pure, so that replay gives the same for ever. */
export interface Upcaster {
  readonly type: EventType;
  /** The older version; the result is `from + 1`. */
  readonly from: number;
  readonly upcast: (data: unknown) => unknown;
}

/** All steps from older versions, in any order. */
export const upcasters: readonly Upcaster[] = [
  { type: 'FigureReported', from: 1, upcast: withUnknownCertainty },
  { type: 'DealReported', from: 1, upcast: withUnknownCertainty },
];

/**
 * A claim of version 1 has no certainty, and gets none: unknown counts as it counted when it was recorded, placed and with its full weight.
 * A number made up here, such as the share that its extractor got right, would empty the tables of everybody at the upgrade, and their
 * history with them, before the next extractor version has read the articles again; and what can't be read again would be gone for good.
 */
function withUnknownCertainty(data: unknown): unknown {
  return typeof data === 'object' && data !== null ? { ...data, certainty: null } : data;
}
