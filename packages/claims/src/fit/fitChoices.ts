import type { Choices } from './choices.ts';
import { minimise } from './minimise.ts';

/**
 * Weights under which the right candidates of all decisions together are as probable as can be, with an L2 penalty of p/2 · w² for each
 * feature, where p is `penalty` or what it says for a feature of so many decisions.
 * The probability of a decision is that of all its right candidates together (softmax over its candidates). The same input gives the
 * same weights: sums run in the order of the input.
 */
export function fitChoices(choices: Choices, penalty: number | ((decisions: number) => number), iterations = 60): Map<number, number> {
  const { ids, counts } = choices;
  const penalties = counts.map((count) => (typeof penalty === 'number' ? penalty : penalty(count)));
  const most = mostCandidates(choices);
  const scores = new Float64Array(most);
  const objective = (weights: Float64Array, gradient: Float64Array): number => {
    let value = 0;
    for (let i = 0; i < weights.length; i++) {
      const weight = weights[i] ?? 0;
      const held = penalties[i] ?? 0;
      value += (held / 2) * weight * weight;
      gradient[i] = held * weight;
    }
    for (let d = 0; d + 1 < choices.decisions.length; d++) value += addDecision(choices, d, weights, gradient, scores);
    return value;
  };
  const weights = minimise(objective, ids.length, iterations);
  return new Map(ids.map((id, column) => [id, weights[column] ?? 0]));
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
