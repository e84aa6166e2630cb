import { Columns } from './columns.ts';

/** Decisions to learn from, flat: a decision is a run of candidates, a candidate a run of feature columns. */
export interface Choices {
  /** First candidate of each decision, and the end of the last. */
  readonly decisions: Int32Array;
  /** First feature of each candidate, and the end of the last. */
  readonly candidates: Int32Array;
  /** Column of each feature. */
  readonly columns: Int32Array;
  /** 1 where the candidate is right; a decision may have several right ones. */
  readonly right: Uint8Array;
  /** How much each decision counts. */
  readonly weight: Float64Array;
  /** The fold of each decision's text. */
  readonly folds: Int32Array;
  /** The feature hash of each column. */
  readonly ids: Int32Array;
}

/** One decision as it comes from a text. */
export interface Decision {
  readonly candidates: readonly { readonly ids: readonly number[]; readonly right: boolean }[];
  readonly weight?: number;
  /** Where it may be left out of a fit. */
  readonly fold?: number;
}

/** The fold of decisions that no fit leaves out. */
const NO_FOLD = -1;

/** Lays decisions out for fitting; features that fewer than `atLeast` decisions have, and decisions without a right candidate, are left out. */
export function layOut(decisions: Iterable<Decision>, atLeast = 2): Choices {
  const all = new Columns();
  const columns = new Integers();
  const starts = new Integers();
  const candidateStarts = new Integers();
  const right = new Integers();
  const folds = new Integers();
  const weight: number[] = [];
  for (const decision of decisions) {
    const { candidates } = decision;
    if (!candidates.some((candidate) => candidate.right) || candidates.every((candidate) => candidate.right)) continue;
    starts.push(right.length);
    for (const candidate of candidates) {
      candidateStarts.push(columns.length);
      right.push(Number(candidate.right));
      for (const id of candidate.ids) columns.push(all.columnOf(id, weight.length));
    }
    weight.push(decision.weight ?? 1);
    folds.push(decision.fold ?? NO_FOLD);
  }
  starts.push(right.length);
  candidateStarts.push(columns.length);
  const { ids, renamed } = all.seenIn(atLeast);
  const kept = withColumns(columns.all(), candidateStarts.all(), renamed);
  return {
    ...kept,
    decisions: starts.all(),
    right: Uint8Array.from(right.all()),
    weight: Float64Array.from(weight),
    folds: folds.all(),
    ids,
  };
}

/** Columns by their new names, without those that have none (−1). */
function withColumns(columns: Int32Array, starts: Int32Array, renamed: Int32Array): Pick<Choices, 'columns' | 'candidates'> {
  const candidates = new Int32Array(starts.length);
  let to = 0;
  for (let candidate = 0; candidate + 1 < starts.length; candidate++) {
    candidates[candidate] = to;
    for (let from = starts[candidate] ?? 0, end = starts[candidate + 1] ?? 0; from < end; from++) {
      const column = renamed[columns[from] ?? 0] ?? -1;
      if (column >= 0) columns[to++] = column;
    }
  }
  candidates[starts.length - 1] = to;
  return { columns: columns.slice(0, to), candidates };
}

/** A list of integers that grows: tens of millions of them, for which an array of numbers takes three times the room. */
class Integers {
  length = 0;
  private held = new Int32Array(1024);

  push(value: number): void {
    if (this.length === this.held.length) {
      const larger = new Int32Array(this.length * 2);
      larger.set(this.held);
      this.held = larger;
    }
    this.held[this.length++] = value;
  }

  all(): Int32Array {
    return this.held.subarray(0, this.length);
  }
}
