import type { FigureChange } from '@newsledger/read-models';

/** What the ledger showed of a figure from one change on. */
export interface ValueStep {
  readonly from: Date;
  /** Null while the figure was not shown. */
  readonly amount: { readonly value: string | null; readonly low: string | null; readonly high: string | null } | null;
  /** Number of the change among those that are marked; null for an ordinary report. */
  readonly mark: number | null;
}

/**
 * The steps of the reconciled value, the earliest first: a change of the agreement alone makes none. What is more than one further report is
 * marked and numbered: a corrected or withdrawn article, and whatever people decided.
 */
export function valueSteps(history: readonly FigureChange[]): ValueStep[] {
  const steps: ValueStep[] = [];
  const marks = markedChanges(history);
  for (const change of history.toSorted((a, b) => a.changed_at.getTime() - b.changed_at.getTime())) {
    const { value, low, high } = change;
    const step = { from: change.changed_at, amount: change.live ? { value, low, high } : null, mark: marks.get(change) ?? null };
    const before = steps.at(-1);
    if (before === undefined || step.mark !== null || !isSame(before.amount, step.amount)) steps.push(step);
  }
  return steps;
}

/** The changes that charts mark, each with its number, in the order of time. */
export function markedChanges(history: readonly FigureChange[]): Map<FigureChange, number> {
  const marked = history.filter(isMarked).toSorted((a, b) => a.changed_at.getTime() - b.changed_at.getTime());
  return new Map(marked.map((change, index) => [change, index + 1]));
}

function isMarked({ event_type, revision }: FigureChange): boolean {
  return event_type !== 'ExtractionCompleted' || (revision ?? 0) > 1;
}

function isSame(a: ValueStep['amount'], b: ValueStep['amount']): boolean {
  if (a === null || b === null) return a === b;
  return a.value === b.value && a.low === b.low && a.high === b.high;
}
