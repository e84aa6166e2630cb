/** Beta prior: as if five claims had been audited and four were right. */
const PRIOR = { right: 4, wrong: 1 } as const;

/** No audit makes a source count less than a quarter or more than two and a half times. */
const LEAST = 250;
const MOST = 2500;

/** A source's vote in thousandths, from outcomes audited up to the last closed epoch: the log odds of its being right, against an unknown one's. */
export function sourceWeight(counts: { readonly right: number; readonly wrong: number } | undefined): number {
  if (counts === undefined) return 1000;
  const odds = Math.log((counts.right + PRIOR.right) / (counts.wrong + PRIOR.wrong));
  return Math.round(Math.min(MOST, Math.max(LEAST, (1000 * odds) / Math.log(PRIOR.right / PRIOR.wrong))));
}

export function reliabilityKey(sourceId: string, measureClass: string): string {
  return `${sourceId}\n${measureClass}`;
}
