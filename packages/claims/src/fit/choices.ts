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
  /** The feature hash of each column. */
  readonly ids: readonly number[];
  /** In how many decisions each column occurs. */
  readonly counts: Float64Array;
}

/** One decision as it comes from a text. */
export interface Decision {
  readonly candidates: readonly { readonly ids: readonly number[]; readonly right: boolean }[];
  readonly weight?: number;
}

/** Lays decisions out for fitting; features that fewer than `atLeast` decisions have, and decisions without a right candidate, are left out. */
export function layOut(decisions: readonly Decision[], atLeast = 2): Choices {
  const seen = new Map<number, { last: number; count: number }>();
  const usable = decisions.filter(({ candidates }) => candidates.some(({ right }) => right) && candidates.some(({ right }) => !right));
  for (const [index, { candidates }] of usable.entries())
    for (const { ids } of candidates)
      for (const id of ids) {
        const entry = seen.get(id);
        if (entry === undefined) seen.set(id, { last: index, count: 1 });
        else if (entry.last !== index) {
          entry.last = index;
          entry.count++;
        }
      }
  const columnOf = new Map<number, number>();
  const counts: number[] = [];
  for (const [id, { count }] of seen) {
    if (count < atLeast) continue;
    columnOf.set(id, columnOf.size);
    counts.push(count);
  }
  let size = 0;
  let candidateCount = 0;
  for (const { candidates } of usable) {
    candidateCount += candidates.length;
    for (const { ids } of candidates) for (const id of ids) if (columnOf.has(id)) size++;
  }
  const starts = new Int32Array(usable.length + 1);
  const candidateStarts = new Int32Array(candidateCount + 1);
  const columns = new Int32Array(size);
  const right = new Uint8Array(candidateCount);
  let at = 0;
  let candidate = 0;
  for (const [index, decision] of usable.entries()) {
    starts[index] = candidate;
    for (const { ids, right: isRight } of decision.candidates) {
      candidateStarts[candidate] = at;
      right[candidate++] = Number(isRight);
      for (const id of ids) {
        const column = columnOf.get(id);
        if (column !== undefined) columns[at++] = column;
      }
    }
  }
  starts[usable.length] = candidate;
  candidateStarts[candidate] = at;
  return {
    decisions: starts,
    candidates: candidateStarts,
    columns,
    right,
    weight: Float64Array.from(usable, ({ weight }) => weight ?? 1),
    ids: [...columnOf.keys()],
    counts: Float64Array.from(counts),
  };
}
