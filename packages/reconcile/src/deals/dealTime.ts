/** Days without a report after which the same parties' next deal is another one. Takeovers take longest from rumour to completion. */
const GAP_DAYS: Readonly<Record<string, number>> = { takeover: 540, contract: 270, ipo: 365 };
const OTHER_GAP_DAYS = 120;

/** Families in which the same parties do one deal after another. A takeover's price changes; a contract's next price is the next contract. */
const REPEATABLE: ReadonlySet<string> = new Set(['contract', 'investment', 'funding_round', 'financing', 'settlement']);

/** Reports of one deal that contradict each other come within so many days; what comes later with another value is another deal. */
export const DISPUTE_DAYS = 30;

export function gapDaysOf(family: string): number {
  return GAP_DAYS[family] ?? OTHER_GAP_DAYS;
}

export function isRepeatable(family: string): boolean {
  return REPEATABLE.has(family);
}
