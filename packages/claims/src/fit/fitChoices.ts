import type { Choices } from './choices.ts';
import { minimise } from './minimise.ts';

/** How weights are fitted. */
export interface Fit {
  /** L2: p/2 · w² for each feature, where p is a number or what it says for a feature of so many decisions. */
  readonly penalty: number | ((decisions: number) => number);
  /** Folds whose decisions are not seen. */
  readonly leftOut?: readonly number[];
  readonly iterations?: number;
  /** Features that may have a weight; all without. */
  readonly of?: { readonly has: (id: number) => boolean };
}

/** How much a decision bends the curve of the loss along one feature, about: p · (1 − p) of the candidates that have it. */
const BEND = 0.05;

/**
 * Weights under which the right candidates of all decisions together are as probable as can be, each held to zero by its penalty.
 * The probability of a decision is that of all its right candidates together (softmax over its candidates). Steps are as long as a feature is rare
 * (a diagonal preconditioner, Nocedal & Wright, section 5.1): without it sixty steps end where frequent features are fitted and rare ones are not. The
 * same input gives the same weights: sums run in the order of the input.
 */
export function fitChoices(choices: Choices, { penalty, leftOut = [], iterations = 30, of }: Fit): Map<number, number> {
  const asked = askedOf(choices, leftOut);
  const { counts, seen } = seenBy(choices, asked);
  const penalties = Float64Array.from(counts, (count) => (typeof penalty === 'number' ? penalty : penalty(Math.max(1, count))));
  const lengths = Float64Array.from(penalties, (held, column) => 1 / Math.sqrt(held + BEND * (seen[column] ?? 0)));
  if (of !== undefined) for (const [column, id] of choices.ids.entries()) if (!of.has(id)) lengths[column] = 0;
  const weights = new Float64Array(lengths.length);
  const scores = new Float64Array(mostCandidates(choices));
  const objective = (point: Float64Array, gradient: Float64Array): number => {
    let value = 0;
    for (let i = 0; i < weights.length; i++) {
      const weight = (point[i] ?? 0) * (lengths[i] ?? 0);
      const held = penalties[i] ?? 0;
      weights[i] = weight;
      value += (held / 2) * weight * weight;
      gradient[i] = held * weight;
    }
    for (const d of asked) value += addDecision(choices, d, weights, gradient, scores);
    for (let i = 0; i < weights.length; i++) gradient[i] = (gradient[i] ?? 0) * (lengths[i] ?? 0);
    return value;
  };
  const point = minimise(objective, weights.length, iterations);
  const fitted = new Map<number, number>();
  for (const [column, id] of choices.ids.entries()) fitted.set(id, (point[column] ?? 0) * (lengths[column] ?? 0));
  return fitted;
}

function askedOf({ folds }: Choices, leftOut: readonly number[]): Int32Array {
  const all = Int32Array.from(folds, (_, d) => d);
  return leftOut.length === 0 ? all : all.filter((d) => !leftOut.includes(folds[d] ?? 0));
}

/** How many decisions have each feature, and what they count together. */
function seenBy({ decisions, candidates, columns, ids, weight }: Choices, asked: Int32Array): { counts: Int32Array; seen: Float64Array } {
  const counts = new Int32Array(ids.length);
  const seen = new Float64Array(ids.length);
  const last = new Int32Array(ids.length).fill(-1);
  for (const d of asked) {
    const end = candidates[decisions[d + 1] ?? 0] ?? 0;
    for (let f = candidates[decisions[d] ?? 0] ?? 0; f < end; f++) {
      const column = columns[f] ?? 0;
      if (last[column] === d) continue;
      last[column] = d;
      counts[column] = (counts[column] ?? 0) + 1;
      seen[column] = (seen[column] ?? 0) + (weight[d] ?? 0);
    }
  }
  return { counts, seen };
}

function mostCandidates({ decisions }: Choices): number {
  let most = 0;
  for (let d = 0; d + 1 < decisions.length; d++) most = Math.max(most, (decisions[d + 1] ?? 0) - (decisions[d] ?? 0));
  return most;
}

/** Minus the log probability of one decision's right candidates; its gradient is added. */
function addDecision(
  { decisions, candidates, columns, right, weight }: Choices,
  d: number,
  weights: Float64Array,
  gradient: Float64Array,
  scores: Float64Array,
): number {
  const from = decisions[d] ?? 0;
  const to = decisions[d + 1] ?? 0;
  const counts = weight[d] ?? 0;
  let top = Number.NEGATIVE_INFINITY;
  for (let c = from; c < to; c++) {
    let score = 0;
    for (let f = candidates[c] ?? 0, end = candidates[c + 1] ?? 0; f < end; f++) score += weights[columns[f] ?? 0] ?? 0;
    scores[c - from] = score;
    if (score > top) top = score;
  }
  let all = 0;
  let good = 0;
  for (let c = from; c < to; c++) {
    const odds = Math.exp((scores[c - from] ?? 0) - top);
    scores[c - from] = odds;
    all += odds;
    if (right[c] === 1) good += odds;
  }
  for (let c = from; c < to; c++) {
    const odds = scores[c - from] ?? 0;
    const slope = counts * (odds / all - (right[c] === 1 ? odds / good : 0));
    if (slope > -1e-7 && slope < 1e-7) continue;
    for (let f = candidates[c] ?? 0, end = candidates[c + 1] ?? 0; f < end; f++) {
      const column = columns[f] ?? 0;
      gradient[column] = (gradient[column] ?? 0) + slope;
    }
  }
  return counts * (Math.log(all) - Math.log(good));
}
