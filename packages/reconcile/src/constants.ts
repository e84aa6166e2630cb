/**
 * Counted up whenever the same claims would be decided otherwise; stored with every decision.
 * 2: sources that were found to copy each other are one witness, those that measure otherwise decide nothing, and confidence is fitted.
 * 3: a speaker's later number on what is still open replaces the earlier one even within rounding, and a lone source is less sure.
 * 5: claims that are probably misread don't count, and doubt in a reading takes weight from it.
 * 6: a claim may stand with the figure of a fuller key, and weighs less there; a deal's parties are a set; what was agreed replaces its rumours.
 * 7: what the explanation lists stands in order of publication, each saying of a source once; reports of a deal that say the same on one
 *    day are matched one after the other.
 * 8: where nothing else orders claims, those of one article stand together; of equal totals of one moment the last of an origin is named.
 */
export const RULE = 'reconcile/10';

/**
 * Certainty from which a claim counts, unless a setting says otherwise; part of the rule version. Chosen so that of the claims that reach it
 * at least four in five are right, on news to which nothing was fitted.
 */
export const PLACED_FROM = 0.65;

/** Weight of one origin without audited outcomes. Weights are whole numbers, so that sums are exact in any order. */
export const UNIT_WEIGHT = 1000;

/** Weight of an origin that measures otherwise, beside one that does not: it agrees or loses, and decides nothing. */
export const OTHER_DEFINITION_WEIGHT = 1;

/**
 * SimHashes of unrelated news texts differ in 32 ± 4 of 64 bits; edited copies of one text in fewer than 8.
 * Eight bands of eight bits find every pair up to 7.
 */
export const MAX_COPY_BITS = 7;

/** Shorter sentences can be equal by chance ("The deal is worth $38 billion."). */
export const MIN_COPIED_SENTENCE_LENGTH = 110;

/** How many times the weight against it a value needs for the rest to be outliers instead of a dispute. */
export const OUTLIER_RATIO = 2;

/** A party's own release counts as this many further witnesses when deciding between outlier and dispute. */
export const PRIMARY_WITNESSES = 2;

/** Origins, losers and superseded claims that `why` lists; the view claims has them all. */
export const MAX_LISTED = 20;

/** Sources of one origin that `why` lists: it is kept with every change, and a popular figure changes with every copy. */
export const MAX_MEMBERS_LISTED = 5;

/**
 * Logit of the confidence: base + support·ln(winning weight) − against·ln(1 + losing weight) + primary + vague.
 * The first three are fitted to labelled data by tests/bench/calibration.ts (docs/calibration.md); the others are set by hand.
 */
export const CONFIDENCE = {
  base: 2.21,
  support: 1.46,
  against: 1.4,
  primary: 1.5,
  /** The value is a bound's end or the middle of a range. */
  vague: -0.5,
  pinned: 0.99,
} as const;
