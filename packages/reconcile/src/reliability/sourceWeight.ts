import { UNIT_WEIGHT } from '../constants.ts';

/** Beta prior: as if five claims had been audited and four were right. */
const PRIOR = { right: 4, wrong: 1 } as const;

/** No audit makes a source count less than a quarter or more than two and a half times. */
const LEAST = 250;
const MOST = 2500;

/**
 * A source's vote in thousandths, from the outcomes audited up to the last closed epoch: the log odds of its being right, against those of
 * a source that nobody audited, which weighs 1000. A whole number.
 */
export function sourceWeight(counts: { readonly right: number; readonly wrong: number } | undefined): number {
  if (counts === undefined) return UNIT_WEIGHT;
  const odds = Math.log((counts.right + PRIOR.right) / (counts.wrong + PRIOR.wrong));
  return Math.round(Math.min(MOST, Math.max(LEAST, (UNIT_WEIGHT * odds) / Math.log(PRIOR.right / PRIOR.wrong))));
}

/** Weight of a source that few claims are known of, beside those that are known: enough to break a tie, and no more. */
export const NEWCOMER_WEIGHT = 950;
