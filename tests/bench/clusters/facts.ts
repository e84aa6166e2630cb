import type { ReconciledLabel } from './reconcileLabels.ts';

/** What an analyst would put in the table. */
export interface Fact {
  readonly cluster: string;
  readonly fact: string;
  readonly subject: string;
  readonly counterparty: string | null;
  readonly measure: string;
  readonly unit: string;
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly status: string;
}

/** Whether a reconciled figure can be about a fact: subject, measure and unit are its own. Periods and statuses are worded too freely to ask. */
export function isOneFact(fact: Fact, figure: ReconciledLabel): boolean {
  return (
    figure.cluster === fact.cluster &&
    figure.measure === fact.measure &&
    figure.unit === fact.unit &&
    (contains(figure.subject, fact.subject) || contains(figure.subject, fact.counterparty ?? fact.subject))
  );
}

function contains(a: string, b: string): boolean {
  const [left, right] = [a.toLowerCase(), b.toLowerCase()];
  return left.includes(right) || right.includes(left);
}
