import type { LabelledDecision } from './readDecisions.ts';

export interface FittedConfidence {
  readonly base: number;
  readonly support: number;
  readonly against: number;
}

/** Decisions of a small set count more often, so that a large one does not decide alone; never more than this many times. */
const MOST_TIMES = 20;

/** Pulls constants towards nothing, so that the fit ends even where data is one-sided. */
const RIDGE = 0.01;

/** Weighted logistic regression by Newton's method: logit = base + support·ln(for) − against·ln(1 + against). Two decimals. */
export function fitConfidence(decisions: readonly LabelledDecision[]): FittedConfidence {
  const sizes = new Map<string, number>();
  for (const { set } of decisions) sizes.set(set, (sizes.get(set) ?? 0) + 1);
  const largest = Math.max(...sizes.values());
  const rows = decisions.map(({ set, right, support }) => {
    const winning = Math.max(support.for, 0.25);
    return {
      features: [1, Math.log(winning), -Math.log1p(support.against)],
      right: right ? 1 : 0,
      weight: Math.min(MOST_TIMES, largest / (sizes.get(set) ?? largest)),
    };
  });
  let constants = [0, 0, 0];
  for (let step = 0; step < 60; step++) {
    const gradient = constants.map((constant) => -RIDGE * constant);
    const curvature = constants.map((_, i): number[] => constants.map((__, j) => (i === j ? RIDGE : 0)));
    for (const { features, right, weight } of rows) {
      const p = 1 / (1 + Math.exp(-dot(features, constants)));
      features.forEach((x, i) => {
        gradient[i] = (gradient[i] ?? 0) + weight * (right - p) * x;
        const row = curvature[i] ?? [];
        features.forEach((y, j) => {
          row[j] = (row[j] ?? 0) + weight * p * (1 - p) * x * y;
        });
      });
    }
    const change = solve(curvature, gradient);
    constants = constants.map((constant, i) => constant + (change[i] ?? 0));
  }
  const [base = 0, support = 0, against = 0] = constants.map((constant) => Math.round(constant * 100) / 100);
  return { base, support, against };
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, x, i) => sum + x * (b[i] ?? 0), 0);
}

/** Gaussian elimination; the matrix is positive definite. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, i) => [...row, right[i] ?? 0]);
  for (const [i, pivotRow] of rows.entries()) {
    const pivot = pivotRow[i] ?? 1;
    for (let k = 0; k < pivotRow.length; k++) pivotRow[k] = (pivotRow[k] ?? 0) / pivot;
    for (const [j, row] of rows.entries()) {
      const factor = row[i] ?? 0;
      if (j === i || factor === 0) continue;
      for (let k = 0; k < row.length; k++) row[k] = (row[k] ?? 0) - factor * (pivotRow[k] ?? 0);
    }
  }
  return rows.map((row) => row.at(-1) ?? 0);
}
