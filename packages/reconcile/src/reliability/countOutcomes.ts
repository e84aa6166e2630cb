import type { EventData } from '@newsledger/events';

/** What an audit found: the claim is right, its source was wrong, or we misread the source. */
export type Outcome = EventData<'OutcomeAudited'>['outcome'];

/** A claim that a filing, a correction or a person proved right or wrong. */
export interface AuditedOutcome {
  readonly claimId: string;
  readonly sourceId: string;
  /** As `measureClassOf` names it. */
  readonly measureClass: string;
  readonly outcome: Outcome;
  readonly auditedAt: string;
}

/** Whole numbers of claims; what we misread says nothing about the source. */
export interface SourceCounts {
  readonly sourceId: string;
  readonly measureClass: string;
  readonly right: number;
  readonly wrong: number;
  readonly misread: number;
}

/**
 * Counts audited outcomes per source and measure class, in the order of their names. A claim that was audited twice counts as it was found
 * last; of findings of one moment, the worst.
 */
export function countOutcomes(outcomes: Iterable<AuditedOutcome>): SourceCounts[] {
  const last = new Map<string, AuditedOutcome>();
  for (const outcome of outcomes) {
    const known = last.get(outcome.claimId);
    if (known === undefined || isLater(outcome, known)) last.set(outcome.claimId, outcome);
  }
  const counts = new Map<string, { sourceId: string; measureClass: string; right: number; wrong: number; misread: number }>();
  for (const { sourceId, measureClass, outcome } of last.values()) {
    const key = `${sourceId}\n${measureClass}`;
    const count = counts.get(key) ?? { sourceId, measureClass, right: 0, wrong: 0, misread: 0 };
    counts.set(key, count);
    if (outcome === 'right') count.right++;
    else if (outcome === 'wrong_source') count.wrong++;
    else count.misread++;
  }
  return [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, count]) => count);
}

const SEVERITY: Readonly<Record<Outcome, number>> = { right: 0, wrong_extraction: 1, wrong_source: 2 };

function isLater(a: AuditedOutcome, b: AuditedOutcome): boolean {
  return a.auditedAt === b.auditedAt ? SEVERITY[a.outcome] > SEVERITY[b.outcome] : a.auditedAt > b.auditedAt;
}
